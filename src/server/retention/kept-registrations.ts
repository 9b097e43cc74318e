import { type OnBroken, unlessBroken } from '../broken-records.ts';
import type { Hotel } from '../hotel/hotels.ts';
import { workingDaysAfter } from '../requests/working-days.ts';
import type { KeptRegistration } from '../store/retention-store.ts';
import type { Store } from '../store/store.ts';
import { planRegistration, type RegistrationPlan } from './plan-registration.ts';
import { Terms } from './terms-of.ts';

export interface PlannedRegistration {
  readonly kept: KeptRegistration;
  readonly plan: RegistrationPlan;
}

/**
 * Every registration of guests who arrived with what is planned for it, a page at a time, so that others are answered in between.
 * `leftBy` leaves out those who leave later: nothing of theirs can be due but what a temporary rule asked. Of whom nothing can be read is
 * told and left out; the others go on.
 */
export async function* keptRegistrations(
  store: Store,
  hotel: Hotel,
  leftBy: string | null,
  onBroken: OnBroken,
  page = 200,
): AsyncGenerator<PlannedRegistration[]> {
  const terms = new Terms(store, hotel);
  for (let after = 0; ; ) {
    const found = await store.kept(hotel.property, after, page);
    const last = found.at(-1);
    if (last === undefined) return;
    after = last.row;
    const planned: PlannedRegistration[] = [];
    for (const kept of found) {
      if ('unreadable' in kept) onBroken(kept.registration);
      else if (leftBy === null || kept.checkOut <= leftBy || kept.purposes.includes('temporary')) {
        const plan = await unlessBroken(kept.registration, () => planOf(terms, kept), onBroken);
        if (plan !== null) planned.push({ kept, plan });
      }
    }
    yield planned;
    await new Promise((resolve) => setImmediate(resolve));
  }
}

/** What is planned for one registration. Throws where its record is broken. */
export async function planOf(terms: Terms, kept: KeptRegistration): Promise<RegistrationPlan> {
  const stay = { checkOut: kept.checkOut, departed: kept.state === 'departed' };
  return planRegistration(stay, await terms.of(kept), workingDaysAfter);
}
