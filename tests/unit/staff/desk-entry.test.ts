import { expect, test } from 'vitest';
import { arrivalCode, newId } from '../../../src/protocol/ids.ts';
import { randomBytes } from '../../../src/crypto/random-bytes.ts';
import { firstSeen } from '../../../src/staff/desk/consent-memory.ts';
import { belongsTo, compareIn, type DeskEntry, matcher } from '../../../src/staff/desk/desk-entry.ts';
import { sampleRow } from './sample-row.ts';

function entry(name: string, room: string | null, changes: Parameters<typeof sampleRow>[0] = {}): DeskEntry {
  const row = sampleRow(changes);
  const { checkIn, checkOut, partySize } = row;
  return {
    row,
    code: arrivalCode(row.registration),
    card: { name, maskedContact: null, checkIn, checkOut, partySize },
    desk: room === null ? null : { room, remarks: '', roomType: '', amountSpent: null, ownNumber: '' },
    broken: false,
    consents: firstSeen(row),
    olderRefused: false,
  };
}

test('found by code, name or room, whichever way they are typed', () => {
  const zoe = entry('Zoë Müller', '1205');
  for (const typed of [
    'zoe',
    'MULLER',
    'müll',
    '  zoë  mü',
    '12',
    '',
    ' ',
    zoe.code.toLowerCase(),
    `${zoe.code.slice(0, 3)}-${zoe.code.slice(3)}`,
  ])
    expect(matcher(typed)(zoe), typed).toBe(true);
  for (const typed of ['zoex', '205', '李']) expect(matcher(typed)(zoe), typed).toBe(false);
  expect(matcher('王')(entry('王秀英', null))).toBe(true);
});

test('a row that could not be opened is still found by its code', () => {
  const broken: DeskEntry = { ...entry('', null), card: null, broken: true };
  expect(matcher(broken.code)(broken)).toBe(true);
  expect(matcher('x')(broken)).toBe(broken.code.startsWith('X'));
});

test('each view holds whom it says', () => {
  const waiting = entry('a', null);
  const staying = entry('b', '1', { state: 'arrived', checkOut: '2026-11-25' });
  const going = entry('c', '2', { state: 'arrived', checkOut: '2026-11-21' });
  const expired = entry('d', null, { state: 'expired' });
  const inView = (view: Parameters<typeof belongsTo>[0]) =>
    [waiting, staying, going, expired].filter((one) => belongsTo(view, one, '2026-11-21'));
  expect(inView('arriving')).toEqual([waiting]);
  expect(inView('in-house')).toEqual([staying, going]);
  expect(inView('leaving')).toEqual([going]);
  expect(inView('all')).toHaveLength(4);
});

test('those in house by room, as rooms are counted; arrivals newest first, within one second too', () => {
  const rooms = ['1002', '201', '21'].map((room) => entry(room, room, { state: 'arrived' }));
  expect(rooms.sort(compareIn('in-house')).map(({ desk }) => desk?.room)).toEqual(['21', '201', '1002']);
  const made = [1_800_000_000_000, 1_800_000_000_400, 1_800_000_000_900].map((time) =>
    entry(String(time), null, { registration: newId(time, randomBytes) }),
  );
  expect([...made].sort(compareIn('arriving'))).toEqual([...made].reverse());
});
