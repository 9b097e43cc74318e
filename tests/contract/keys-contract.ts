// What every store must do with recovery sheets, restored owners and posters, whatever it is built on.

import { expect, test } from 'vitest';
import type { Change } from '../../src/server/store/change.ts';
import { sha256 } from '../support/hotel-fixtures.ts';
import { fixtureId, recoverySheet, testGuest, testPerson } from '../support/server-fixtures.ts';
import { contractSetting, type StorePlace } from './contract-setting.ts';

export function keysContract(newPlace: () => Promise<StorePlace>): void {
  const s = contractSetting(newPlace);
  const { entry, registration, reopen, write } = s;

  test('sheets are remembered by what names them, proofs by when and who, and a new test record takes the old one’s place', async () => {
    const { property } = s.hotel;
    const { id: actor } = s.owner.person;
    const [first, second] = [await recoverySheet(s.hotel), await recoverySheet(s.hotel)];
    const make = (of: typeof first, name: string): Change => ({
      kind: 'make-recovery',
      at: s.now,
      upload: { ...of.upload, sheet: sha256(name) },
      entry: entry('recovery-sheet-made'),
    });
    const prove = (at: number, valueHash: string): Change => ({
      kind: 'prove-recovery',
      at,
      valueHash,
      actor,
      entry: entry('recovery-sheet-proven'),
    });
    const { test: fresh } = second.upload;
    expect((await write({ kind: 'renew-recovery-test', at: s.now, test: fresh })).outcomes).toEqual([
      { kind: 'refused', code: 'not_found' },
    ]);
    await write(make(first, 'one'), make(first, 'two'), prove(s.now, first.upload.test.valueHash));
    await write({ kind: 'renew-recovery-test', at: s.now, test: fresh });
    expect((await write(prove(s.now + 5, first.upload.test.valueHash))).outcomes).toEqual([
      { kind: 'refused', code: 'recovery_wrong' },
    ]);
    await write(prove(s.now + 9, fresh.valueHash));
    await reopen();
    expect(await s.store.recovery(property)).toMatchObject({ sheet: sha256('two'), provenAt: s.now + 9, test: fresh });
    expect(await s.store.recoveryProofs(property)).toEqual([
      { at: s.now + 9, by: actor, rehearsal: true },
      { at: s.now, by: actor, rehearsal: false },
    ]);
    for (const name of ['one', 'two']) expect(await s.store.hadSheet(property, sha256(name))).toBe(true);
    expect(await s.store.hadSheet(property, sha256('three'))).toBe(false);
  });

  test('an owner made with the sheet ends the owners’ sessions and uses the sheet up', async () => {
    const { property } = s.hotel;
    const { person } = await testPerson(s.hotel, 'owner', 'new');
    const restore = { kind: 'restore-owner', at: s.now + 3, person, entry: entry('owner-restored') } as const;
    expect((await write(restore)).outcomes).toEqual([{ kind: 'refused', code: 'not_found' }]);
    const { upload } = await recoverySheet(s.hotel);
    const desk = await testPerson(s.hotel, 'front-desk', 'wang');
    const start = (of: string, hash: string): Change => ({
      kind: 'start-session',
      device: 'other',
      moment: s.now,
      hash: sha256(hash),
      person: of,
      forget: 0,
      entry: entry('signed-in'),
    });
    await s.join(desk);
    await write(
      { kind: 'make-recovery', at: s.now, upload, entry: entry('recovery-sheet-made') },
      start(s.owner.person.id, 'owner'),
      start(desk.person.id, 'desk'),
    );
    expect(await s.store.restored(property)).toBeNull();
    await write(restore);
    // The same owner again, and somebody else under their name.
    const another = (await testPerson(s.hotel, 'owner', 'new')).person;
    const again = await write({ ...restore, at: s.now + 4 }, { ...restore, person: another });
    expect(again.outcomes).toEqual([{ kind: 'existing' }, { kind: 'refused', code: 'conflict' }]);
    expect(await s.store.session(sha256('owner'))).toBeNull();
    expect(await s.store.session(sha256('desk'))).not.toBeNull();
    expect(await s.store.restored(property)).toEqual({ at: s.now + 3, name: person.displayName });
    expect(await s.store.recovery(property)).toMatchObject({ provenAt: null, usedAt: s.now + 3 });
    const prove: Change = {
      kind: 'prove-recovery',
      at: s.now,
      valueHash: upload.test.valueHash,
      actor: person.id,
      entry: entry('recovery-sheet-proven'),
    };
    expect((await write(prove)).outcomes).toEqual([{ kind: 'refused', code: 'sheet_replaced' }]);
    await write({ kind: 'make-recovery', at: s.now, upload, entry: entry('recovery-sheet-made') });
    expect((await s.store.recovery(property))?.usedAt).toBeNull();
  });

  test('posters are counted from one in each place, count their guests, and are revoked once', async () => {
    const { property } = s.hotel;
    const [one, two, room] = [fixtureId(), fixtureId(), fixtureId()];
    const make = (poster: string, channel: 'lobby' | 'room'): Change => ({
      kind: 'make-poster',
      at: s.now,
      poster,
      channel,
      entry: entry('poster-made'),
    });
    const revoke = (poster: string, at: number): Change => ({
      kind: 'revoke-poster',
      at,
      poster,
      entry: entry('poster-revoked'),
    });
    const made = await write(make(one, 'lobby'), make(two, 'lobby'), make(room, 'room'), make(one, 'room'));
    expect(made.outcomes.map(({ kind }) => kind)).toEqual(['done', 'done', 'done', 'refused']);
    const by = async (poster: string, channel: 'lobby' | 'room') =>
      registration(await testGuest(s.hotel, { change: (written) => ({ ...written, channel, poster }) }));
    const counted = await by(one, 'lobby');
    await write(counted, counted, await by(one, 'lobby'));
    const wrong = await write(await by(one, 'room'), await by(fixtureId(), 'lobby'));
    expect(wrong.outcomes).toEqual(Array.from({ length: 2 }, () => ({ kind: 'refused', code: 'poster_not_in_use' })));
    const revoked = await write(revoke(one, s.now + 1), revoke(one, s.now + 2), revoke(fixtureId(), s.now));
    expect(revoked.outcomes.map(({ kind }) => kind)).toEqual(['done', 'unchanged', 'refused']);
    expect((await write(await by(one, 'lobby'))).outcomes).toEqual([{ kind: 'refused', code: 'poster_not_in_use' }]);
    await reopen();
    const whole = { madeAt: s.now, revokedAt: null, registrations: 0 };
    expect(await s.store.posters(property)).toEqual([
      { ...whole, poster: one, channel: 'lobby', number: 1, revokedAt: s.now + 1, registrations: 2 },
      { ...whole, poster: two, channel: 'lobby', number: 2 },
      { ...whole, poster: room, channel: 'room', number: 1 },
    ]);
    expect((await s.store.property(property))?.plainPosters).toBe(true);
    await write({ kind: 'set-plain-posters', at: s.now, accepted: false, entry: entry('plain-posters-ended') });
    expect((await s.store.property(property))?.plainPosters).toBe(false);
  });

  test('a key is held by whoever was granted it', async () => {
    const all = [s.hotel.card, ...s.hotel.manifest.purposes].map(({ keyId }) => keyId);
    expect((await s.store.heldKeys(s.hotel.property)).toSorted()).toEqual(all.toSorted());
  });
}
