// What every store must do with a record that can't be read: mark it, and give the others.

import { expect, test } from 'vitest';
import { contractSetting, type StorePlace } from './contract-setting.ts';
import { guestChanges } from './guest-changes.ts';

export function brokenContract(newPlace: () => Promise<StorePlace>): void {
  const s = contractSetting(newPlace);
  const { arrival, damage, write } = s;
  const { registered } = guestChanges(s);

  test('a damaged record is marked among the others, for the list, the job and an export', async () => {
    const { property } = s.hotel;
    const ids: string[] = [];
    for (let count = 0; count < 3; count++) ids.push((await registered()).submission.registration);
    const [first, broken, third] = ids;
    if (first === undefined || broken === undefined || third === undefined) throw new TypeError('three guests');
    const marked = { registration: broken, unreadable: true };
    damage(broken, 'purposes', 'offers,nonsense');
    expect(await s.store.awaited(property, null, 0, 10)).toMatchObject([
      { registration: first },
      marked,
      { registration: third },
    ]);
    damage(broken, 'purposes', 'offers');
    await write(...ids.map((id) => arrival(id)));
    damage(broken, 'purposes', 'offers,nonsense');
    const listed = await s.store.rows(property, 0, 10);
    expect(listed.map(({ row }) => [row.registration, row.unreadable])).toEqual([
      [first, undefined],
      [broken, true],
      [third, undefined],
    ]);
    expect(listed[1]?.row).toMatchObject({ state: 'arrived', purposes: [], card: null, desk: null });
    expect((await s.store.rowsBefore(property, 100, 10)).map(({ row }) => row.unreadable)).toEqual([
      undefined,
      true,
      undefined,
    ]);
    const kept = await s.store.kept(property, 0, 10);
    expect(kept).toMatchObject([{ registration: first }, marked, { registration: third }]);
    // Reading goes on behind it.
    expect(await s.store.kept(property, kept[1]?.row ?? 0, 10)).toMatchObject([{ registration: third }]);
    expect(await s.store.keptFor(property, 'offers', 0, 10)).toMatchObject([
      { registration: first },
      marked,
      { registration: third },
    ]);
    damage(broken, 'purposes', 'offers');
    damage(broken, 'check_out', 'tomorrow');
    expect((await s.store.rows(property, 0, 10)).map(({ row }) => row.unreadable)).toEqual([
      undefined,
      true,
      undefined,
    ]);
    damage(broken, 'check_out', '2026-11-24');
    damage(broken, 'agreed', 'nonsense');
    expect((await s.store.rows(property, 0, 10)).map(({ row }) => row.unreadable)).toEqual([
      undefined,
      true,
      undefined,
    ]);
    damage(broken, 'agreed', '');
    expect((await s.store.rows(property, 0, 10)).map(({ row }) => row.unreadable)).toEqual([
      undefined,
      undefined,
      undefined,
    ]);
  });
}
