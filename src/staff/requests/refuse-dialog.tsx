import { type RefusalReason, refusalReasonSchema } from '../../protocol/request.ts';
import { Button } from '../../ui/components/button.tsx';
import { useMessages } from '../../ui/messages/messages-provider.tsx';
import { QuestionDialog } from '../app/question-dialog.tsx';
import '../desk/opening-dialog.css';

interface RefuseDialogProps {
  readonly onReason: (reason: RefusalReason) => void;
  readonly onClose: () => void;
}

/** A refusal has its reason from the closed list. The reason is the button. */
export function RefuseDialog({ onReason, onClose }: RefuseDialogProps) {
  const t = useMessages('requests').refuse;
  return (
    <QuestionDialog onClose={onClose} title={t.title}>
      <p>{t.text}</p>
      <div className="opening-dialog__reasons" role="group" aria-label={t.why}>
        {refusalReasonSchema.options.map((reason) => (
          <Button key={reason} wide onClick={() => onReason(reason)}>
            {t.reasons[reason]}
          </Button>
        ))}
      </div>
    </QuestionDialog>
  );
}
