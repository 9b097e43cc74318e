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
 * `leftBy` leaves out those who leave later: nothing of theirs can be due but what a temporary rule asked.
 */
export async function* keptRegistrations(
  store: Store,
  hotel: Hotel,
  leftBy: string | null,
  page = 200,
): AsyncGenerator<PlannedRegistration[]> {
  const terms = new Terms(store, hotel);
  for (let after = 0; ; ) {
    const found = await store.kept(hotel.property, after, page);
    const last = found.at(-1);
    if (last === undefined) return;
    after = last.row;
    const due = found.filter(
      ({ checkOut, purposes }) => leftBy === null || checkOut <= leftBy || purposes.includes('temporary'),
    );
    yield await Promise.all(
      due.map(async (kept) => {
        const stay = { checkOut: kept.checkOut, departed: kept.state === 'departed' };
        return { kept, plan: planRegistration(stay, await terms.of(kept), workingDaysAfter) };
      }),
    );
    await new Promise((resolve) => setImmediate(resolve));
  }
}
