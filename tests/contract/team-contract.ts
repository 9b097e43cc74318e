// What every store must do when a team changes.

import { expect, test } from 'vitest';
import type { Change } from '../../src/server/store/change.ts';
import { sha256, testHotel } from '../support/hotel-fixtures.ts';
import { fixtureId, recoverySheet, testGuest, testPerson } from '../support/server-fixtures.ts';
import { contractSetting, type StorePlace } from './contract-setting.ts';

export function teamContract(newPlace: () => Promise<StorePlace>): void {
  const s = contractSetting(newPlace);
  const { entries, entry, publicationOf, registration, reopen, write } = s;

  test('a new epoch takes who leaves, what was taken, every session and the sheet’s proof; older keys are not taken in', async () => {
    const desk = await testPerson(s.hotel, 'front-desk', 'wang', ['emergency', 'billing']);
    const { upload } = await recoverySheet(s.hotel);
    const [hash, leaver] = [sha256('session'), await testPerson(s.hotel, 'supervisor', 'zhao')];
    const { id } = s.owner.person;
    const guest = await testGuest(s.hotel);
    await write(
      { kind: 'add-person', at: s.now, person: desk.person, entry: entry('person-added') },
      { kind: 'add-person', at: s.now, person: leaver.person, entry: entry('person-added') },
      { kind: 'make-recovery', at: s.now, upload, entry: entry('recovery-sheet-made') },
      {
        kind: 'prove-recovery',
        actor: id,
        at: s.now,
        valueHash: upload.test.valueHash,
        entry: entry('recovery-sheet-proven'),
      },
      { kind: 'start-session', device: 'mac', at: s.now, hash, person: id, forget: 0, entry: entry('signed-in') },
    );
    expect(await s.store.sessions(s.hotel.property)).toEqual([{ ...(await s.store.session(hash)), hash }]);
    const next = await testHotel({ previous: s.hotel });
    const [grant] = s.owner.person.grants;
    if (grant === undefined) throw new TypeError('an owner without grants');
    const keyId = fixtureId();
    const renew: Change = {
      kind: 'renew-keys',
      at: s.now,
      profile: s.hotel.profile,
      publication: publicationOf(next),
      removed: leaver.person.id,
      revoked: [{ person: desk.person.id, purpose: 'billing' }],
      rejoined: null,
      grants: [id, desk.person.id].map((person) => ({ person, grant: { ...grant, keyId, epoch: 2 } })),
      keys: [keyId],
      cardKey: keyId,
      further: [entry('person-removed'), entry('grant-taken')],
      entry: entry('manifest-published'),
    };
    const refusal = async (changes: Partial<typeof renew>) => (await write({ ...renew, ...changes })).outcomes;
    expect(await refusal({ removed: id })).toEqual([{ kind: 'refused', code: 'last_owner' }]);
    expect(await refusal({ removed: fixtureId() })).toEqual([{ kind: 'refused', code: 'not_found' }]);
    expect(await refusal({ grants: renew.grants.slice(1) })).toEqual([{ kind: 'refused', code: 'conflict' }]);
    expect(await refusal({ keys: [keyId, fixtureId()] })).toEqual([{ kind: 'refused', code: 'conflict' }]);
    expect(await s.store.session(hash)).not.toBeNull();
    const count = (await entries()).length;
    expect((await write(renew, registration(guest))).outcomes).toEqual([
      { kind: 'done', index: count + 2 },
      { kind: 'refused', code: 'manifest_outdated' },
    ]);
    await reopen();
    const people = await s.store.people(s.hotel.property);
    expect(people.map(({ handle }) => handle)).toEqual(['li', 'wang']);
    expect(await s.store.grantedKeys(desk.person.id, 'billing')).toEqual([]);
    expect(new Set(await s.store.grantedKeys(desk.person.id, 'card'))).toEqual(new Set([s.hotel.card.keyId, keyId]));
    expect(await s.store.grantedKeys(leaver.person.id, 'card')).toEqual([]);
    expect(await s.store.sessions(s.hotel.property)).toEqual([]);
    expect((await s.store.recovery(s.hotel.property))?.provenAt).toBeNull();
    expect((await write(registration(guest))).outcomes).toEqual([{ kind: 'refused', code: 'manifest_outdated' }]);
  });

  test('roles change, and grants are given to who is there', async () => {
    const desk = await testPerson(s.hotel, 'front-desk', 'wang', []);
    const { id } = desk.person;
    const [grant] = s.owner.person.grants.filter(({ purpose }) => purpose === 'offers');
    if (grant === undefined) throw new TypeError('an owner without grants');
    const give = { kind: 'give-grants', at: s.now, person: id, grants: [grant], entry: entry('grants-given') } as const;
    const change = {
      kind: 'change-role',
      at: s.now,
      person: id,
      role: 'supervisor',
      entry: entry('role-changed'),
    } as const;
    const notThere = { kind: 'refused', code: 'not_found' };
    expect((await write(give, change)).outcomes).toEqual([notThere, notThere]);
    await write(
      { kind: 'add-person', at: s.now, person: desk.person, entry: entry('person-added') },
      give,
      give,
      change,
    );
    const person = (await s.store.person(s.hotel.property, id))?.person;
    expect([person?.role, person?.granted]).toEqual(['supervisor', ['card', 'offers']]);
  });
}
