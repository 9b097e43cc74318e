import { Button } from '../../ui/components/button.tsx';
import { StateNote } from '../../ui/components/state-note.tsx';
import { formatInstant } from '../../ui/messages/format-date.ts';
import { useLanguage, useMessages } from '../../ui/messages/messages-provider.tsx';
import type { ToldFile } from './made-file.ts';

interface UnmarkedBannerProps {
  readonly files: readonly ToldFile[];
  readonly onGo: () => void;
}

/** After signing in again: files that were made before still have to be marked. */
export function UnmarkedBanner({ files, onGo }: UnmarkedBannerProps) {
  const t = useMessages('staff').register;
  const language = useLanguage();
  const [first, ...others] = files;
  if (first === undefined) return null;
  const when = formatInstant(first.at, language, 'Asia/Shanghai');
  return (
    <div className="desk-shell__note off-paper">
      <StateNote
        state="warning"
        word={others.length === 0 ? t.fileEarlier(when) : t.filesEarlier(files.length)}
        announce="polite"
        action={<Button onClick={onGo}>{t.overdueGo}</Button>}
      >
        <p>{t.fileEarlierBanner}</p>
      </StateNote>
    </div>
  );
}
