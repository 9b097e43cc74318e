// What every store must do about openings that take an approval, and about guests who are read to be exported.

import { expect, test } from 'vitest';
import { logEntrySchema } from '../../src/protocol/audit-log.ts';
import type { PurposeId } from '../../src/protocol/purposes.ts';
import type { Change, ChangeOf } from '../../src/server/store/change.ts';
import { testGuest } from '../support/server-fixtures.ts';
import { contractSetting, type StorePlace } from './contract-setting.ts';

export function openingContract(newPlace: () => Promise<StorePlace>): void {
  const s = contractSetting(newPlace);
  const { arrival, entries, entry, registration, write } = s;

  test('what takes an approval isn’t opened without one, and an approval’s entry stands before the opening’s', async () => {
    const guest = await testGuest(s.hotel, { given: ['billing'], statutory: ['identity', 'minors'] });
    const id = guest.submission.registration;
    await write(registration(guest));
    const openingOf = (purpose: PurposeId, more: Partial<ChangeOf<'open-envelope'>> = {}): Change => ({
      kind: 'open-envelope',
      at: s.now,
      registration: id,
      purpose,
      approved: false,
      keys: [s.hotel.keys[purpose].keyId],
      entry: entry('opened', id),
      ...more,
    });
    const { outcomes } = await write(openingOf('minors'), openingOf('identity'), openingOf('billing'));
    expect(outcomes.map((outcome) => ('code' in outcome ? outcome.code : outcome.kind))).toEqual([
      'approval_needed',
      'approval_needed',
      'opened',
    ]);
    const before = (await entries()).length;
    const approved = await write(openingOf('minors', { approved: true, approval: entry('approved', id) }));
    expect(approved.outcomes).toMatchObject([{ kind: 'opened', index: before + 1 }]);
    expect((await entries()).slice(before).map((text) => logEntrySchema.parse(JSON.parse(text)).action)).toEqual([
      'approved',
      'opened',
    ]);
    expect((await s.store.registration(id))?.minors).toBe(true);
  });

  test('purposes that leave together leave only where each may be opened, and what isn’t there keeps none', async () => {
    const family = await testGuest(s.hotel, { given: ['billing'], statutory: ['identity', 'minors'] });
    const alone = await testGuest(s.hotel, { given: ['billing'], statutory: ['identity'] });
    await write(registration(family), registration(alone));
    const [identity, minors] = [[s.hotel.keys.identity.keyId], [s.hotel.keys.minors.keyId]];
    const leaving = (
      guest: typeof family,
      purpose: 'identity' | 'minors',
      together: NonNullable<ChangeOf<'open-envelope'>['together']>,
    ): Change => ({
      kind: 'open-envelope',
      at: s.now,
      registration: guest.submission.registration,
      purpose,
      keys: together[purpose] ?? [],
      together,
      approved: true,
      entry: entry('exported', guest.submission.registration),
    });
    const before = (await entries()).length;
    const { outcomes } = await write(
      leaving(family, 'identity', { identity, minors: [] }),
      leaving(family, 'minors', { identity: [], minors }),
      leaving(alone, 'identity', { identity, minors: [] }),
      leaving(family, 'identity', { identity, minors }),
      leaving(family, 'minors', { identity, minors }),
    );
    expect(outcomes.map((outcome) => ('code' in outcome ? outcome.code : outcome.kind))).toEqual([
      'not_granted',
      'not_granted',
      'opened',
      'opened',
      'opened',
    ]);
    expect(await entries()).toHaveLength(before + 3);
  });

  test('guests who came are counted and read by purpose, in pages, with the desk’s note', async () => {
    const guests = [];
    for (const given of [['billing'], ['offers'], ['billing', 'offers'], ['billing']] as const)
      guests.push(await testGuest(s.hotel, { given }));
    const ids = guests.map(({ submission }) => submission.registration);
    await write(...guests.map(registration), ...ids.slice(0, 3).map((id) => arrival(id)));
    const { property } = s.hotel;
    expect(await s.store.countKept(property, 'billing')).toBe(2);
    expect(await s.store.countKept(property, 'membership')).toBe(0);
    const [first] = await s.store.keptFor(property, 'billing', 0, 1);
    expect(first).toMatchObject({
      registration: ids[0],
      state: 'arrived',
      desk: { kind: 'desk' },
      checkIn: '2026-11-21',
    });
    const rest = await s.store.keptFor(property, 'billing', first?.row ?? 0, 10);
    expect(rest.map((kept) => kept.registration)).toEqual([ids[2]]);
    expect(await s.store.keptFor(property, 'billing', rest[0]?.row ?? 0, 10)).toEqual([]);
    expect(await s.store.countKept('zzzzzzzzzz', 'billing')).toBe(0);
  });
}
