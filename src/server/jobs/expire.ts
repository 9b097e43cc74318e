import type { Clock, RandomBytes } from '../../protocol/ids.ts';
import { newId } from '../../protocol/ids.ts';
import type { Committer } from '../commit/committer.ts';
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
}

/**
 * Destroys the envelopes of every registration whose guest has not arrived in the hours its hotel waits, from the receipt and from the
 * end of the planned check-in day in China.
 * Returns how many there were.
 */
export async function expireOverdue(parts: ExpireParts): Promise<number> {
  const { store, committer, hotels, clock, random, step = 200 } = parts;
  let expired = 0;
  for (const property of await hotels.all()) {
    const { sign } = await hotels.get(property);
    const { unconfirmedHours } = (await store.settings(property)).settings;
    for (;;) {
      const at = clock();
      const overdue = await store.overdue(property, at - unconfirmedHours * hour, step);
      if (overdue.length === 0) break;
      const changes = overdue.map((registration): Change => {
        const entry = logEntryText({ at, actor: 'server', role: 'server', action: 'expired', registration });
        return { kind: 'expire', at, registration, erasure: { id: newId(at, random) }, entry };
      });
      const { outcomes } = await committer.submit(property, changes, sign);
      expired += outcomes.filter(({ kind }) => kind === 'done').length;
    }
  }
  return expired;
}
