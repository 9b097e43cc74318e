import { Button } from '../../ui/components/button.tsx';
import { StateNote } from '../../ui/components/state-note.tsx';
import { formatInstant } from '../../ui/messages/format-date.ts';
import { useLanguage, useMessages } from '../../ui/messages/messages-provider.tsx';
import type { ToldFile } from './made-file.ts';

interface UnmarkedBannerProps {
  readonly file: ToldFile;
  readonly onGo: () => void;
}

/** After signing in again: a file that was made before still has to be marked. */
export function UnmarkedBanner({ file, onGo }: UnmarkedBannerProps) {
  const t = useMessages('staff').register;
  const language = useLanguage();
  return (
    <div className="desk-shell__note off-paper">
      <StateNote
        state="warning"
        word={t.fileEarlier(formatInstant(file.at, language, 'Asia/Shanghai'))}
        announce="polite"
        action={<Button onClick={onGo}>{t.overdueGo}</Button>}
      >
        <p>{t.fileEarlierBanner}</p>
      </StateNote>
    </div>
  );
}
