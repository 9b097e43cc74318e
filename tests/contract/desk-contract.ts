// What every store must do as registrations move on, whatever it is built on.

import { expect, test } from 'vitest';
import type { Arrival } from '../../src/protocol/api.ts';
import type { ChangeOf } from '../../src/server/store/change.ts';
import { sha256 } from '../support/hotel-fixtures.ts';
import { arrivalBody, fixtureId, testGuest } from '../support/server-fixtures.ts';
import { contractSetting, type StorePlace } from './contract-setting.ts';
import { guestChanges } from './guest-changes.ts';

export function deskContract(newPlace: () => Promise<StorePlace>): void {
  const s = contractSetting(newPlace);
  const { arrival, entries, entry, move, opening, registration, write } = s;
  const { erasing } = guestChanges(s);

  test('rows come in order of change, each once, at its last change', async () => {
    const guests = await Promise.all([testGuest(s.hotel), testGuest(s.hotel), testGuest(s.hotel)]);
    await write(...guests.map(registration));
    const [a, b, c] = guests.map(({ submission }) => submission.registration);
    await write(move('mark-seen', a ?? ''));
    expect((await write(move('mark-seen', a ?? ''))).cursor).toBeNull();
    const rows = await s.store.rows(s.hotel.property, 0, 10);
    expect(rows.map(({ row }) => row.registration)).toEqual([b, c, a]);
    expect(rows.map(({ cursor }) => cursor)).toEqual([2, 3, 4]);
    expect(rows.at(-1)?.row).toMatchObject({ state: 'seen', seenAt: '2026-11-21T18:00:00+08:00' });
    expect((await s.store.rows(s.hotel.property, 2, 1)).map(({ row }) => row.registration)).toEqual([c]);
    expect(await s.store.rows(s.hotel.property, 4, 10)).toEqual([]);
    expect(await s.store.rows('0000000000', 0, 10)).toEqual([]);
    const back = await s.store.rowsBefore(s.hotel.property, 4, 1);
    expect(back.map(({ row, cursor }) => [row.registration, cursor])).toEqual([[c, 3]]);
    const all = await s.store.rowsBefore(s.hotel.property, 10, 10);
    expect(all).toEqual(rows.toReversed());
    expect(await s.store.lastChange(s.hotel.property)).toBe(4);
    expect(await s.store.lastChange('0000000000')).toBe(0);
    expect(await s.store.rowsBefore('0000000000', 10, 10)).toEqual([]);
  });

  test('an arrival keeps the desk’s note; again the same changes nothing, another is a conflict', async () => {
    const guest = await testGuest(s.hotel);
    const id = guest.submission.registration;
    await write(registration(guest));
    const note = arrivalBody(s.hotel);
    const { outcomes } = await write(arrival(id, note), arrival(id, note), arrival(id));
    expect(outcomes).toEqual([
      { kind: 'done', index: 3 },
      { kind: 'unchanged' },
      { kind: 'refused', code: 'conflict' },
    ]);
    const [listed] = await s.store.rows(s.hotel.property, 0, 10);
    expect(listed?.row).toMatchObject({ state: 'arrived', checkOut: '2026-11-24', desk: note.desk });
    expect(await s.store.envelopes(id)).toEqual(guest.submission.envelopes);
    expect((await write(move('mark-seen', id), move('expire', id))).outcomes).toEqual([
      { kind: 'unchanged' },
      { kind: 'unchanged' },
    ]);
  });

  test('every arrival gets the next file number, a refused one takes none, and an erased file has none', async () => {
    const guests = await Promise.all([testGuest(s.hotel), testGuest(s.hotel), testGuest(s.hotel)]);
    await write(...guests.map(registration));
    const [a = '', b = '', c = ''] = guests.map(({ submission }) => submission.registration);
    await write(arrival(b), arrival(b), arrival('A'.repeat(22)), arrival(a));
    const numbers = async () =>
      new Map((await s.store.rows(s.hotel.property, 0, 10)).map(({ row }) => [row.registration, row.fileNumber]));
    expect(await numbers()).toEqual(
      new Map([
        [a, 2],
        [b, 1],
        [c, undefined],
      ]),
    );
    await s.reopen();
    await write(arrival(c));
    expect((await numbers()).get(c)).toBe(3);
  });

  test('a corrected note takes the place of the one that was corrected, which is destroyed', async () => {
    const guest = await testGuest(s.hotel);
    const id = guest.submission.registration;
    const [first, second, other] = [arrivalBody(s.hotel), arrivalBody(s.hotel, '2026-11-25'), arrivalBody(s.hotel)];
    const correction = (of: Arrival, before: Arrival): ChangeOf<'correct-stay'> => ({
      kind: 'correct-stay',
      at: s.now,
      registration: id,
      manifestSequence: s.hotel.manifest.sequence,
      ...of,
      expected: { desk: sha256(before.desk.ciphertext), checkOut: before.checkOut },
      erasure: { id: fixtureId() },
      entry: s.entry('stay-corrected', id),
    });
    const conflict = { kind: 'refused', code: 'conflict' };
    await write(registration(guest));
    expect((await write(correction(second, first))).outcomes).toEqual([conflict]);
    await write(arrival(id, first));
    const before = await entries();
    const { outcomes, cursor } = await write(
      correction(second, first),
      correction(second, first),
      correction(other, first),
      { ...correction(other, second), expected: { desk: sha256(second.desk.ciphertext), checkOut: first.checkOut } },
      { ...correction(other, second), registration: 'A'.repeat(22) },
    );
    expect(outcomes).toEqual([
      { kind: 'done', index: before.length },
      { kind: 'unchanged' },
      conflict,
      conflict,
      { kind: 'refused', code: 'not_found' },
    ]);
    const [listed] = await s.store.rows(s.hotel.property, 0, 10);
    expect(listed?.cursor).toBe(cursor);
    expect(listed?.row).toMatchObject({ state: 'arrived', checkOut: '2026-11-25', desk: second.desk });
    expect(await entries()).toHaveLength(before.length + 1);
    await s.ifKilled(async (store) => {
      await store.scrub();
      expect((await store.rows(s.hotel.property, 0, 10))[0]?.row.desk).toEqual(second.desk);
    });
    await write(move('expire', id));
    await write({ ...erasing(guest, { arrived: true, known: 3 }) });
    expect((await write(correction(other, second))).outcomes).toEqual([{ kind: 'refused', code: 'gone' }]);
  });

  test('an envelope is released only to its key, and the entry is in the log', async () => {
    const guest = await testGuest(s.hotel);
    const id = guest.submission.registration;
    await write(registration(guest));
    const right = s.hotel.keys.emergency.keyId;
    const { outcomes } = await write(
      opening(id, 'emergency', [s.hotel.keys.billing.keyId]),
      opening(id, 'membership', [s.hotel.keys.membership.keyId]),
      opening(id, 'emergency', [right]),
    );
    const envelope = guest.submission.envelopes.find(({ purpose }) => purpose === 'emergency');
    const consentHash = sha256(guest.submission.consent);
    expect(outcomes).toEqual([
      { kind: 'refused', code: 'not_granted' },
      { kind: 'refused', code: 'not_found' },
      { kind: 'opened', index: 3, envelope, consentHash },
    ]);
    expect((await entries()).at(-1)).toContain('"action":"opened"');
  });

  test('a hand-over is kept once, told to every tablet, taken back, and new again after the guest changed something', async () => {
    const guest = await testGuest(s.hotel);
    const id = guest.submission.registration;
    const actor = s.owner.person.id;
    const handOver = (way: 'typed' | 'file' | null, of = id): ChangeOf<'hand-over'> => ({
      kind: 'hand-over',
      at: s.now,
      registration: of,
      actor,
      way,
      consentNumber: null,
      entry: entry('handed-over', of),
    });
    await write(registration(guest));
    const { outcomes } = await write(
      handOver('typed', fixtureId()),
      handOver('typed'),
      arrival(id),
      handOver(null),
      handOver('typed'),
      handOver('file'),
    );
    expect(outcomes).toMatchObject([
      { kind: 'refused', code: 'not_found' },
      { kind: 'refused', code: 'conflict' },
      { kind: 'done' },
      { kind: 'unchanged' },
      { kind: 'done' },
      { kind: 'unchanged' },
    ]);
    const [told] = await s.store.rows(s.hotel.property, 0, 10);
    expect(told?.row.handedOver).toEqual({
      at: '2026-11-21T18:00:00+08:00',
      by: actor,
      way: 'typed',
      consentNumber: 1,
    });
    await write(handOver(null));
    const [back] = await s.store.rows(s.hotel.property, told?.cursor ?? 0, 10);
    expect(back?.row.registration).toBe(id);
    expect(back?.row.handedOver).toBeUndefined();
    // Nobody knows of what is yet to come; where children went as well, an entry more says so.
    const before = (await entries()).length;
    const family = { ...handOver('typed'), consentNumber: 1, minorsEntry: entry('handed-over', id) };
    const { outcomes: later } = await write({ ...handOver('typed'), consentNumber: 2 }, family);
    expect(later).toMatchObject([{ kind: 'refused', code: 'conflict' }, { kind: 'done' }]);
    expect(await entries()).toHaveLength(before + 2);
  });

  test('overdue is what was received before, for a day that was over before', async () => {
    const { property } = s.hotel;
    const today = await testGuest(s.hotel);
    const later = await testGuest(s.hotel, {
      change: (written) => ({ ...written, checkIn: '2026-11-28', checkOut: '2026-11-30' }),
    });
    const [a, b] = [today.submission.registration, later.submission.registration];
    await write(registration(later), registration(today));
    expect(await s.store.overdue(property, Date.parse('2026-11-21T23:59:59.999+08:00'), null, 10)).toEqual([]);
    expect(await s.store.overdue(property, Date.parse('2026-11-22T00:00:00+08:00'), null, 10)).toEqual([a]);
    expect(await s.store.overdue(property, Date.parse('2026-11-28T23:59:59.999+08:00'), null, 10)).toEqual([a]);
    expect((await s.store.overdue(property, Date.parse('2026-11-29T00:00:00+08:00'), null, 10)).toSorted()).toEqual(
      [a, b].toSorted(),
    );
    s.now = Date.parse('2026-12-05T10:00:00+08:00');
    const late = await testGuest(s.hotel);
    await write(registration(late));
    expect(await s.store.overdue(property, s.now, null, 10)).not.toContain(late.submission.registration);
    expect(await s.store.overdue(property, s.now + 1, null, 10)).toContain(late.submission.registration);
  });

  test('expiry destroys the envelopes; nothing brings them back', async () => {
    const [guest, kept] = [await testGuest(s.hotel), await testGuest(s.hotel)];
    const id = guest.submission.registration;
    await write(registration(guest));
    s.now += 1000;
    await write(registration(kept));
    expect(await s.store.overdue(s.hotel.property, s.now + 86_400_000, null, 1)).toEqual([id]);
    expect((await write(move('expire', id), move('expire', id))).outcomes).toEqual([
      { kind: 'done', index: 4 },
      { kind: 'unchanged' },
    ]);
    await s.store.scrub();
    expect(await s.store.overdue(s.hotel.property, s.now + 86_400_000, null, 10)).toEqual([
      kept.submission.registration,
    ]);
    expect(await s.store.envelopes(id)).toEqual([]);
    const classes = guest.submission.envelopes.map(({ kind, purpose }) => purpose ?? kind);
    expect(await s.store.erasuresOf(id)).toMatchObject([{ classes, through: 2, byTerm: true }]);
    expect(await s.store.envelopes(kept.submission.registration)).toHaveLength(5);
    const gone = { kind: 'refused', code: 'gone' };
    const after = await write(
      registration(guest),
      opening(id, 'emergency', [s.hotel.keys.emergency.keyId]),
      arrival(id),
    );
    expect(after.outcomes).toEqual([gone, gone, gone]);
    expect((await s.store.rows(s.hotel.property, 0, 10)).at(-1)?.row).toMatchObject({
      state: 'expired',
      purposes: [],
      card: null,
    });
  });
}
