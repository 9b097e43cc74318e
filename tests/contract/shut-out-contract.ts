// What every store must do with somebody whose keys may be in other hands: no time lets them in again.

import { expect, test } from 'vitest';
import type { Change, ChangeOf } from '../../src/server/store/change.ts';
import { logEntryText } from '../../src/server/log/log-entry.ts';
import { sha256, testHotel } from '../support/hotel-fixtures.ts';
import { fixtureId, testPerson } from '../support/server-fixtures.ts';
import { contractSetting, type StorePlace } from './contract-setting.ts';

const minute = 60_000;

export function shutOutContract(newPlace: () => Promise<StorePlace>): void {
  const s = contractSetting(newPlace);
  const { entry, write } = s;
  const outcomes = async (...changes: Change[]) => (await write(...changes)).outcomes;

  test('who is shut out stays so however late it is, until somebody says otherwise', async () => {
    const desk = await testPerson(s.hotel, 'front-desk', 'wang');
    const { id } = desk.person;
    const team = await s.join(desk);
    let tokens = 0;
    const again = (exposed: boolean): Change & ChangeOf<'invite'> => {
      tokens += 1;
      return {
        kind: 'invite',
        at: s.now,
        by: s.owner.person.id,
        expiresAt: s.now + 30 * minute,
        invitation: {
          id: fixtureId(),
          displayName: desk.person.displayName,
          handle: 'wang',
          role: 'front-desk',
          purposes: [],
          again: { person: id, exposed },
          tokenHash: sha256(`token ${tokens}`),
          sealedSecret: { enc: 'A'.repeat(87), ciphertext: 'AAAA' },
        },
        entry: entry('person-invited-again'),
      };
    };
    const shutOut = () => s.store.isShutOut(s.hotel.property, id);
    const session = { kind: 'start-session', device: 'other', person: s.owner.person.id } as const;
    const later = async (by: number) => {
      s.now += by;
      const one = { moment: s.now, hash: sha256(`session ${s.now}`), forget: s.now };
      await write({ ...session, ...one, entry: entry('signed-in') });
    };
    const standing = async () => (await s.store.invitations(s.hotel.property, s.now)).map((one) => one.id);
    const first = again(true);
    await write(first);
    // Neither its end nor the tidying up after it, nor a clock far ahead or behind.
    for (const by of [31 * minute, 400 * 24 * 60 * minute, -800 * 24 * 60 * minute, 400 * 24 * 60 * minute]) {
      await later(by);
      expect(await shutOut()).toBe(true);
      expect(await standing()).toEqual([first.invitation.id]);
    }
    // What they began before comes to nothing; that they were turned away is kept.
    const byThem = (action: 'printed' | 'sign-in-failed'): Change => ({
      kind: 'note',
      at: s.now,
      entry: logEntryText({ at: s.now, actor: id, role: 'front-desk', action }),
    });
    expect(await outcomes(byThem('printed'), byThem('sign-in-failed'))).toMatchObject([
      { kind: 'refused', code: 'session_ended' },
      { kind: 'done' },
    ]);
    const grants = s.owner.person.grants.slice(0, 1);
    const rules = await testHotel({ previous: s.hotel, now: s.now });
    expect(
      await outcomes(
        {
          kind: 'give-grants',
          at: s.now,
          person: id,
          grants,
          team: s.teamAfter(team, ...team.people),
          entry: entry('grants-given'),
        },
        {
          kind: 'publish',
          at: s.now,
          profile: s.hotel.profile,
          publication: s.publicationOf(rules),
          grants: grants.map((grant) => ({ person: id, grant })),
          newKeys: true,
          entry: entry('manifest-published'),
        },
      ),
    ).toEqual(Array.from({ length: 2 }, () => ({ kind: 'refused', code: 'conflict' })));
    await later(60 * minute);
    const { publicKey, credential } = desk.person;
    const answer: Change = {
      kind: 'answer-invitation',
      at: s.now,
      tokenHash: sha256('token 1'),
      answer: { id, publicKey, credential },
      entry: entry('invitation-answered'),
    };
    const next = again(true);
    expect(await outcomes(answer, again(false), next)).toMatchObject([
      { kind: 'refused', code: 'gone' },
      { kind: 'refused', code: 'conflict' },
      { kind: 'done' },
    ]);
    expect(await standing()).toEqual([next.invitation.id]);
    const end = (of: string): Change => ({
      kind: 'end-invitation',
      at: s.now,
      invitation: of,
      entry: entry('invitation-called-off'),
    });
    expect(await outcomes(end(first.invitation.id))).toMatchObject([{ kind: 'unchanged' }]);
    await later(31 * minute);
    expect(await shutOut()).toBe(true);
    expect(await outcomes(end(next.invitation.id), end(next.invitation.id))).toMatchObject([
      { kind: 'done' },
      { kind: 'unchanged' },
    ]);
    expect(await shutOut()).toBe(false);
    expect(await standing()).toEqual([]);
  });
}
