import { expect, test } from 'vitest';
import { deviceMemory } from '../../../src/staff/app/device-memory.ts';
import type { DeskEntry } from '../../../src/staff/desk/desk-entry.ts';
import {
  forgetFile,
  forgetOldFiles,
  keepFile,
  keptFiles,
  madeFile,
  type MadeFile,
  stillWaiting,
  withFile,
} from '../../../src/staff/register/made-file.ts';
import { registerQueue } from '../../../src/staff/register/register-queue.ts';
import { newId, newPropertyId } from '../../../src/protocol/ids.ts';
import { toInstant } from '../../../src/protocol/time.ts';
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
const made = madeFile(composed, {
  id: newId(now, randomBytes),
  at: '2026-11-27T14:05:00+08:00',
  by: maker,
});

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
  expect(keptFiles(memory, hotel, now)).toEqual([
    {
      id: made.id,
      at: made.at,
      by: maker,
      lines: 2,
      whole: [{ registration: idOf(anna), consentNumber: 2 }],
      unfinished: [{ registration: idOf(bo), lacks: [] }],
      left: [],
      isEarlier: true,
    },
  ]);
  expect(text()).not.toMatch(/Anna|Kowalska|Bo Li|208/);
  expect(text()).not.toContain(idOf(cem));
  expect(keptFiles(memory, other, now)).toEqual([]);
  expect(keptFiles(memory, hotel, now + 8 * 86_400_000)).toEqual([]);
  expect(memory.read().property).toBe(hotel);
});

test('marked or closed it is forgotten, and another hotel’s stays', () => {
  const { memory, text } = tablet();
  keepFile(memory, hotel, made);
  keepFile(memory, other, made);
  keepFile(memory, hotel, { ...made, whole: [], unfinished: [] });
  expect(keptFiles(memory, hotel, now)).toEqual([]);
  expect(keptFiles(memory, other, now)).toHaveLength(1);
  forgetFile(memory, other, made.id);
  expect(text()).toBe('{}');
});

test('a second file, and one with nobody in it, takes nothing from the first', () => {
  const { memory } = tablet();
  const second = { ...made, id: newId(now, randomBytes), whole: [{ registration: idOf(cem), consentNumber: 1 }] };
  const nobody = { ...made, id: newId(now, randomBytes), lines: 0, whole: [], unfinished: [] };
  for (const one of [made, second, nobody]) keepFile(memory, hotel, one);
  keepFile(memory, hotel, { ...made, whole: [] });
  const kept = keptFiles(memory, hotel, now);
  expect(kept.map(({ id, whole }) => [id, whole.length])).toEqual([
    [second.id, 1],
    [made.id, 0],
  ]);
  const shown = [made, second, nobody].reduce<readonly MadeFile[]>(withFile, []);
  expect(shown).toEqual([nobody, second, made]);
  const id = newId(now, randomBytes);
  expect(withFile(shown, { ...nobody, id }).map((one) => one.id)).toEqual([id, second.id, made.id]);
  expect(withFile(shown, { ...second, whole: [] })[1]?.whole).toEqual([]);
});

test('after a week nothing of a file is left on the device, whoever signs in', () => {
  const { memory, text } = tablet();
  const later = now + 6 * 86_400_000;
  const second = { ...made, id: newId(later, randomBytes), at: toInstant(later) };
  for (const one of [made, second]) keepFile(memory, hotel, one);
  keepFile(memory, other, made);
  forgetOldFiles(memory, now + 7 * 86_400_000);
  expect(keptFiles(memory, other, now)).toHaveLength(1);
  forgetOldFiles(memory, now + 8 * 86_400_000);
  expect(text()).not.toContain(made.id);
  expect(keptFiles(memory, hotel, now + 8 * 86_400_000).map(({ id }) => id)).toEqual([second.id]);
  forgetOldFiles(memory, now - 8 * 86_400_000);
  expect(text()).toBe('{}');
});

test('what was kept by hand or by a fault is nothing', () => {
  const { memory, text } = tablet();
  keepFile(memory, hotel, { ...made, by: '<img>' });
  expect(text()).toContain('<img>');
  expect(keptFiles(memory, hotel, now)).toEqual([]);
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
