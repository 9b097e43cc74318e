// The wall clock is set back or ahead while a session, a proof, a wait or an export lasts. None lasts longer for it, in a server that goes
// on and in one that starts again.

import { expect, test } from 'vitest';
import { guestExportBegunSchema } from '../../../src/protocol/guest-export.ts';
import { stepUpSeconds } from '../../../src/protocol/step-up.ts';
import { sessionsSchema } from '../../../src/protocol/team.ts';
import { openSqliteStore } from '../../../src/server/store/sqlite/open-sqlite-store.ts';
import { day, jumpingClock, minute, years } from '../../support/jumping-clock.ts';
import { fixtureId } from '../../support/server-fixtures.ts';

const jumps = [-years, years] as const;
const most = 3;

const s = jumpingClock({ most });
const { again, alive, colleague, jump, pass, signedIn, slowDown } = s;

test.each([1, 30, 300, 3000])('a session does not outlive %i days after a clock that was set back', async (days) => {
  const authorization = await signedIn();
  jump(-years);
  // No time has passed: nobody is signed out for a clock.
  expect(await alive(authorization)).toBe(true);
  pass(days * day);
  expect(await alive(authorization)).toBe(false);
});

test('idle minutes and hours are counted as they pass, whatever the wall clock says', async () => {
  const idle = await signedIn();
  const busy = await signedIn();
  for (let i = 0; i < 71; i++) {
    pass(10 * minute);
    // Back by more than passed, every time.
    jump(-11 * minute);
    expect(await alive(busy)).toBe(true);
  }
  expect(await alive(idle)).toBe(false);
  pass(10 * minute);
  expect(await alive(busy)).toBe(false);
  // What is over stays over, also where the wall clock says that it has only begun.
  jump(-12 * 60 * minute);
  expect([await alive(idle), await alive(busy)]).toEqual([false, false]);
});

test('a session idled out is over for a server that starts again under an older clock', async () => {
  const over = await signedIn();
  const own = await signedIn();
  pass(12 * minute);
  expect(await alive(over)).toBe(false);
  await again(s.server.clock.now - 12 * minute);
  // One whose end nobody had asked for yet is over too: how long the server was off nobody knows.
  expect([await alive(over), await alive(own)]).toEqual([false, false]);
});

test('a session goes on in a server that starts again, and a pause counts', async () => {
  const authorization = await signedIn();
  pass(6 * minute);
  jump(-years);
  await again(s.server.clock.now + 6 * minute - 1);
  expect(await alive(authorization)).toBe(true);
  pass(12 * minute - 1);
  await again(s.server.clock.now + 1);
  expect(await alive(authorization)).toBe(false);
});

test('the five minutes of a proof are counted from before it is written down', async () => {
  const authorization = await signedIn();
  pass(6 * minute);
  slowDown(4 * minute);
  const body = { way: 'passphrase', proof: s.owner.proof };
  expect((await s.server.send('stepUp', { authorization, body })).code).toBeNull();
  const exported = async () => (await s.server.send('exportLog', { authorization, body: {} })).code;
  pass(minute - 1);
  expect(await exported()).toBeNull();
  pass(1);
  expect(await exported()).toBe('step_up_needed');
});

test('sessions are listed with times of the wall clock as it stands', async () => {
  const authorization = await signedIn();
  pass(5 * minute);
  jump(-years);
  const { json } = await s.server.send('sessions', { authorization });
  const [session] = sessionsSchema.parse(json).sessions;
  expect(Date.parse(session?.startedAt ?? '')).toBe(s.server.clock.now - 5 * minute);
  expect(Date.parse(session?.usedAt ?? '')).toBe(s.server.clock.now);
});

test.each(jumps)('a proof lasts its five minutes, with the clock set by %i ms between', async (by) => {
  const authorization = await signedIn();
  pass(stepUpSeconds * 1000 - 1);
  if (by < 0) jump(by);
  const exported = async () => (await s.server.send('exportLog', { authorization, body: {} })).code;
  expect(await exported()).toBeNull();
  pass(1);
  if (by > 0) jump(by);
  expect(await exported()).toBe(by > 0 ? 'session_ended' : 'step_up_needed');
});

test('what a sudden end left later than the clock was kept is over', async () => {
  const authorization = await signedIn();
  // As a server leaves it that was killed before it kept the time again, a day after it last had.
  await again(s.server.clock.now, async (folder) => {
    const store = openSqliteStore(folder);
    const { moment, wall } = (await store.keptMoment()) ?? { moment: 0, wall: 0 };
    await store.keepMoment({ moment: moment - day, wall });
    await store.close();
  });
  expect(await alive(authorization)).toBe(false);
});

test.each(jumps)('whoever tried too much waits an hour, with the clock set by %i ms between', async (by) => {
  const wang = await colleague('front-desk', 'wang');
  const tried = async (authorization: string) => {
    const body = { registration: fixtureId(), purpose: 'offers', reason: 'bill' };
    return (await s.server.send('open', { authorization, body })).code;
  };
  let authorization = await signedIn(wang);
  for (let i = 0; i < most; i++) await tried(authorization);
  expect(await tried(authorization)).toBe('too_many_attempts');
  if (by < 0) jump(by);
  pass(60 * minute - 1);
  authorization = await signedIn(wang);
  expect(await tried(authorization)).toBe('too_many_attempts');
  if (by > 0) jump(by);
  pass(1);
  authorization = await signedIn(wang);
  expect(await tried(authorization)).toBe('not_found');
});

test('an export that was begun ends after its hour, also under a clock that was set back', async () => {
  const authorization = await signedIn();
  const begun = await s.server.send('beginExport', { authorization, body: { purpose: 'billing', reason: 'bill' } });
  const { export: id } = guestExportBegunSchema.parse(begun.json);
  const page = () => s.server.send('exportPage', { authorization, parameters: { export: id }, body: { after: 0 } });
  expect((await page()).status).toBe(200);
  jump(-years);
  for (let i = 0; i < 6; i++) {
    pass(10 * minute);
    expect(await alive(authorization)).toBe(true);
  }
  expect(
    (await s.server.send('stepUp', { authorization, body: { way: 'passphrase', proof: s.owner.proof } })).code,
  ).toBeNull();
  expect((await page()).code).not.toBeNull();
});
