import { logEntrySchema } from '../../protocol/audit-log.ts';
import { handedOverPurposes } from '../../protocol/hand-over.ts';
import type { Deletion } from '../../protocol/receipt.ts';
import type { Store } from '../store/store.ts';

/** What a certificate says of it, and how many entries of the log it was read from. */
export interface ReadPassedOn {
  readonly passedOn: PassedOn;
  readonly known: number;
}

type PassedOn = NonNullable<Deletion['passed_on']>;

const ways = { 'handed-over': 'police', exported: 'file', printed: 'paper' } as const;

/** What left the server of a registration, by its log: each way of each purpose once, when it was last. Oldest first. */
export async function passedOn(store: Store, property: string, registration: string): Promise<ReadPassedOn> {
  const found = new Map<string, PassedOn[number]>();
  const entries = await store.entriesOf(property, registration);
  for (const { entry } of entries) {
    const { action, purpose: named, time: last } = logEntrySchema.parse(JSON.parse(entry));
    const purpose = named === 'card' ? null : named;
    // Marked by mistake: nobody was told, of the guest nor of the children.
    if (action === 'hand-over-withdrawn') for (const one of handedOverPurposes) found.delete(`police ${one}`);
    if (action !== 'handed-over' && action !== 'exported' && action !== 'printed') continue;
    const way = ways[action];
    found.delete(`${way} ${purpose}`);
    found.set(`${way} ${purpose}`, { way, purpose, last });
  }
  return { passedOn: [...found.values()], known: entries.length };
}
