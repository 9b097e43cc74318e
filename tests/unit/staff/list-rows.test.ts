import { expect, test } from 'vitest';
import { newId } from '../../../src/protocol/ids.ts';
import { randomBytes } from '../../../src/crypto/random-bytes.ts';
import { belongsTo, type DeskEntry } from '../../../src/staff/desk/desk-entry.ts';
import { firstChoice, type ListChoice } from '../../../src/staff/list/list-choice.ts';
import { ListRows } from '../../../src/staff/list/list-rows.ts';
import { seededRandom } from '../../support/seeded-random.ts';
import { finds, listOf, today } from './sample-list.ts';
import { entryOf as entry } from './sample-row.ts';

test('each view holds whom it says, and counts them', () => {
  const waiting = entry('a');
  const staying = entry('b', { room: '1' }, { state: 'arrived', checkOut: '2026-11-25' });
  const going = entry('c', { room: '2' }, { state: 'arrived', checkOut: today });
  const expired = entry('d', {}, { state: 'expired' });
  const all = [waiting, staying, going, expired];
  const inView = (view: Parameters<typeof belongsTo>[0]) => all.filter((one) => belongsTo(view, one, today));
  expect(inView('arriving')).toEqual([waiting]);
  expect(inView('in-house')).toEqual([staying, going]);
  expect(inView('leaving')).toEqual([going]);
  expect(inView('all')).toHaveLength(4);
  expect(listOf(all).rows.counts(today)).toEqual({ arriving: 1, 'in-house': 2, leaving: 1, all: 4 });
});

test('those in house by room, as rooms are counted; arrivals newest first, within one second too', () => {
  const rooms = ['1002', '201', '21'].map((room) => entry(room, { room }, { state: 'arrived' }));
  expect(listOf(rooms).names({ view: 'in-house' })).toEqual(['21', '201', '1002']);
  const made = [1_800_000_000_000, 1_800_000_000_400, 1_800_000_000_900].map((time) =>
    entry(String(time), {}, { registration: newId(time, randomBytes) }),
  );
  expect(listOf(made).names({})).toEqual(made.map(({ card }) => card?.name).reverse());
});

test('sorted by a column, both ways; names in the order of their pinyin', () => {
  const { names } = listOf([
    entry('张', { room: '1', amount: 5000 }),
    entry('安', { room: '2', amount: 900 }),
    entry('李', { room: '3' }),
  ]);
  const sorted = (by: NonNullable<ListChoice['sort']>['by'], descending = false) =>
    names({ view: 'all', sort: { by, descending } });
  expect(sorted('name')).toEqual(['安', '李', '张']);
  expect(sorted('name', true)).toEqual(['张', '李', '安']);
  expect(sorted('amount')).toEqual(['安', '张', '李']);
  expect(sorted('amount', true)).toEqual(['张', '安', '李']);
});

test('sorted by the number that is shown; who has none comes last, whichever way', () => {
  const numbered = (name: string, ownNumber: string | null, fileNumber?: number) =>
    entry(
      name,
      { room: '1', ...(ownNumber === null ? {} : { ownNumber }) },
      { state: 'arrived', ...(fileNumber === undefined ? {} : { fileNumber }) },
    );
  const waiting = entry('waiting');
  const guests = [
    numbered('thirty', '2026-030', 40),
    waiting,
    numbered('one', '2026-001', 41),
    numbered('twenty', '2026-020', 42),
    numbered('file 9', null, 9),
    numbered('file 43', '', 43),
  ];
  const { rows, names } = listOf(guests);
  const sorted = (descending: boolean) => names({ view: 'all', sort: { by: 'number', descending } });
  const inOrder = ['file 9', 'file 43', 'one', 'twenty', 'thirty'];
  expect(sorted(false)).toEqual([...inOrder, 'waiting']);
  expect(sorted(true)).toEqual([...inOrder.toReversed(), 'waiting']);
  rows.put([{ ...waiting, row: { ...waiting.row, state: 'arrived', fileNumber: 10 } }]);
  expect(sorted(true)).toEqual(['thirty', 'twenty', 'one', 'file 43', 'waiting', 'file 9']);
});

test('filtered by a purpose and by how it stands', () => {
  const { names } = listOf([
    entry('held', {}, { purposes: ['billing'] }),
    entry('back', {}, { purposes: ['emergency'], withdrawn: ['billing'] }),
    entry('sealed', {}, { purposes: [], sealedOff: ['identity'] }),
  ]);
  const all = { view: 'all' } as const;
  expect(names({ ...all, purpose: 'billing' })).toEqual(expect.arrayContaining(['back', 'held']));
  expect(names({ ...all, purpose: 'billing', standing: 'held' })).toEqual(['held']);
  expect(names({ ...all, purpose: 'billing', standing: 'withdrawn' })).toEqual(['back']);
  expect(names({ ...all, standing: 'sealed-off' })).toEqual(['sealed']);
  expect(names({ ...all, typed: 'held', standing: 'sealed-off' })).toEqual([]);
});

