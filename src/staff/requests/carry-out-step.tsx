import { Button } from '../../ui/components/button.tsx';
import { useMessages } from '../../ui/messages/messages-provider.tsx';
import type { StepActs, StepProps } from './next-step.tsx';

/** What is done for the guest. Deleting and taking back the server carries out; it can neither correct nor give. */
export function CarryOutStep({ request, working, take, onOpenAnother }: StepProps & StepActs) {
  const t = useMessages('requests').act;
  const staff = useMessages('staff');
  const { kind, purpose, registration } = request;
  const does = kind === 'deletion' || kind === 'withdrawal';
  const text = kind === 'withdrawal' && purpose !== null ? t.withdrawal(staff.purposes[purpose]) : null;
  const button = {
    deletion: t.deletionDo,
    withdrawal: t.withdrawalDo,
    correction: t.correctionDo,
    access: t.accessDo,
  }[kind];
  return (
    <>
      <p>{text ?? (kind === 'withdrawal' ? '' : t[kind])}</p>
      {does && <p className="next-step__small">{t.onBehalf}</p>}
      <div className="next-step__buttons">
        <Button
          kind={kind === 'deletion' ? 'destructive' : 'primary'}
          data-key="next"
          busy={working}
          onClick={() => take({ step: 'done' })}
        >
          {button}
        </Button>
        {kind === 'correction' && <Button onClick={() => onOpenAnother(registration)}>{t.correctionDelete}</Button>}
      </div>
    </>
  );
}
