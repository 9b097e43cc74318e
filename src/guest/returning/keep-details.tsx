import type { GuestDetails } from '../../pii/details.ts';
import { Button } from '../../ui/components/button.tsx';
import { StateNote } from '../../ui/components/state-note.tsx';
import { loadCompanionWords } from '../../ui/messages/load-companion-words.ts';
import { useMessages } from '../../ui/messages/messages-provider.tsx';
import { MoreMessages } from '../../ui/messages/more-messages.tsx';
import type { Device } from '../phone/device.ts';
import { useKeptDetails } from './use-kept-details.ts';
import './keep-details.css';

interface KeepDetailsProps {
  readonly device: Device;
  /** Null where there is nothing to keep, only to forget. */
  readonly details: GuestDetails | null;
}

/** Keeping one's details on this phone: off until somebody wants it, and forgotten with one press. */
export function KeepDetails(props: KeepDetailsProps) {
  return (
    <MoreMessages load={loadCompanionWords}>
      <Part {...props} />
    </MoreMessages>
  );
}

function Part({ device, details }: KeepDetailsProps) {
  const t = useMessages('companions').returning;
  const { state, keep, forget } = useKeptDetails(device);
  if (state.kind === 'looking' || (details === null && state.kind === 'none')) return null;
  return (
    <section className="keep-details">
      <h2>{t.title}</h2>
      {state.kind === 'kept' && (
        <>
          <StateNote state="done" word={t.kept} announce="polite" />
          <Button icon="delete" onClick={() => void forget()}>
            {t.forget}
          </Button>
        </>
      )}
      {state.kind === 'forgotten' && <StateNote state="done" word={t.forgotten} announce="polite" />}
      {state.kind === 'failed' && <StateNote state="warning" word={t.failed} announce="polite" />}
      {(state.kind === 'none' || state.kind === 'forgotten') && details !== null && (
        <>
          <p>{t.text}</p>
          <p>{t.shared}</p>
          <Button icon="phone" onClick={() => void keep(details)}>
            {t.keep}
          </Button>
        </>
      )}
    </section>
  );
}
