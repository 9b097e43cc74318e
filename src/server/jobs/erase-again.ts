import type { Clock } from '../../protocol/ids.ts';
import type { Committer } from '../commit/committer.ts';
import type { Hotels } from '../hotel/hotels.ts';
import { logEntryText } from '../log/log-entry.ts';
import type { Change } from '../store/change.ts';
import type { Store } from '../store/store.ts';

/**
 * Destroys again what an older copy of the database brought back, by the ledger that was left in place. Before anybody is served.
 * Returns how many lines the copy lacked.
 */
export async function eraseAgain(parts: {
  readonly store: Store;
  readonly committer: Committer;
  readonly hotels: Hotels;
  readonly clock: Clock;
}): Promise<number> {
  const { store, committer, hotels, clock } = parts;
  let lost = 0;
  for (const property of await hotels.all()) {
    const at = clock();
    const changes = (await store.lostErasures(property)).map((erasure): Change => {
      const { registration } = erasure;
      const action = erasure.expired === true ? 'expired' : 'erased';
      const entry = logEntryText({ at, actor: 'server', role: 'server', action, registration });
      return { kind: 'erase-again', at, erasure, entry };
    });
    if (changes.length === 0) continue;
    await committer.submit(property, changes, (await hotels.get(property)).sign);
    lost += changes.length;
  }
  return lost;
}
