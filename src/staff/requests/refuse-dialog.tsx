import { type RefusalReason, refusalReasonSchema } from '../../protocol/request.ts';
import { Button } from '../../ui/components/button.tsx';
import { Dialog } from '../../ui/components/dialog.tsx';
import { useMessages } from '../../ui/messages/messages-provider.tsx';
import '../desk/opening-dialog.css';

interface RefuseDialogProps {
  readonly onReason: (reason: RefusalReason) => void;
  readonly onClose: () => void;
}

/** A refusal has its reason from the closed list. The reason is the button. */
export function RefuseDialog({ onReason, onClose }: RefuseDialogProps) {
  const t = useMessages('requests').refuse;
  const common = useMessages('common');
  return (
    <Dialog
      open
      onClose={onClose}
      title={t.title}
      actions={
        <Button kind="plain" onClick={onClose}>
          {common.cancel}
        </Button>
      }
    >
      <p>{t.text}</p>
      <div className="opening-dialog__reasons" role="group" aria-label={t.why}>
        {refusalReasonSchema.options.map((reason) => (
          <Button key={reason} wide onClick={() => onReason(reason)}>
            {t.reasons[reason]}
          </Button>
        ))}
      </div>
    </Dialog>
  );
}
