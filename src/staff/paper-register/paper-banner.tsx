import { Button } from '../../ui/components/button.tsx';
import { StateNote } from '../../ui/components/state-note.tsx';
import { useMessages } from '../../ui/messages/messages-provider.tsx';

interface PaperBannerProps {
  /** Sheets past their day. */
  readonly overdue: number;
  readonly onOpen: () => void;
}

/** On every screen: paper that should be gone is still there, as far as anybody has noted. */
export function PaperBanner({ overdue, onOpen }: PaperBannerProps) {
  const t = useMessages('staff').paperRegister;
  if (overdue === 0) return null;
  return (
    <div className="desk-shell__note off-paper">
      <StateNote
        state="failed"
        word={t.banner(overdue)}
        announce="polite"
        action={<Button onClick={onOpen}>{t.bannerOpen}</Button>}
      >
        {t.bannerText}
      </StateNote>
    </div>
  );
}
