// What every store must do with a note of the desk that was replaced, whatever it is built on.

import { expect, test } from 'vitest';
import type { Arrival } from '../../src/protocol/api.ts';
import type { ChangeOf } from '../../src/server/store/change.ts';
import { sha256 } from '../support/hotel-fixtures.ts';
import { arrivalBody, fixtureId, testGuest } from '../support/server-fixtures.ts';
import { contractSetting, type StorePlace } from './contract-setting.ts';

export function deskNoteContract(newPlace: () => Promise<StorePlace>): void {
  const s = contractSetting(newPlace);
  const { arrival, registration, write } = s;

  test('a note that was replaced is in the ledger by its hash, and that note alone is destroyed again', async () => {
    const guest = await testGuest(s.hotel);
    const id = guest.submission.registration;
    const [first, second, third] = [arrivalBody(s.hotel), arrivalBody(s.hotel), arrivalBody(s.hotel)];
    const correct = (of: Arrival, before: Arrival | null): ChangeOf<'correct-stay'> => ({
      kind: 'correct-stay',
      at: s.now,
      registration: id,
      manifestSequence: s.hotel.manifest.sequence,
      ...of,
      expected: { desk: before === null ? null : sha256(before.desk.ciphertext), checkOut: of.checkOut },
      erasure: { id: fixtureId() },
      entry: s.entry('stay-corrected', id),
    });
    const again = (note: string): ChangeOf<'erase-again'> => ({
      kind: 'erase-again',
      at: s.now,
      erasure: {
        id: fixtureId(),
        registration: id,
        classes: ['desk'],
        note,
        through: 0,
        at: s.now,
        ended: false,
        held: [],
        sealedOff: [],
      },
      entry: s.entry('erased', id),
    });
    const conflict = { kind: 'refused', code: 'conflict' };
    const desk = async () => (await s.store.rows(s.hotel.property, 0, 10))[0]?.row.desk;
    await write(registration(guest), arrival(id, first));
    expect((await write(correct(second, null))).outcomes).toEqual([conflict]);
    const change = correct(second, first);
    await write(change);
    const line = { id: change.erasure.id, registration: id, classes: ['desk'], note: sha256(first.desk.ciphertext) };
    expect(await s.store.erasuresOf(id)).toEqual([{ ...line, through: 0, at: s.now }]);
    // Only the day is another: nothing was destroyed.
    const moved = { ...correct(second, second), checkOut: '2026-11-29' };
    expect((await write(moved)).outcomes).toMatchObject([{ kind: 'done' }]);
    expect(await s.store.erasuresOf(id)).toHaveLength(1);
    const { outcomes } = await write(again(sha256(first.desk.ciphertext)));
    expect([outcomes, await desk()]).toEqual([[{ kind: 'unchanged' }], second.desk]);
    await write(again(sha256(second.desk.ciphertext)));
    expect(await desk()).toBeNull();
    expect(await s.store.registration(id)).toMatchObject({ state: 'arrived', checkOut: '2026-11-29' });
    expect((await s.store.envelopes(id)).map(({ kind }) => kind)).toContain('card');
    // Somebody notes it again.
    const anew = { ...correct(third, null), expected: { desk: null, checkOut: '2026-11-29' } };
    expect((await write(anew)).outcomes).toMatchObject([{ kind: 'done' }]);
    expect(await desk()).toEqual(third.desk);
    await s.reopen();
    expect(await s.store.lostErasures(s.hotel.property)).toEqual([]);
  });
}
