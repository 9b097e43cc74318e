import { Button } from '../../ui/components/button.tsx';
import { Dialog } from '../../ui/components/dialog.tsx';
import { useMessages } from '../../ui/messages/messages-provider.tsx';
import type { Session } from '../session/sign-in.ts';
import { SessionsList } from './sessions-list.tsx';

interface SessionsDialogProps {
  readonly session: Session;
  readonly onSay: (words: string) => void;
  readonly onEnded: () => void;
  readonly onClose: () => void;
}

/** One's own sessions, for everybody at work. */
export function SessionsDialog({ session, onSay, onEnded, onClose }: SessionsDialogProps) {
  const t = useMessages('staff').person;
  const common = useMessages('common');
  return (
    <Dialog
      open
      onClose={onClose}
      title={t.ownSessions}
      actions={
        <Button kind="plain" onClick={onClose}>
          {common.close}
        </Button>
      }
    >
      <SessionsList session={session} person={session.person.id} onSay={onSay} onEnded={onEnded} />
    </Dialog>
  );
}
