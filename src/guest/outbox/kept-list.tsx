import { StateNote } from '../../ui/components/state-note.tsx';
import { useMessages } from '../../ui/messages/messages-provider.tsx';
import type { Device } from '../phone/device.ts';
import type { Delivery } from './delivery.ts';
import { KeptCard } from './kept-card.tsx';
import type { KeptRegistrations } from './use-kept.ts';

interface KeptListProps {
  readonly device: Device;
  readonly kept: KeptRegistrations;
  readonly onOpen: ((delivery: Delivery) => void) | null;
}

/** What this phone keeps, before anything else on the page. */
export function KeptList({ device, kept, onOpen }: KeptListProps) {
  const t = useMessages('guest').kept;
  const { deliveries, forget, forgotten } = kept;
  return (
    <section>
      {forgotten && (
        <StateNote state="done" announce="polite">
          <p>{t.forgotten}</p>
        </StateNote>
      )}
      {deliveries !== null && deliveries.length > 0 && (
        <>
          <h2>{t.title}</h2>
          <p>{t.text}</p>
          {deliveries.map((delivery) => (
            <KeptCard
              key={delivery.entry().registration}
              device={device}
              delivery={delivery}
              onOpen={onOpen === null ? null : () => onOpen(delivery)}
              onForget={() => forget(delivery)}
            />
          ))}
        </>
      )}
    </section>
  );
}
