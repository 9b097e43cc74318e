// The desk asks for a proof first where it knows that the last one is over: the log has an attempt only for what was really tried without.

import { expect, test } from 'vitest';
import { logEntrySchema } from '../../../src/protocol/audit-log.ts';
import { stepUpSeconds } from '../../../src/protocol/step-up.ts';
import { staffDoor } from '../../../src/staff/api/staff-api.ts';
import { type Session, signIn } from '../../../src/staff/session/sign-in.ts';
import { deviceTimers, type Timers } from '../../../src/staff/session/timers.ts';
import { doProven } from '../../../src/staff/step-up/do-proven.ts';
import { LastProof, proofMargin } from '../../../src/staff/step-up/last-proof.ts';
import { proveAgain } from '../../../src/staff/step-up/prove-again.ts';
import { isListed, joinTeamList, readTeam } from '../../../src/staff/team/read-team.ts';
import { passphrases } from '../../support/make-hotel.ts';
import { codeOf, teamSetting } from '../../support/team-setting.ts';

const s = teamSetting();
const lasts = stepUpSeconds * 1000;

/** A tablet whose elapsed time goes with the server's, or stands still. */
async function ownerAt(runs: boolean) {
  const start = s.server.clock.now;
  const passed = () => (runs ? s.server.clock.now : start);
  const timers: Timers = { ...deviceTimers, now: passed, elapsed: passed };
  const door = staffDoor((url, init) => fetch(url, init), s.server.url, timers);
  const asked = { property: s.hotel.property, handle: 'chen', passphrase: passphrases.owner };
  const session = await signIn(door, asked);
  let questions = 0;
  const ask = async (): Promise<boolean> => {
    questions++;
    await proveAgain(door, session, passphrases.owner);
    return true;
  };
  return { session, ask, questions: () => questions };
}

const attempts = async () =>
  (await s.server.store.entries(s.hotel.property, 0, 1000)).filter(
    (text) => logEntrySchema.parse(JSON.parse(text)).action === 'attempt-refused',
  ).length;
const act = (session: Session) => async () => (await session.api.exportLog()).status;

test('more than five minutes after the sign-in it is asked first, and the log has no attempt', async () => {
  const { session, ask, questions } = await ownerAt(true);
  expect(await doProven(session.api, ask, act(session))).toBe(200);
  expect(questions()).toBe(0);
  s.server.clock.now += lasts;
  expect(await doProven(session.api, ask, act(session))).toBe(200);
  expect([questions(), await attempts()]).toEqual([1, 0]);
  // The proof counts from then on.
  s.server.clock.now += lasts - proofMargin - 1;
  expect(await doProven(session.api, ask, act(session))).toBe(200);
  expect([questions(), await attempts()]).toEqual([1, 0]);
  s.server.clock.now += lasts;
  // Turned down, nothing is sent.
  const refused = doProven(session.api, () => Promise.resolve(false), act(session));
  expect([await codeOf(refused), await attempts()]).toEqual(['step_up_needed', 0]);
});

test('what may go without a proof is sent first, and where the tablet’s time stands still the server’s word counts', async () => {
  const { session, ask, questions } = await ownerAt(true);
  s.server.clock.now += lasts;
  expect(await doProven(session.api, ask, () => session.api.people(), 'maybe')).toHaveLength(3);
  expect(questions()).toBe(0);
  const asleep = await ownerAt(false);
  s.server.clock.now += lasts;
  expect(await doProven(asleep.session.api, asleep.ask, act(asleep.session))).toBe(200);
  expect([asleep.questions(), await attempts()]).toEqual([1, 1]);
});

test('neither a clock that is set back nor an elapsed time that sleeps makes a proof last longer, and one that fails is none', async () => {
  const time = { now: 0, elapsed: 0 };
  const proof = new LastProof({ now: () => time.now, elapsed: () => time.elapsed });
  expect(proof.holds()).toBe(true);
  Object.assign(time, { now: -lasts, elapsed: lasts });
  expect(proof.holds()).toBe(false);
  Object.assign(time, { now: lasts, elapsed: 0 });
  expect(proof.holds()).toBe(false);
  await expect(proof.renew(() => Promise.reject(new Error('no')))).rejects.toThrow('no');
  expect(proof.holds()).toBe(false);
  await proof.renew(async () => {
    time.elapsed += lasts;
  });
  expect(proof.holds()).toBe(false);
  await proof.renew(async () => undefined);
  expect(proof.holds()).toBe(true);
});

test('an owner who isn’t in the list is put there while their proof holds, and later only once they have proven themselves', async () => {
  const { session, ask } = await ownerAt(true);
  const { manifest } = s.hotel.manifest;
  const renamed = { ...session, person: { ...session.person, displayName: '陈' } };
  expect(isListed(session, await readTeam(session, manifest))).toBe(true);
  expect(isListed(renamed, await readTeam(renamed, manifest))).toBe(false);
  s.server.clock.now += lasts;
  const join = () => joinTeamList(renamed, manifest, s.server.clock.now);
  expect([await codeOf(join()), await attempts()]).toEqual(['step_up_needed', 0]);
  await doProven(session.api, ask, join);
  expect([isListed(renamed, await readTeam(renamed, manifest)), await attempts()]).toEqual([true, 0]);
  // Who is listed needs no proof to read so.
  s.server.clock.now += lasts;
  expect(await codeOf(join())).toBeNull();
});
