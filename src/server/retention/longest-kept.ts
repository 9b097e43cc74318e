import { deletedClassSchema } from '../../protocol/receipt.ts';
import type { Retention } from '../../protocol/purposes.ts';
import { addDays, addMonths, toDate } from '../../protocol/time.ts';
import { type Hotel, readManifest } from '../hotel/hotels.ts';
import { workingDaysAfter } from '../requests/working-days.ts';
import type { DamagedRecord } from '../store/retention-store.ts';
import type { Store } from '../store/store.ts';
import { lastOffered } from './last-offered.ts';

/** Milliseconds: after this no calendar goes on. */
const lastMoment = 8.64e15;

/**
 * The last day on which anything of a record that can't be read may still have a term: the longest of any notice the hotel has published
 * for what is stored of it, from the latest day that is known of the stay, or from the day it was received. Null while that can't be told,
 * as where a law's term isn't known.
 */
export async function longestKept(
  store: Pick<Store, 'manifest' | 'settings'>,
  hotel: Hotel,
  { receivedAt, days, names }: DamagedRecord,
): Promise<string | null> {
  const received = receivedAt > 0 && receivedAt <= lastMoment ? [toDate(receivedAt)] : [];
  const from = [...days, ...received].toSorted().at(-1);
  if (from === undefined) return null;
  const isAnything = names.some((name) => !deletedClassSchema.safeParse(name).success);
  const { manifest: today } = hotel.current;
  const { unconfirmedHours } = (await store.settings(hotel.property)).settings;
  let last = addDays(from, Math.ceil(unconfirmedHours / 24) + 1);
  for (let sequence = 1; sequence <= today.sequence; sequence++) {
    const jws = await store.manifest(hotel.property, sequence);
    if (jws === null) return null;
    for (const { id, retention } of readManifest(jws).purposes) {
      if (!isAnything && !names.includes(id)) continue;
      const day = lastDayOf(retention, from, await lastOffered(store, hotel, id));
      if (day === null) return null;
      if (day > last) last = day;
    }
  }
  return last;
}

/** `today`: the purpose's term by now. What a law asks is kept as long as the rule says that was entered last. */
function lastDayOf(retention: Retention, from: string, today: Retention | null): string | null {
  switch (retention.kind) {
    case 'until-date':
      return retention.erased;
    case 'after-departure':
      return workingDaysAfter(from, retention.workingDays).due;
    case 'until-withdrawn':
      return addMonths(from, retention.monthsAfterStay);
    case 'statutory':
      if (today?.kind !== 'statutory' || today.months === undefined) return null;
      return addMonths(from, Math.max(today.months, retention.months ?? 0));
  }
}
