import { lazy, Suspense } from 'react';
import { Fetching } from '../app/fetching.tsx';
import type { KnownPaper } from '../paper-register/use-paper-register.ts';
import type { Hotel } from '../session/read-hotel.ts';
import type { Session } from '../session/sign-in.ts';
import type { Place } from './use-where.ts';

const PaperPlace = lazy(async () => ({ default: (await import('../paper/paper-place.tsx')).PaperPlace }));
const PaperRegisterPlace = lazy(async () => ({
  default: (await import('../paper-register/paper-register-place.tsx')).PaperRegisterPlace,
}));

interface PaperPlacesProps {
  /** Null where none is this person's. */
  readonly place: Place | null;
  readonly session: Session;
  readonly hotel: Hotel;
  readonly known: KnownPaper;
  readonly onGo: (place: 'desk' | 'paper') => void;
  readonly onSay: (words: string) => void;
  readonly onEnded: () => void;
}

/** The blank form, and the register of those that were filled in; fetched when somebody goes there. Nothing at other places. */
export function PaperPlaces({ place, session, hotel, known, onGo, onSay, onEnded }: PaperPlacesProps) {
  if (place !== 'paper' && place !== 'paper-register') return null;
  return (
    <Suspense fallback={<Fetching />}>
      {place === 'paper' && <PaperPlace hotel={hotel} onBack={() => onGo('desk')} />}
      {place === 'paper-register' && (
        <PaperRegisterPlace
          session={session}
          hotel={hotel}
          known={known}
          onForm={() => onGo('paper')}
          onSay={onSay}
          onEnded={onEnded}
        />
      )}
    </Suspense>
  );
}
