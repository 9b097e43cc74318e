import { expect, test } from 'vitest';
import { deviceMemory } from '../../../src/staff/app/device-memory.ts';
import type { DeskEntry } from '../../../src/staff/desk/desk-entry.ts';
import { keepFile, keptFile, madeFile, stillWaiting } from '../../../src/staff/register/made-file.ts';
import { registerQueue } from '../../../src/staff/register/register-queue.ts';
import { newId, newPropertyId } from '../../../src/protocol/ids.ts';
import { randomBytes } from '../../../src/crypto/random-bytes.ts';
import { entryOf } from './sample-row.ts';

const now = Date.parse('2026-11-27T14:05:00+08:00');
const [hotel, other, maker] = [newPropertyId(randomBytes), newPropertyId(randomBytes), newId(now, randomBytes)];

const arrived = (name: string) =>
  entryOf(name, { room: '208' }, { state: 'arrived', arrivedAt: '2026-11-27T12:00:00+08:00', consentNumber: 2 });
const handed = (entry: DeskEntry): DeskEntry => {
  const handedOver = { at: '2026-11-27T15:00:00+08:00', by: maker, way: 'file', consentNumber: 2 } as const;
  return { ...entry, row: { ...entry.row, handedOver } };
};
const idOf = ({ row }: DeskEntry) => row.registration;
const [anna, bo, cem] = [arrived('Anna Kowalska'), arrived('Bo Li'), arrived('Cem Öz')];
const composed = {
  people: [{ origin: 'abroad', lines: [] } as const, { origin: 'mainland', lines: [] } as const],
  whole: [{ entry: anna, consentNumber: 2 }],
  unfinished: [{ entry: bo, consentNumber: 2, lacks: ['entry'] as const }],
  left: [{ entry: cem, why: 'unreadable' as const }],
  fromAbroad: [idOf(anna)],
};
const made = madeFile(composed, '2026-11-27T14:05:00+08:00', maker);

function tablet() {
  const kept = new Map<string, string>();
  const storage: Storage = {
    get length() {
      return kept.size;
    },
    clear: () => kept.clear(),
    getItem: (key) => kept.get(key) ?? null,
    key: (at) => [...kept.keys()][at] ?? null,
    removeItem: (key) => void kept.delete(key),
    setItem: (key, text) => void kept.set(key, text),
  };
  return { memory: deviceMemory(() => storage), text: () => [...kept.values()].join('') };
}

test('a file outlives a locked tablet by the numbers of its guests, and no name is kept', () => {
  const { memory, text } = tablet();
  memory.change({ property: hotel });
  keepFile(memory, hotel, made);
  expect(keptFile(memory, hotel, now)).toEqual({
    at: made.at,
    by: maker,
    lines: 2,
    whole: [{ registration: idOf(anna), consentNumber: 2 }],
    unfinished: [{ registration: idOf(bo), lacks: [] }],
    left: [],
    isEarlier: true,
  });
  expect(text()).not.toMatch(/Anna|Kowalska|Bo Li|208/);
  expect(text()).not.toContain(idOf(cem));
  expect(keptFile(memory, other, now)).toBeNull();
  expect(keptFile(memory, hotel, now + 8 * 86_400_000)).toBeNull();
  expect(memory.read().property).toBe(hotel);
});

test('marked or closed it is forgotten, and another hotel’s stays', () => {
  const { memory, text } = tablet();
  keepFile(memory, hotel, made);
  keepFile(memory, other, made);
  keepFile(memory, hotel, { ...made, whole: [], unfinished: [] });
  expect(keptFile(memory, hotel, now)).toBeNull();
  expect(keptFile(memory, other, now)).not.toBeNull();
  keepFile(memory, other, null);
  expect(text()).toBe('{}');
});

test('what was kept by hand or by a fault is nothing', () => {
  const { memory, text } = tablet();
  keepFile(memory, hotel, { ...made, by: '<img>' });
  expect(text()).toContain('<img>');
  expect(keptFile(memory, hotel, now)).toBeNull();
});

test('who was marked meanwhile is told no more, and those not listed can still be marked', () => {
  const queue = (...entries: readonly DeskEntry[]) => registerQueue(entries, new Set());
  const kept = { ...made, isEarlier: true };
  expect(stillWaiting(kept, queue(anna, bo, cem))).toMatchObject({
    whole: made.whole,
    unfinished: [{ entry: bo }],
    left: [{ entry: cem, why: 'unreadable' }],
  });
  expect(stillWaiting(kept, queue(handed(anna), bo))).toMatchObject({ whole: [], unfinished: [{ entry: bo }] });
  expect(stillWaiting(kept, queue())).toMatchObject({ whole: made.whole, unfinished: [], left: [] });
  expect(stillWaiting(kept, queue(handed(anna), handed(bo), handed(cem)))).toBeNull();
});
