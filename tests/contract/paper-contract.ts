// What every store must do with the register of paper, whatever it is built on.

import { expect, test } from 'vitest';
import type { ChangeOf } from '../../src/server/store/change.ts';
import { fixtureId } from '../support/server-fixtures.ts';
import { contractSetting, type StorePlace } from './contract-setting.ts';

export function paperContract(newPlace: () => Promise<StorePlace>): void {
  const s = contractSetting(newPlace);
  const { entries, entry, reopen, write } = s;
  const actor = fixtureId();

  const recording = (record: string): ChangeOf<'record-paper'> => ({
    kind: 'record-paper',
    at: s.now,
    record,
    actor,
    checkOut: '2026-11-25',
    departed: false,
    place: 'office',
    parts: [
      { purpose: 'emergency', retention: { kind: 'after-departure', workingDays: 7 } },
      { purpose: 'offers', retention: { kind: 'until-withdrawn', monthsAfterStay: 12 } },
    ],
    entry: entry('paper-recorded'),
  });
  const destruction = (
    record: string,
    how: 'shredded' | 'struck-out',
    purposes: readonly ('emergency' | 'offers')[],
  ): ChangeOf<'destroy-paper'> => ({
    kind: 'destroy-paper',
    at: s.now + 1000,
    record,
    actor,
    how,
    purposes,
    entry: entry('paper-destroyed'),
    further: purposes.slice(1).map(() => entry('paper-destroyed')),
  });

  test('sheets are numbered from 1, kept whole, the newest first, and entered once', async () => {
    const [first, second] = [fixtureId(), fixtureId()];
    const before = (await entries()).length;
    const { outcomes } = await write(recording(first), recording(second), recording(first));
    expect(outcomes.map(({ kind }) => kind)).toEqual(['done', 'done', 'unchanged']);
    expect(await entries()).toHaveLength(before + 2);
    await reopen();
    const kept = await s.store.papers(s.hotel.property, 10);
    expect(kept.map(({ record, number }) => [record, number])).toEqual([
      [second, 2],
      [first, 1],
    ]);
    const { kind, entry: _, parts, ...facts } = recording(first);
    expect(kind).toBe('record-paper');
    expect(await s.store.paper(s.hotel.property, first)).toEqual({
      ...facts,
      number: 1,
      parts: parts.map((part) => ({ ...part, destroyed: null })),
    });
    expect(await s.store.paper('0000000000', first)).toBeNull();
    expect(await s.store.papers('0000000000', 10)).toEqual([]);
  });

  test('what is still there is listed however old it is; of what is gone the newest are', async () => {
    const all = [fixtureId(), fixtureId(), fixtureId(), fixtureId()] as const;
    for (const record of all) await write(recording(record));
    const [oldest, first, second, third] = all;
    for (const record of [first, second, third]) await write(destruction(record, 'shredded', ['emergency', 'offers']));
    const listed = async (gone: number) => (await s.store.papers(s.hotel.property, gone)).map(({ record }) => record);
    expect(await listed(2)).toEqual([third, second, oldest]);
    expect(await listed(0)).toEqual([oldest]);
  });

  test('a sheet is moved while something of it is there, and each use is destroyed once', async () => {
    const record = fixtureId();
    const move = { kind: 'move-paper', at: s.now, record, checkOut: '2026-11-23', departed: true } as const;
    const moving = () => ({ ...move, entry: entry('paper-moved') });
    const { outcomes } = await write(
      moving(),
      recording(record),
      moving(),
      destruction(record, 'struck-out', ['emergency']),
      destruction(record, 'shredded', ['emergency', 'offers']),
      destruction(record, 'shredded', ['offers']),
      moving(),
    );
    expect(outcomes.map((one) => (one.kind === 'refused' ? one.code : one.kind))).toEqual([
      'not_found',
      'done',
      'done',
      'done',
      'conflict',
      'done',
      'gone',
    ]);
    await reopen();
    expect(await s.store.paper(s.hotel.property, record)).toMatchObject({
      checkOut: '2026-11-23',
      departed: true,
      parts: [
        { purpose: 'emergency', destroyed: { at: s.now + 1000, by: actor, how: 'struck-out' } },
        { purpose: 'offers', destroyed: { at: s.now + 1000, by: actor, how: 'shredded' } },
      ],
    });
  });
}
