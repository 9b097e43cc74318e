// What every store must do with invitations, whatever it is built on.

import { expect, test } from 'vitest';
import type { Change, ChangeOf } from '../../src/server/store/change.ts';
import { sha256 } from '../support/hotel-fixtures.ts';
import { fixtureId, testPerson } from '../support/server-fixtures.ts';
import { contractSetting, type StorePlace } from './contract-setting.ts';

export function invitationContract(newPlace: () => Promise<StorePlace>): void {
  const s = contractSetting(newPlace);
  const { entries, entry, write } = s;
  const minute = 60_000;

  const invitation = (handle: string, tokenHash: string): Change & { kind: 'invite' } => ({
    kind: 'invite',
    at: s.now,
    by: s.owner.person.id,
    expiresAt: s.now + 30 * minute,
    invitation: {
      id: fixtureId(),
      displayName: '林晓',
      handle,
      role: 'front-desk',
      purposes: ['billing'],
      tokenHash,
      sealedSecret: { enc: 'A'.repeat(87), ciphertext: 'AAAA' },
    },
    entry: entry('person-invited'),
  });
  const outcomes = async (...changes: Change[]) => (await write(...changes)).outcomes;
  const answerOf = async (tokenHash: string): Promise<Change & { kind: 'answer-invitation' }> => {
    const { id, publicKey, credential } = (await testPerson(s.hotel, 'front-desk', 'lin')).person;
    const answer = { id, publicKey, credential };
    return { kind: 'answer-invitation', at: s.now, tokenHash, answer, entry: entry('invitation-answered') };
  };

  test('keeps an invitation until it is confirmed, and no name of it after', async () => {
    const [token, other] = [sha256('token'), sha256('other')];
    const invite = invitation('lin', token);
    const id = invite.invitation.id;
    expect(await outcomes(invite)).toMatchObject([{ kind: 'done' }]);
    expect(await s.store.invitations(s.hotel.property, s.now)).toMatchObject([
      { id, state: 'open', by: s.owner.person.id, invited: { handle: 'lin', displayName: '林晓' }, answer: null },
    ]);
    expect(await outcomes(invite, invitation('lin', other), invitation('li', other))).toEqual(
      Array.from({ length: 3 }, () => ({ kind: 'refused', code: 'conflict' })),
    );
    const answer = await answerOf(token);
    expect(await outcomes(answer, answer, await answerOf(token), await answerOf(other))).toMatchObject([
      { kind: 'done' },
      { kind: 'existing' },
      { kind: 'refused', code: 'conflict' },
      { kind: 'refused', code: 'not_found' },
    ]);
    const { person } = await testPerson(s.hotel, 'front-desk', 'lin');
    const { sequence } = s.hotel.manifest;
    const by = { kind: 'add-person', at: s.now, entry: entry('person-added') } as const;
    const team = s.teamAfter(null, s.owner.person.id, answer.answer.id);
    const add = { ...by, invitation: { id, sequence }, team };
    const joined = { ...person, ...answer.answer, sealedRoot: { enc: 'A'.repeat(87), ciphertext: 'AAAA' } };
    expect(await outcomes({ ...add, person }, { ...add, person: joined }, { ...add, person: joined })).toMatchObject([
      { kind: 'refused', code: 'conflict' },
      { kind: 'done' },
      { kind: 'refused', code: 'gone' },
    ]);
    expect(await s.store.personByHandle(s.hotel.property, 'lin')).toMatchObject({ sealedRoot: joined.sealedRoot });
    expect(await s.store.invitations(s.hotel.property, s.now)).toEqual([]);
    expect(await s.store.invitationByToken(token)).toMatchObject({ state: 'confirmed', invited: null, answer: null });
    // The list's entry and the person's, in one commit.
    expect(await entries()).toHaveLength(6);
  });

  test('an invitation that is over takes no answer, and is forgotten with old sessions', async () => {
    const token = sha256('token');
    const invite = invitation('lin', token);
    await write(invite);
    const end: Change = {
      kind: 'end-invitation',
      at: s.now,
      invitation: invite.invitation.id,
      entry: entry('invitation-called-off'),
    };
    expect(await outcomes(end, end, { ...end, invitation: fixtureId() })).toMatchObject([
      { kind: 'done' },
      { kind: 'unchanged' },
      { kind: 'refused', code: 'not_found' },
    ]);
    expect(await outcomes(await answerOf(token))).toEqual([{ kind: 'refused', code: 'gone' }]);
    const late = sha256('late');
    await write(invitation('lin', late));
    s.now += 31 * minute;
    expect(await s.store.invitations(s.hotel.property, s.now)).toEqual([]);
    expect(await outcomes(await answerOf(late))).toEqual([{ kind: 'refused', code: 'gone' }]);
    const session = { hash: sha256('session'), person: s.owner.person.id, forget: s.now };
    await write({ kind: 'start-session', device: 'other', moment: s.now, ...session, entry: entry('signed-in') });
    expect(await s.store.invitationByToken(late)).toBeNull();
  });

  test('who is invited again keeps pseudonym, name and role; old keys, passkeys and sessions go', async () => {
    const desk = await testPerson(s.hotel, 'front-desk', 'wang', ['billing']);
    const { id } = desk.person;
    const session = { kind: 'start-session', device: 'other', moment: s.now, person: id, forget: 0 } as const;
    const passkey = { id: fixtureId(), credential: 'AAAB', publicKey: 'AQID', counter: 0, name: '平板', wrapped: null };
    const team = await s.join(desk);
    await write(
      { kind: 'add-passkey', at: s.now, person: id, passkey, most: 2, entry: entry('passkey-added') },
      { ...session, hash: sha256('kept'), entry: entry('signed-in') },
    );
    const invite = invitation('wang', sha256('token'));
    const again = (exposed: boolean, person = id) => ({ ...invite.invitation, again: { person, exposed } });
    expect(
      await outcomes(
        invite,
        { ...invite, invitation: again(true, fixtureId()) },
        { ...invite, invitation: { ...again(true), handle: 'li' } },
        { ...invite, invitation: again(true) },
      ),
    ).toMatchObject([
      { kind: 'refused', code: 'conflict' },
      { kind: 'refused', code: 'not_found' },
      { kind: 'refused', code: 'conflict' },
      { kind: 'done' },
    ]);
    // Shut out while it waits: out of the sessions they had, out of new ones, and no owner's way in for others.
    expect(await s.store.session(sha256('kept'))).toBeNull();
    const other = invitation('mei', sha256('mei'));
    expect(
      await outcomes(
        { ...session, hash: sha256('new'), entry: entry('signed-in') },
        { ...other, by: id },
        await answerOf(sha256('token')),
      ),
    ).toMatchObject([
      { kind: 'refused', code: 'sign_in_failed' },
      { kind: 'refused', code: 'session_ended' },
      { kind: 'refused', code: 'conflict' },
    ]);
    // Nor does anything they know or hold prove them: no new passphrase, no new passkey.
    expect(await s.store.isShutOut(s.hotel.property, id)).toBe(true);
    expect(await s.store.isShutOut(s.hotel.property, s.owner.person.id)).toBe(false);
    const { credential: known } = desk.person;
    expect(
      await outcomes(
        {
          kind: 'change-passphrase',
          at: s.now,
          person: id,
          proofHash: known.proofHash,
          credential: known,
          session: sha256('kept'),
          entry: entry('passphrase-changed'),
        },
        {
          kind: 'add-passkey',
          at: s.now,
          person: id,
          passkey: { ...passkey, id: fixtureId(), credential: 'AAAC' },
          most: 2,
          entry: entry('passkey-added'),
        },
      ),
    ).toMatchObject([
      { kind: 'refused', code: 'sign_in_failed' },
      { kind: 'refused', code: 'session_ended' },
    ]);
    const { publicKey, credential, grants } = (await testPerson(s.hotel, 'front-desk', 'wang', ['billing', 'offers']))
      .person;
    const answer = { id, publicKey, credential };
    expect(await outcomes({ ...(await answerOf(sha256('token'))), answer })).toMatchObject([{ kind: 'done' }]);
    const mine = grants.filter(({ purpose }) => purpose !== 'offers');
    const rejoined: ChangeOf<'rejoin'>['rejoined'] = {
      ...answer,
      invitation: invite.invitation.id,
      grants: mine,
      sealedRoot: null,
    };
    const cardKey = s.hotel.card.keyId;
    const { sequence } = s.hotel.manifest;
    const by = {
      kind: 'rejoin',
      at: s.now,
      sequence,
      keys: [cardKey],
      cardKey,
      team: s.teamAfter(team, ...team.people),
      entry: entry('person-rejoined'),
    } as const;
    const rejoin = (changes: Partial<typeof rejoined>): Change => ({ ...by, rejoined: { ...rejoined, ...changes } });
    expect(
      await outcomes(
        rejoin({ grants }),
        rejoin({ grants: [] }),
        rejoin({ sealedRoot: { enc: 'A'.repeat(87), ciphertext: 'AAAA' } }),
        rejoin({ publicKey: s.owner.person.publicKey }),
        { ...by, rejoined, sequence: sequence + 1 },
        { ...by, rejoined, team },
        rejoin({}),
        rejoin({}),
      ),
    ).toMatchObject([
      ...Array.from({ length: 6 }, () => ({ kind: 'refused', code: 'conflict' })),
      { kind: 'done' },
      { kind: 'refused', code: 'gone' },
    ]);
    expect(await s.store.isShutOut(s.hotel.property, id)).toBe(false);
    const stored = await s.store.person(s.hotel.property, id);
    expect(stored).toMatchObject({
      person: { id, handle: 'wang', role: 'front-desk', publicKey, granted: ['card', 'billing'] },
      credential,
    });
    expect(stored?.grants).toHaveLength(2);
    expect(await s.store.passkeys(id)).toEqual([]);
    await write({ ...session, hash: sha256('new'), entry: entry('signed-in') });
    expect(await s.store.session(sha256('new'))).not.toBeNull();
  });
}
