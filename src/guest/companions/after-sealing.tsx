import type { GuestDetails } from '../../pii/details.ts';
import type { Device } from '../phone/device.ts';
import type { CompanionPart } from '../registration/poster-fragment.ts';
import { KeepDetails } from '../returning/keep-details.tsx';
import type { CompanionPlace } from './companion-link.ts';
import { CompanionsSection } from './companions-section.tsx';
import { GiveBack } from './give-back.tsx';

interface AfterSealingProps {
  readonly device: Device;
  readonly hotel: string;
  readonly place: Omit<CompanionPlace, 'origin'>;
  readonly companion: CompanionPart | null;
  readonly registration: string;
  /** Null once they are in memory no more. */
  readonly details: GuestDetails | null;
  readonly received: boolean;
}

/** What comes after a receipt: the next adult, the next time. A phone that was handed over is only given back; nothing is kept on it. */
export function AfterSealing(props: AfterSealingProps) {
  const { device, hotel, place, companion, registration, details, received } = props;
  const stay = details === null ? null : { checkIn: details.checkIn, checkOut: details.checkOut };
  const along = { party: companion?.party ?? registration, stay };
  // The hotel's own tablet is nobody's phone.
  if (place.channel === 'desk') return null;
  if (companion !== null && companion.phone !== null)
    return <GiveBack device={device} place={place} companion={along} ready={received} />;
  return (
    <>
      <CompanionsSection
        device={device}
        hotel={hotel}
        place={place}
        companion={along}
        handOver={received ? 'ready' : 'waiting'}
      />
      <KeepDetails device={device} details={details} />
    </>
  );
}
