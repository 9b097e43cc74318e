import type { Clock } from '../../protocol/ids.ts';
import type { OnBroken } from '../broken-records.ts';
import type { Committer } from '../commit/committer.ts';
import { writeEach } from '../commit/write-each.ts';
import type { Hotels } from '../hotel/hotels.ts';
import { logEntryText } from '../log/log-entry.ts';
import type { ChangeOf } from '../store/change.ts';
import type { Store } from '../store/store.ts';

/**
 * Destroys again what an older copy of the database brought back, by the ledger that was left in place. Before anybody is served. A record
 * that can't be read is told, and destroyed without being read.
 * Returns how many lines the copy lacked.
 */
export async function eraseAgain(parts: {
  readonly store: Store;
  readonly committer: Committer;
  readonly hotels: Hotels;
  readonly clock: Clock;
  readonly onBroken: OnBroken;
}): Promise<number> {
  const { store, committer, hotels, clock, onBroken } = parts;
  let lost = 0;
  for (const property of await hotels.all()) {
    const at = clock();
    const changes = (await store.lostErasures(property)).map(
      (erasure): ChangeOf<'erase-again'> & { readonly registration: string } => {
        const { registration } = erasure;
        const action = erasure.expired === true ? 'expired' : 'erased';
        const entry = logEntryText({ at, actor: 'server', role: 'server', action, registration });
        return { kind: 'erase-again', at, registration, erasure, entry };
      },
    );
    const { sign } = await hotels.get(property);
    const outcomes = await writeEach(committer, property, changes, sign, onBroken);
    const damaged = changes.flatMap((change, index) =>
      outcomes[index] === null ? [{ ...change, damaged: true } as const] : [],
    );
    await writeEach(committer, property, damaged, sign, onBroken);
    lost += changes.length;
  }
  return lost;
}
