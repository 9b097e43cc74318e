// What every store must do with a record that can't be read: mark it, and give the others.

import { expect, test } from 'vitest';
import { contractSetting, type StorePlace } from './contract-setting.ts';
import { guestChanges } from './guest-changes.ts';

export function brokenContract(newPlace: () => Promise<StorePlace>): void {
  const s = contractSetting(newPlace);
  const { arrival, damage, write } = s;
  const { erasing, registered } = guestChanges(s);

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

  test('of a damaged record that is sealed off only the mark comes, and all others’ as they are', async () => {
    const ids: string[] = [];
    for (let count = 0; count < 2; count++) {
      const guest = await registered({ statutory: ['identity'] });
      ids.push(guest.submission.registration);
      await write(arrival(guest.submission.registration));
      const sealedOff = [{ purpose: 'identity', until: '2027-05-24' } as const];
      await write(erasing(guest, { arrived: true, sealedOff }));
    }
    const [broken = '', other] = ids;
    const sealed = {
      registration: other,
      purpose: 'identity',
      until: '2027-05-24',
      checkOut: '2026-11-24',
      version: 1,
    };
    damage(broken, 'agreed', 'nonsense');
    const marked = { row: 1, registration: broken, unreadable: true };
    expect(await s.store.allSealedOff(s.hotel.property)).toEqual([marked, sealed]);
    damage(broken, 'agreed', '');
    damage(broken, 'check_out', 'tomorrow');
    expect((await s.store.allSealedOff(s.hotel.property))[0]).toMatchObject({ checkOut: '2026-11-24' });
    damage(broken, 'desk_check_out', 'tomorrow');
    expect(await s.store.allSealedOff(s.hotel.property)).toEqual([marked, sealed]);
  });

  test('what is overdue can be asked for behind one that stays', async () => {
    const ids: string[] = [];
    for (let count = 0; count < 3; count++) ids.push((await registered()).submission.registration);
    const [first = '', second = '', third = ''] = ids;
    const overdue = (after: string | null) => s.store.overdue(s.hotel.property, s.now + 86_400_000, after, 2);
    expect(await overdue(null)).toEqual([first, second]);
    expect(await overdue(second)).toEqual([third]);
    expect(await overdue(third)).toEqual([]);
  });
}
