import { newId } from '../../protocol/ids.ts';
import { deletedClassSchema } from '../../protocol/receipt.ts';
import { toDate } from '../../protocol/time.ts';
import type { OnBroken } from '../broken-records.ts';
import { writeEach } from '../commit/write-each.ts';
import type { EraseSealedParts } from '../jobs/erase-sealed.ts';
import { logEntryText } from '../log/log-entry.ts';
import type { Change } from '../store/change.ts';
import { longestKept } from './longest-kept.ts';

/**
 * Destroys all that is stored of records that can't be read, once even the longest term they can have had is over. Returns which that
 * was; the others wait to be mended, or for that day.
 */
export async function destroyDamaged(
  { store, committer, hotels, clock, random }: EraseSealedParts,
  damaged: ReadonlySet<string>,
  onBroken: OnBroken,
): Promise<string[]> {
  const destroyed: string[] = [];
  if (damaged.size === 0) return destroyed;
  for (const property of await hotels.all()) {
    const hotel = await hotels.get(property);
    const at = clock();
    const changes: (Change & { readonly registration: string })[] = [];
    for (const registration of damaged) {
      const record = await store.damaged(property, registration);
      const last = record === null ? null : await longestKept(store, hotel, record);
      if (record === null || last === null || last >= toDate(at)) continue;
      const classes = record.names.flatMap((name) => deletedClassSchema.safeParse(name).data ?? []);
      const by = { at, actor: 'server', role: 'server', action: 'erased', registration } as const;
      const purposes = classes.flatMap((one) => (one === 'self' || one === 'desk' ? [] : [one]));
      const [entry = logEntryText(by), ...further] = purposes.map((purpose) => logEntryText({ ...by, purpose }));
      const erasure = { id: newId(at, random), classes, byTerm: true } as const;
      changes.push({ kind: 'destroy-damaged', at, registration, erasure, entry, further });
    }
    const outcomes = await writeEach(committer, property, changes, hotel.sign, onBroken);
    destroyed.push(...changes.flatMap((one, index) => (outcomes[index]?.kind === 'done' ? [one.registration] : [])));
  }
  return destroyed;
}
