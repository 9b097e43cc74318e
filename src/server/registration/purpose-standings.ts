import type { PurposeStanding } from '../../protocol/api.ts';
import { purposeIds } from '../../protocol/purposes.ts';
import { toDate } from '../../protocol/time.ts';
import type { Hotel } from '../hotel/hotels.ts';
import { workingDaysAfter } from '../requests/working-days.ts';
import { planRegistration, type RegistrationPlan } from '../retention/plan-registration.ts';
import { Terms } from '../retention/terms-of.ts';
import type { SealedOff } from '../store/stored-erasure.ts';
import type { Store } from '../store/store.ts';
import type { StoredErasure } from '../store/stored-erasure.ts';
import type { StoredRegistration } from '../store/guest-store.ts';
import { storedEvent } from './standing.ts';

/** When what goes, as things stand: counted from the planned check-out until the guest has left. Null where nothing is left to go. */
export async function planFor(
  store: Store,
  hotel: Hotel,
  { state, checkOut, purposes }: StoredRegistration,
  jws: readonly string[],
): Promise<RegistrationPlan | null> {
  if (state === 'expired' || state === 'erased') return null;
  const terms = await new Terms(store, hotel).of({ purposes, jws });
  return planRegistration({ checkOut, departed: state === 'departed' }, terms, workingDaysAfter);
}

/** How every purpose stands that was ever given or filled in, with the day it goes or went. */
export function standingsOf(of: {
  readonly stored: StoredRegistration;
  readonly events: readonly string[];
  readonly sealedOff: readonly SealedOff[];
  readonly erasures: readonly StoredErasure[];
  readonly plan: RegistrationPlan | null;
}): PurposeStanding[] {
  const { state, purposes, withdrawn } = of.stored;
  const events = of.events.map(storedEvent);
  const ever = purposeIds.filter((id) =>
    events.some(
      ({ decisions, statutory }) =>
        statutory.includes(id) || decisions.some(({ purpose, decision }) => purpose === id && decision === 'given'),
    ),
  );
  return ever.map((purpose) => {
    const sealed = of.sealedOff.find((one) => one.purpose === purpose);
    if (sealed !== undefined) return { purpose, state: 'sealed-off', until: sealed.until };
    if (withdrawn.includes(purpose)) return { purpose, state: 'withdrawn', until: null };
    if (purposes.includes(purpose)) {
      const step = of.plan?.steps.find((one) => one.purpose === purpose);
      const until = step === undefined ? null : step.outcome === 'erased' ? step.day : step.until;
      return { purpose, state: 'held', until };
    }
    const last = of.erasures.findLast(({ classes }) => classes.includes(purpose));
    const went = last === undefined ? {} : { went: toDate(last.at) };
    return { purpose, state: state === 'expired' || last?.byTerm ? 'expired' : 'erased', until: null, ...went };
  });
}
