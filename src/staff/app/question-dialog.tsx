import type { ReactNode } from 'react';
import { Button } from '../../ui/components/button.tsx';
import { Dialog } from '../../ui/components/dialog.tsx';
import { useMessages } from '../../ui/messages/messages-provider.tsx';

interface QuestionDialogProps {
  /** Default: as long as it is on the page. */
  readonly open?: boolean;
  readonly title: string;
  /** Left with nothing done. */
  readonly onClose: () => void;
  /** What leaving is called. Default: cancel, as nothing was asked of anybody yet. */
  readonly leave?: string | undefined;
  /** Something is under way that can't be left. */
  readonly busy?: boolean;
  readonly children: ReactNode;
  /** The button that does it, where the answers aren't in the dialog themselves. */
  readonly action?: ReactNode;
}

/** A dialog that asks before something is done: its first button leaves everything as it is. */
export function QuestionDialog({
  open = true,
  title,
  onClose,
  leave,
  busy = false,
  children,
  action,
}: QuestionDialogProps) {
  const { cancel } = useMessages('common');
  return (
    <Dialog
      open={open}
      onClose={() => {
        if (!busy) onClose();
      }}
      title={title}
      actions={
        <>
          <Button kind="plain" busy={busy} onClick={onClose}>
            {leave ?? cancel}
          </Button>
          {action}
        </>
      }
    >
      {children}
    </Dialog>
  );
}
