import { lazy, Suspense } from 'react';
import { Fetching } from '../app/fetching.tsx';
import type { Hotel } from '../session/read-hotel.ts';
import type { Ending } from '../session/sign-in-screen.tsx';
import type { Session } from '../session/sign-in.ts';
import type { Reminders } from '../training/use-reminders.ts';
import type { Place } from './use-where.ts';

const AccountPlace = lazy(async () => ({ default: (await import('../account/account-place.tsx')).AccountPlace }));
const TrainingPlace = lazy(async () => ({ default: (await import('../training/training-place.tsx')).TrainingPlace }));

interface OwnPlacesProps {
  /** Null where a colleague's was asked for. */
  readonly place: Place | null;
  readonly session: Session;
  readonly hotel: Hotel;
  readonly reminders: Reminders;
  readonly onSay: (words: string) => void;
  readonly onEnd: (why: Ending) => void;
}

/** How somebody signs in, and what they have to know: everyone's own, fetched when they go there. Nothing at other places. */
export function OwnPlaces({ place, session, hotel, reminders, onSay, onEnd }: OwnPlacesProps) {
  if (place !== 'account' && place !== 'training') return null;
  return (
    <Suspense fallback={<Fetching />}>
      {place === 'account' && <AccountPlace session={session} hotel={hotel} onSay={onSay} onEnd={onEnd} />}
      {place === 'training' && <TrainingPlace session={session} reminders={reminders} onEnded={() => onEnd('ended')} />}
    </Suspense>
  );
}
