import { newId } from '../../protocol/ids.ts';
import type { DeletedClass } from '../../protocol/receipt.ts';
import { toDate } from '../../protocol/time.ts';
import type { OnBroken } from '../broken-records.ts';
import { writeEach } from '../commit/write-each.ts';
import type { EraseSealedParts } from '../jobs/erase-sealed.ts';
import { logEntryText } from '../log/log-entry.ts';
import type { Change } from '../store/change.ts';
import { keptRegistrations, type PlannedRegistration } from './kept-registrations.ts';

/**
 * Erases and seals off, at every hotel's, what has come due of guests who arrived. Returns how many registrations that was. A broken record
 * is told and keeps nobody else's.
 */
export async function endDue(parts: EraseSealedParts, onBroken: OnBroken): Promise<number> {
  const { store, committer, hotels, clock } = parts;
  let ended = 0;
  for (const property of await hotels.all()) {
    const hotel = await hotels.get(property);
    const at = clock();
    for await (const page of keptRegistrations(store, hotel, toDate(at), onBroken)) {
      const changes = page.flatMap((planned) => changeOf(planned, at, parts));
      const outcomes = await writeEach(committer, property, changes, hotel.sign, onBroken);
      ended += outcomes.filter((outcome) => outcome?.kind === 'done').length;
    }
  }
  return ended;
}

function changeOf(
  { kept, plan }: PlannedRegistration,
  at: number,
  { random }: Pick<EraseSealedParts, 'random'>,
): (Change & { readonly registration: string })[] {
  const today = toDate(at);
  const due = plan.steps.filter(({ day }) => day <= today);
  const ended = plan.ends.due <= today;
  if (due.length === 0 && !ended) return [];
  const { registration } = kept;
  const erased = due.filter(({ outcome }) => outcome === 'erased').map(({ purpose }) => purpose);
  const sealedOff = due.filter(({ outcome }) => outcome === 'sealed-off');
  const by = { at, actor: 'server', role: 'server', registration } as const;
  const [entry, ...further] = [
    ...erased.map((purpose) => logEntryText({ ...by, action: 'erased', purpose })),
    ...sealedOff.map(({ purpose }) => logEntryText({ ...by, action: 'sealed-off', purpose })),
    ...(ended ? [logEntryText({ ...by, action: 'erased', purpose: 'card' })] : []),
  ];
  if (entry === undefined) return [];
  const classes: DeletedClass[] = ended ? [...erased, 'card', 'self', 'desk'] : erased;
  return [
    {
      kind: 'retain',
      at,
      registration,
      expected: kept,
      erased,
      sealedOff: sealedOff.map(({ purpose, until }) => ({ purpose, until })),
      ended,
      entry,
      further,
      erasure: classes.length === 0 ? null : { id: newId(at, random), classes, byTerm: true },
    },
  ];
}
