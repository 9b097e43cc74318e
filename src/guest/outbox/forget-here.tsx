import { Button } from '../../ui/components/button.tsx';
import { useMessages } from '../../ui/messages/messages-provider.tsx';

interface ForgetHereProps {
  readonly sent: boolean;
  readonly onForget: () => void;
}

/** One press, and this phone knows nothing of it any more. */
export function ForgetHere({ sent, onForget }: ForgetHereProps) {
  const t = useMessages('guest').kept;
  return (
    <div className="forget-here">
      <p>{sent ? t.forgetText : t.forgetUnsent}</p>
      <Button kind="plain" icon="delete" onClick={onForget}>
        {t.forget}
      </Button>
    </div>
  );
}
