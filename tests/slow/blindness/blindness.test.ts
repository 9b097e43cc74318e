// The same search as in the quick suite, for a hundred guests of at least forty details each.

import { expect, test } from 'vitest';
import { toDate } from '../../../src/protocol/time.ts';
import { plantedGuests } from '../../end-to-end/blindness/planted-guests.ts';
import { searchEverywhere, setTheStage } from '../../end-to-end/blindness/search-everywhere.ts';
import { summary } from '../../end-to-end/blindness/search-places.ts';

const count = Number(process.env['FOYER_GUESTS'] ?? 100);

test(`nothing that ${count} guests tell is anywhere the server can see`, async () => {
  const guests = plantedGuests(Date.now(), count, toDate(Date.now()));
  expect(guests.every(({ planted }) => planted.length >= 40)).toBe(true);
  const stage = await setTheStage();
  try {
    const { hits, unsearched, missing } = await searchEverywhere(stage, guests);
    expect(summary(hits)).toEqual([]);
    expect(unsearched).toEqual([]);
    expect(missing).toEqual([]);
  } finally {
    await stage.clear();
  }
});