test('whatever comes in whatever order, the list is what sorting and searching it whole gives', () => {
  const random = seededRandom(20261127);
  const [rows, known] = [new ListRows(), new Map<string, DeskEntry>()];
  const surnames = Array.from('单曾仇解乐张李王');
  for (let round = 0; round < 40; round++) {
    const batch = Array.from({ length: random.int(90) }, (_, at) => {
      const old = random.pick([...known.values(), null, null]);
      const registration = old?.row.registration ?? newId(1_800_000_000_000 + at * 7, random.bytes);
      const state = random.pick(['received', 'arrived', 'departed'] as const);
      const made = entry(`${random.pick(surnames)}${at}`, { room: String(at % 40) }, { registration, state });
      return random.chance(0.1) ? { ...made, card: null, desk: null } : made;
    });
    rows.put(batch);
    for (const one of batch) known.set(one.row.registration, one);
    if (round % 10 === 9) {
      const gone = new Set([...known.keys()].filter(() => random.chance(0.2)));
      rows.keep((registration) => !gone.has(registration));
      for (const one of gone) known.delete(one);
    }
    for (const typed of ['', 's', 's1', '单1', '3', '31', 'z', 'zs', 'o', 'l', 'oo', '-7', '-o7', '单', 'Ｚ']) {
      const view = random.pick(['arriving', 'all'] as const);
      const by = random.pick(['received', 'name', 'room', 'check-out', 'state', 'contact'] as const);
      const sort = { by, descending: random.chance(0.5) };
      const wanted = [...known.values()].filter((one) =>
        typed === '' ? belongsTo(view, one, today) : finds(typed, one),
      );
      const ids = (entries: readonly DeskEntry[]) => entries.map(({ row }) => row.registration);
      const found = ids(rows.window({ ...firstChoice, view, typed, sort }, today, 0, wanted.length + 10));
      const whole = new ListRows();
      whole.put(wanted);
      expect(found).toEqual(ids(whole.window({ ...firstChoice, view: 'all', sort }, today, 0, 10_000)));
    }
  }
});

test('those who come along: the one they named first, then the newest, and never more than a party has', () => {
  const [lead, ...others] = Array.from({ length: 40 }, (_, at) => newId(1_800_000_000_000 + at, randomBytes));
  if (lead === undefined) throw new Error('forty were made');
  const rows = new ListRows();
  rows.put([entry('lead', {}, { registration: lead })]);
  rows.put(others.map((registration) => entry(registration, {}, { registration, party: lead })));
  const newest = others.toReversed();
  expect(rows.together(lead).map(({ row }) => row.registration)).toEqual(newest.slice(0, 30));
  expect(rows.together(others[0] ?? '').map(({ row }) => row.registration)).toEqual([lead, ...newest.slice(0, 29)]);
  expect(rows.together(newId(1, randomBytes))).toEqual([]);
});

test('the register is about those to be handed over, abroad first, and its size has an end', () => {
  const arrived = (name: string, changes: Parameters<typeof entry>[2] = {}) =>
    entry(name, { room: '1' }, { state: 'departed', arrivedAt: '2026-11-21T18:00:00+08:00', ...changes });
  const rows = new ListRows();
  const handedOver = { at: '2026-11-21T19:00:00+08:00', by: 'x', way: 'typed', consentNumber: 1 } as const;
  const many = Array.from({ length: 400 }, (_, at) => arrived(String(at)));
  const abroad = arrived('abroad');
  rows.put([
    entry('on the way'),
    ...many,
    { ...abroad, desk: abroad.desk === null ? null : { ...abroad.desk, abroad: true } },
    arrived('done', { handedOver }),
    arrived('changed since', { handedOver, consentNumber: 2 }),
  ]);
  const { entries, left } = rows.forRegister();
  const names = entries.map(({ card }) => card?.name);
  expect(names[0]).toBe('abroad');
  expect(names).toEqual(expect.arrayContaining(['done', 'changed since']));
  expect(names).not.toContain('on the way');
  expect(new Set(names).size + left).toBe(403);
  expect(entries.length).toBeLessThan(310);
  rows.put(many.map((one) => ({ ...one, row: { ...one.row, handedOver } })));
  expect(rows.forRegister().left).toBe(0);
  // Of those handed over the newest are enough.
  expect(rows.forRegister().entries.length).toBeLessThan(110);
});
