// What every store must do with a property, its people and its keys, whatever it is built on.

import { expect, test } from 'vitest';
import { defaultSettings, type HotelSettings } from '../../src/protocol/hotel-settings.ts';
import type { Change } from '../../src/server/store/change.ts';
import { sha256, testHotel } from '../support/hotel-fixtures.ts';
import { fixtureId, recoverySheet, testPerson } from '../support/server-fixtures.ts';
import { contractSetting, type StorePlace } from './contract-setting.ts';

export function propertyContract(newPlace: () => Promise<StorePlace>): void {
  const s = contractSetting(newPlace);
  const { creation, entries, entry, key, publicationOf, reopen, write } = s;

  test('keeps a property whole, and makes no second one', async () => {
    expect(await s.store.properties()).toEqual([s.hotel.property]);
    const stored = await s.store.property(s.hotel.property);
    expect(stored?.profile).toEqual(s.hotel.profile);
    expect(Buffer.from(stored?.receiptKey.privateKey ?? [])).toEqual(Buffer.from(key.privateKey));
    expect(await s.store.publications(s.hotel.property, s.now)).toEqual([
      { sequence: 1, jws: s.hotel.jws, publishedAt: s.now, notices: s.hotel.notices },
    ]);
    expect((await s.store.personByHandle(s.hotel.property, 'li'))?.credential).toEqual(s.owner.person.credential);
    expect((await write(creation())).outcomes).toEqual([{ kind: 'refused', code: 'setup_done' }]);
    expect(await s.store.property('0000000000')).toBeNull();
    expect(await entries()).toHaveLength(2);
  });

  test('manifests follow one another by sequence', async () => {
    const next = await testHotel({ previous: s.hotel, words: ' (new)' });
    const publish: Change = {
      kind: 'publish',
      at: s.now + 5000,
      profile: { ...s.hotel.profile, contact: '020-5550 0199' },
      publication: publicationOf(next),
      grants: [],
      newKeys: false,
      entry: entry('manifest-published'),
    };
    expect((await write(publish, publish)).outcomes).toEqual([
      { kind: 'done', index: 2 },
      { kind: 'refused', code: 'conflict' },
    ]);
    await reopen();
    const publications = await s.store.publications(s.hotel.property, s.now + 5000);
    expect(publications.map(({ sequence }) => sequence)).toEqual([2, 1]);
    expect(publications[0]?.notices).toEqual(next.notices);
    expect((await s.store.publications(s.hotel.property, s.now + 5001)).map(({ sequence }) => sequence)).toEqual([2]);
    expect(await s.store.manifest(s.hotel.property, 1)).toBe(s.hotel.jws);
    expect(await s.store.manifest(s.hotel.property, 3)).toBeNull();
    expect((await s.store.property(s.hotel.property))?.profile.contact).toBe('020-5550 0199');
  });

  test('a publication brings grants for its new keys, and unproves the sheet that can’t hold them', async () => {
    const keyId = fixtureId();
    const [known] = s.owner.person.grants;
    if (known === undefined) throw new TypeError('an owner without grants');
    const grant = { ...known, purpose: 'offers', keyId } as const;
    const { id } = s.owner.person;
    const { upload } = await recoverySheet(s.hotel);
    await write(
      { kind: 'make-recovery', at: s.now, upload, entry: entry('recovery-sheet-made') },
      {
        kind: 'prove-recovery',
        at: s.now,
        valueHash: upload.test.valueHash,
        actor: id,
        entry: entry('recovery-sheet-proven'),
      },
    );
    expect((await s.store.recovery(s.hotel.property))?.provenAt).toBe(s.now);
    const next = await testHotel({ previous: s.hotel, words: ' (new)' });
    const publish: Change = {
      kind: 'publish',
      at: s.now,
      profile: s.hotel.profile,
      publication: publicationOf(next),
      grants: [
        { person: id, grant },
        { person: fixtureId(), grant },
        { person: id, grant: known },
      ],
      newKeys: true,
      entry: entry('manifest-published'),
    };
    await write(publish);
    expect(await s.store.grantedKeys(id, 'offers')).toContain(keyId);
    expect((await s.store.personByHandle(s.hotel.property, 'li'))?.grants).toHaveLength(
      s.owner.person.grants.length + 1,
    );
    expect((await s.store.recovery(s.hotel.property))?.provenAt).toBeNull();
  });

  test('people have their own handles, ids and grants', async () => {
    const desk = await testPerson(s.hotel, 'front-desk', 'wang', ['emergency']);
    const same = await testPerson(s.hotel, 'front-desk', 'wang');
    const team = await s.join(desk);
    const added = s.joining(same, s.teamAfter(team, ...team.people, same.person.id));
    expect((await write(...added)).outcomes.map(({ kind }) => kind)).toEqual(['refused', 'refused', 'refused']);
    const people = await s.store.people(s.hotel.property);
    expect(people.map(({ handle, role, granted }) => ({ handle, role, granted }))).toMatchObject([
      { handle: 'li', role: 'owner' },
      { handle: 'wang', role: 'front-desk', granted: ['card', 'emergency'] },
    ]);
    expect((await s.store.personByHandle(s.hotel.property, 'wang'))?.grants).toEqual(desk.person.grants);
    expect(await s.store.grantedKeys(desk.person.id, 'emergency')).toEqual([s.hotel.keys.emergency.keyId]);
    expect(await s.store.grantedKeys(desk.person.id, 'billing')).toEqual([]);
    expect(await s.store.personByHandle(s.hotel.property, 'zhao')).toBeNull();
    expect(await s.store.person(s.hotel.property, desk.person.id)).toEqual(
      await s.store.personByHandle(s.hotel.property, 'wang'),
    );
    expect(await s.store.person(s.hotel.property, fixtureId())).toBeNull();
  });

  test('sessions start, are used and end', async () => {
    const hash = sha256('session');
    const start: Change = {
      kind: 'start-session',
      device: 'ipad',
      moment: s.now,
      hash,
      person: s.owner.person.id,
      forget: 0,
      entry: entry('signed-in'),
    };
    await write(start);
    const session = {
      property: s.hotel.property,
      person: s.owner.person.id,
      role: 'owner',
      startedAt: s.now,
      usedAt: s.now,
      provenAt: s.now,
      device: 'ipad',
    };
    expect(await s.store.session(hash)).toEqual(session);
    expect((await write({ kind: 'touch-session', hash, moment: s.now + 7 })).tree).toBeNull();
    await reopen();
    expect(await s.store.session(hash)).toEqual({ ...session, usedAt: s.now + 7 });
    const stepUp: Change = { kind: 'step-up', hash, moment: s.now + 9, entry: entry('stepped-up') };
    await write(stepUp);
    await reopen();
    expect((await s.store.session(hash))?.provenAt).toBe(s.now + 9);
    await write({ kind: 'end-session', hash });
    expect(await s.store.session(hash)).toBeNull();
    expect((await write(stepUp)).outcomes).toEqual([{ kind: 'refused', code: 'session_ended' }]);
    await write(start);
    const later = { ...start, hash: sha256('later'), at: s.now + 100, forget: s.now + 50 };
    await write(later);
    expect(await s.store.session(hash)).toBeNull();
    expect(await s.store.session(later.hash)).not.toBeNull();
  });

  test('a recovery sheet has to be proven, and a new one again', async () => {
    const { upload } = await recoverySheet(s.hotel);
    const prove = (valueHash: string): Change => ({
      kind: 'prove-recovery',
      at: s.now,
      valueHash,
      actor: s.owner.person.id,
      entry: entry('recovery-sheet-proven'),
    });
    const make: Change = { kind: 'make-recovery', at: s.now, upload, entry: entry('recovery-sheet-made') };
    expect((await write(prove(upload.test.valueHash))).outcomes).toEqual([{ kind: 'refused', code: 'not_found' }]);
    await write(make);
    expect(await s.store.recovery(s.hotel.property)).toEqual({ ...upload, provenAt: null, usedAt: null });
    expect((await write(prove(sha256('wrong')))).outcomes).toEqual([{ kind: 'refused', code: 'recovery_wrong' }]);
    await write(prove(upload.test.valueHash));
    expect((await s.store.recovery(s.hotel.property))?.provenAt).toBe(s.now);
    await write(make);
    expect((await s.store.recovery(s.hotel.property))?.provenAt).toBeNull();
  });

  test('settings are the defaults until they are saved, and of two who edit at once the second is refused', async () => {
    const { property } = s.hotel;
    expect(await s.store.settings(property)).toEqual({ settings: defaultSettings, revision: 0 });
    const settings: HotelSettings = {
      columns: ['number', 'name'],
      unconfirmedHours: 72,
      requestDays: 10,
      roomTypes: ['大床房'],
    };
    const save = (revision: number, hours: number): Change => ({
      kind: 'save-settings',
      at: s.now,
      settings: { ...settings, unconfirmedHours: hours },
      revision,
      entry: entry('settings-changed'),
    });
    const saved = await write(save(0, 72), save(0, 24));
    expect(saved.topics).toEqual(new Set(['settings']));
    expect(saved.outcomes).toEqual([
      { kind: 'done', index: 2 },
      { kind: 'refused', code: 'conflict' },
    ]);
    await reopen();
    expect(await s.store.settings(property)).toEqual({ settings, revision: 1 });
    expect((await write(save(0, 1))).topics).toEqual(new Set());
    expect((await write(save(1, 24))).outcomes).toEqual([{ kind: 'done', index: 3 }]);
    expect(await s.store.settings(property)).toMatchObject({ settings: { unconfirmedHours: 24 }, revision: 2 });
    expect(await s.store.settings('0000000000')).toEqual({ settings: defaultSettings, revision: 0 });
  });

  test('where the steady clock stands is kept', async () => {
    expect(await s.store.keptMoment()).toBeNull();
    await s.store.keepMoment({ moment: 7, wall: 5 });
    await s.store.keepMoment({ moment: 8, wall: 3 });
    expect(await s.store.keptMoment()).toEqual({ moment: 8, wall: 3 });
    await reopen();
    expect(await s.store.keptMoment()).toEqual({ moment: 8, wall: 3 });
  });

  test('a secret is made once', async () => {
    const made = await s.store.secret('a', () => new Uint8Array([1, 2]));
    expect(Buffer.from(made)).toEqual(Buffer.from([1, 2]));
    await reopen();
    expect(Buffer.from(await s.store.secret('a', () => new Uint8Array([3])))).toEqual(Buffer.from([1, 2]));
  });
}
