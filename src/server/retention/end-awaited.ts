import { newId } from '../../protocol/ids.ts';
import { toDate } from '../../protocol/time.ts';
import { type OnBroken, unlessBroken } from '../broken-records.ts';
import { writeEach } from '../commit/write-each.ts';
import type { EraseSealedParts } from '../jobs/erase-sealed.ts';
import { logEntryText } from '../log/log-entry.ts';
import type { Change } from '../store/change.ts';
import { Terms } from './terms-of.ts';

const page = 200;

/**
 * Erases what a temporary rule asked, once its day has come, of guests who are still awaited: of them nothing else has a term before they
 * arrive or their registration expires. Returns how many registrations that was. A broken record is told and keeps nobody else's.
 */
export async function endAwaited(
  { store, committer, hotels, clock, random }: EraseSealedParts,
  onBroken: OnBroken,
): Promise<number> {
  let ended = 0;
  for (const property of await hotels.all()) {
    const hotel = await hotels.get(property);
    const terms = new Terms(store, hotel);
    for (let after = 0; ; ) {
      const found = await store.awaited(property, 'temporary', after, page);
      const last = found.at(-1);
      if (last === undefined) break;
      after = last.row;
      const at = clock();
      const changes: (Change & { readonly registration: string })[] = [];
      for (const waiting of found) {
        const { registration } = waiting;
        if ('unreadable' in waiting) {
          onBroken(registration);
          continue;
        }
        const due = (await unlessBroken(registration, () => terms.of(waiting), onBroken))?.some(
          ({ retention }) => retention.kind === 'until-date' && retention.erased <= toDate(at),
        );
        if (due !== true) continue;
        const purpose = 'temporary';
        changes.push({
          kind: 'retain',
          at,
          registration,
          expected: waiting,
          erased: [purpose],
          sealedOff: [],
          ended: false,
          entry: logEntryText({ at, actor: 'server', role: 'server', action: 'erased', registration, purpose }),
          further: [],
          erasure: { id: newId(at, random), classes: [purpose], byTerm: true },
        });
      }
      const outcomes = await writeEach(committer, property, changes, hotel.sign, onBroken);
      ended += outcomes.filter((outcome) => outcome?.kind === 'done').length;
    }
  }
  return ended;
}
