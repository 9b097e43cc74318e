import { Button } from '../../ui/components/button.tsx';
import { StateNote } from '../../ui/components/state-note.tsx';
import { useMessages } from '../../ui/messages/messages-provider.tsx';

interface RegisterBannerProps {
  readonly overdue: number;
  readonly onGo: () => void;
}

/** On every place of those who hand guests over, while the 24 hours of somebody from abroad are over. */
export function RegisterBanner({ overdue, onGo }: RegisterBannerProps) {
  const t = useMessages('staff').register;
  if (overdue === 0) return null;
  return (
    <div className="desk-shell__note off-paper">
      <StateNote
        state="failed"
        word={t.overdue(overdue)}
        announce="now"
        action={<Button onClick={onGo}>{t.overdueGo}</Button>}
      >
        <p>{t.overdueText}</p>
      </StateNote>
    </div>
  );
}
