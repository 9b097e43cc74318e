import type { Clock, RandomBytes } from '../../protocol/ids.ts';
import { newId } from '../../protocol/ids.ts';
import type { OnBroken } from '../broken-records.ts';
import type { Committer } from '../commit/committer.ts';
import { writeEach } from '../commit/write-each.ts';
import type { Hotels } from '../hotel/hotels.ts';
import { logEntryText } from '../log/log-entry.ts';
import type { Change } from '../store/change.ts';
import type { Store } from '../store/store.ts';

/** Milliseconds. */
const hour = 3_600_000;

export interface ExpireParts {
  readonly store: Store;
  readonly committer: Committer;
  readonly hotels: Hotels;
  readonly clock: Clock;
  readonly random: RandomBytes;
  /** Most registrations ended in one commit. */
  readonly step?: number;
  /** Hears of a record that can't be ended; the others are. */
  readonly onBroken: OnBroken;
}

/**
 * Destroys the envelopes of every registration whose guest has not arrived in the hours its hotel waits, from the receipt and from the
 * end of the planned check-in day in China. One that can't be ended is told and keeps nobody behind it.
 * Returns how many there were.
 */
export async function expireOverdue(parts: ExpireParts): Promise<number> {
  const { store, committer, hotels, clock, random, onBroken, step = 200 } = parts;
  let expired = 0;
  for (const property of await hotels.all()) {
    const { sign } = await hotels.get(property);
    const { unconfirmedHours } = (await store.settings(property)).settings;
    for (let after: string | null = null; ; ) {
      const at = clock();
      const overdue: string[] = await store.overdue(property, at - unconfirmedHours * hour, after, step);
      const last = overdue.at(-1);
      if (last === undefined) break;
      after = last;
      const changes = overdue.map((registration): Change & { readonly registration: string } => {
        const entry = logEntryText({ at, actor: 'server', role: 'server', action: 'expired', registration });
        return { kind: 'expire', at, registration, erasure: { id: newId(at, random) }, entry };
      });
      const outcomes = await writeEach(committer, property, changes, sign, onBroken);
      expired += outcomes.filter((outcome) => outcome?.kind === 'done').length;
    }
  }
  return expired;
}
