import { arrivalCode } from '../../protocol/ids.ts';
import { pages } from '../../protocol/pages.ts';
import { Button } from '../../ui/components/button.tsx';
import { LinkButton } from '../../ui/components/link-button.tsx';
import { StateNote } from '../../ui/components/state-note.tsx';
import { useMessages } from '../../ui/messages/messages-provider.tsx';
import type { Device } from '../phone/device.ts';
import { ArrivalCode } from '../receipt/arrival-code.tsx';
import { DeliveryNote } from '../receipt/delivery-note.tsx';
import type { Delivery } from './delivery.ts';
import { ForgetHere } from './forget-here.tsx';
import { useDelivery } from './use-delivery.ts';
import './kept-card.css';

interface KeptCardProps {
  readonly device: Device;
  readonly delivery: Delivery;
  /** Shows the receipt on this page; null: it has a page of its own. */
  readonly onOpen: (() => void) | null;
  readonly onForget: () => void;
}

/** One registration this phone keeps: its code, how it stands, and the way to it. */
export function KeptCard({ device, delivery, onOpen, onForget }: KeptCardProps) {
  const t = useMessages('guest');
  const { state, status, kept } = useDelivery(device, delivery);
  const { registration, secret } = delivery.entry();
  if (state.kind === 'dropped') return <p role="status">{t.kept.forgotten}</p>;
  return (
    <article className="kept-card">
      <ArrivalCode code={arrivalCode(registration)} />
      {state.kind === 'asking' && (
        <StateNote state="warning" announce="polite">
          <p>{t.kept.asking}</p>
        </StateNote>
      )}
      {state.kind !== 'asking' && (
        <DeliveryNote state={state} status={status} kept={kept} opensOffline onRetry={() => delivery.nudge()} />
      )}
      <p className="kept-card__ways">
        {onOpen === null ? (
          <LinkButton href={pages.registration} icon="list" wide>
            {t.kept.open}
          </LinkButton>
        ) : (
          <Button icon="list" wide onClick={onOpen}>
            {t.kept.open}
          </Button>
        )}
        {state.kind === 'received' && (
          <LinkButton href={`${pages.registration}#${secret}`} icon="person" wide>
            {t.registration.title}
          </LinkButton>
        )}
      </p>
      <ForgetHere sent={state.kind === 'received'} onForget={onForget} />
    </article>
  );
}
