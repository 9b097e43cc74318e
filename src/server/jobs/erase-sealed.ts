import type { Clock, RandomBytes } from '../../protocol/ids.ts';
import { newId } from '../../protocol/ids.ts';
import { toDate } from '../../protocol/time.ts';
import { type OnBroken, unlessBroken } from '../broken-records.ts';
import type { Committer } from '../commit/committer.ts';
import { writeEach } from '../commit/write-each.ts';
import type { Hotel, Hotels } from '../hotel/hotels.ts';
import { logEntryText } from '../log/log-entry.ts';
import { Terms } from '../retention/terms-of.ts';
import type { Change } from '../store/change.ts';
import type { AnySealedOff } from '../store/retention-store.ts';
import type { Store } from '../store/store.ts';

export interface EraseSealedParts {
  readonly store: Store;
  readonly committer: Committer;
  readonly hotels: Hotels;
  readonly clock: Clock;
  readonly random: RandomBytes;
}

/**
 * Erases what was sealed off once the day has come: the one in the certificate or, where no term was known then, the one the owner
 * has entered since; where the same temporary rule was ended since, its earlier end. Returns how many there were. A broken record is told
 * and keeps nobody else's.
 */
export async function eraseSealedOff(
  { store, committer, hotels, clock, random }: EraseSealedParts,
  onBroken: OnBroken,
): Promise<number> {
  let erased = 0;
  for (const property of await hotels.all()) {
    const hotel = await hotels.get(property);
    const at = clock();
    const due: AnySealedOff[] = [];
    for await (const { sealed, day } of sealedWithDays(store, hotel, onBroken))
      if (day !== null && day <= toDate(at)) due.push(sealed);
    if (due.length === 0) continue;
    const changes = due.map(({ registration, purpose }): Change & { readonly registration: string } => ({
      kind: 'erase-sealed',
      at,
      registration,
      purpose,
      erasure: { id: newId(at, random), classes: [purpose] },
      entry: logEntryText({ at, actor: 'server', role: 'server', action: 'erased', registration, purpose }),
    }));
    const outcomes = await writeEach(committer, property, changes, hotel.sign, onBroken);
    erased += outcomes.filter((outcome) => outcome?.kind === 'done').length;
  }
  return erased;
}

/** Everything that is sealed off with the day it goes, or null; of whom nothing can be read is told and left out. */
export async function* sealedWithDays(
  store: Pick<Store, 'allSealedOff' | 'notice' | 'manifest'>,
  hotel: Hotel,
  onBroken: OnBroken,
): AsyncGenerator<{ readonly sealed: AnySealedOff; readonly day: string | null }> {
  const terms = new Terms(store, hotel);
  for (const sealed of await store.allSealedOff(hotel.property)) {
    const { registration } = sealed;
    if ('unreadable' in sealed) {
      onBroken(registration);
      continue;
    }
    const read = async () => ({ sealed, day: await terms.sealedDay(sealed) });
    const dated = await unlessBroken(registration, read, onBroken);
    if (dated !== null) yield dated;
  }
}
