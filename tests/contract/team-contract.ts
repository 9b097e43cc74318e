// What every store must do when a team changes.

import { expect, test } from 'vitest';
import { logEntryText } from '../../src/server/log/log-entry.ts';
import type { ChangeOf } from '../../src/server/store/change.ts';
import type { NewTeamList } from '../../src/server/store/staff-change.ts';
import { sha256, testHotel } from '../support/hotel-fixtures.ts';
import { arrivalBody, fixtureId, recoverySheet, testGuest, testPerson } from '../support/server-fixtures.ts';
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
    const team = await s.join(desk, leaver);
    const [arriving, there, before] = [await testGuest(s.hotel), await testGuest(s.hotel), arrivalBody(s.hotel)];
    await write(registration(arriving), registration(there), s.arrival(there.submission.registration, before));
    await write(
      { kind: 'make-recovery', at: s.now, upload, entry: entry('recovery-sheet-made') },
      {
        kind: 'prove-recovery',
        actor: id,
        at: s.now,
        valueHash: upload.test.valueHash,
        entry: entry('recovery-sheet-proven'),
      },
      { kind: 'start-session', device: 'mac', moment: s.now, hash, person: id, forget: 0, entry: entry('signed-in') },
    );
    expect(await s.store.sessions(s.hotel.property)).toEqual([{ ...(await s.store.session(hash)), hash }]);
    const next = await testHotel({ previous: s.hotel });
    const [grant] = s.owner.person.grants;
    if (grant === undefined) throw new TypeError('an owner without grants');
    const keyId = fixtureId();
    const renew: ChangeOf<'renew-keys'> = {
      kind: 'renew-keys',
      at: s.now,
      profile: s.hotel.profile,
      publication: publicationOf(next),
      removed: leaver.person.id,
      revoked: [{ person: desk.person.id, purpose: 'billing' }],
      rejoined: null,
      team: s.teamAfter(team, id, desk.person.id),
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
    // The list is the next, and names nobody who goes; who stays without being in it may be left without keys, but for the last owner.
    expect(await refusal({ team })).toEqual([{ kind: 'refused', code: 'conflict' }]);
    expect(await refusal({ team: s.teamAfter(team, ...team.people) })).toEqual([{ kind: 'refused', code: 'conflict' }]);
    expect(await refusal({ team: s.teamAfter(team, desk.person.id) })).toEqual([
      { kind: 'refused', code: 'last_owner' },
    ]);
    expect(await s.store.team(s.hotel.property)).toBe(team.jws);
    expect(await s.store.session(hash)).not.toBeNull();
    const count = (await entries()).length;
    const noted = s.arrival(arriving.submission.registration);
    const corrected: ChangeOf<'correct-stay'> = {
      kind: 'correct-stay',
      at: s.now,
      registration: there.submission.registration,
      manifestSequence: s.hotel.manifest.sequence,
      ...arrivalBody(s.hotel),
      expected: { desk: sha256(before.desk.ciphertext), checkOut: before.checkOut },
      erasure: { id: fixtureId() },
      entry: entry('stay-corrected'),
    };
    // Neither guests' details nor the desk's notes are taken under the keys of before, however close they come.
    expect((await write(renew, registration(guest), noted, corrected)).outcomes).toEqual([
      { kind: 'done', index: count + 3 },
      { kind: 'refused', code: 'manifest_outdated' },
      { kind: 'refused', code: 'unknown_key' },
      { kind: 'refused', code: 'unknown_key' },
    ]);
    await reopen();
    expect(await s.store.team(s.hotel.property)).toBe(renew.team.jws);
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
    const first = s.teamAfter(null, s.owner.person.id, id);
    const give = (team: NewTeamList) =>
      ({ kind: 'give-grants', at: s.now, person: id, grants: [grant], team, entry: entry('grants-given') }) as const;
    const change = {
      kind: 'change-role',
      at: s.now,
      person: id,
      role: 'supervisor',
      entry: entry('role-changed'),
    } as const;
    const notThere = { kind: 'refused', code: 'not_found' };
    expect((await write(give(first), change)).outcomes).toEqual([notThere, notThere]);
    await write(...s.joining(desk, first));
    const second = s.teamAfter(first, ...first.people);
    expect((await write(give(first), give(second), give(second), change)).outcomes.map(({ kind }) => kind)).toEqual([
      'refused',
      'done',
      'refused',
      'done',
    ]);
    expect(await s.store.team(s.hotel.property)).toBe(second.jws);
    const person = (await s.store.person(s.hotel.property, id))?.person;
    expect([person?.role, person?.granted]).toEqual(['supervisor', ['card', 'offers']]);
  });

  test('what somebody began who is gone by now, or isn’t what they were, comes to nothing', async () => {
    const desk = await testPerson(s.hotel, 'front-desk', 'wang', []);
    await s.join(desk);
    const note = (actor: string, role: 'front-desk' | 'supervisor') => ({
      kind: 'note' as const,
      at: s.now,
      entry: logEntryText({ at: s.now, actor, role, action: 'log-exported' }),
    });
    const { id } = desk.person;
    const before = (await entries()).length;
    const { outcomes } = await write(
      note(id, 'front-desk'),
      { kind: 'change-role', at: s.now, person: id, role: 'supervisor', entry: entry('role-changed') },
      note(id, 'front-desk'),
      note(id, 'supervisor'),
      note(fixtureId(), 'supervisor'),
    );
    const gone = { kind: 'refused', code: 'session_ended' };
    expect(outcomes).toEqual([
      { kind: 'done', index: before },
      { kind: 'done', index: before + 1 },
      gone,
      { kind: 'done', index: before + 2 },
      gone,
    ]);
    expect(await entries()).toHaveLength(before + 3);
  });

  test('only the newest team list is kept; each comes after the one there is, and names people who are there', async () => {
    const { id } = s.owner.person;
    const sign = (team: NewTeamList): ChangeOf<'sign-team'> => ({
      kind: 'sign-team',
      team,
    });
    const first = s.teamAfter(null, id);
    const second = s.teamAfter(first, id);
    expect(await s.store.team(s.hotel.property)).toBeNull();
    const outcomes = async (...teams: NewTeamList[]) =>
      (await write(...teams.map(sign))).outcomes.map((one) => (one.kind === 'refused' ? one.code : one.kind));
    expect(await outcomes(second, first, first)).toEqual(['conflict', 'done', 'conflict']);
    expect(await outcomes(s.teamAfter(first, id, fixtureId()), { ...second, sequence: 1 })).toEqual([
      'conflict',
      'conflict',
    ]);
    // Nor by somebody who has been removed meanwhile.
    const by = { at: s.now, actor: fixtureId(), role: 'owner' } as const;
    const byGone = { ...second, entry: logEntryText({ ...by, action: 'team-signed', digest: sha256(second.jws) }) };
    expect(await outcomes(byGone)).toEqual(['session_ended']);
    // A number may be left out: a tablet that has seen a higher one begins above it.
    expect(await outcomes({ ...second, sequence: 9 })).toEqual(['done']);
    expect(await s.store.team('0000000000')).toBeNull();
    await reopen();
    expect(await s.store.team(s.hotel.property)).toBe(second.jws);
  });
}
