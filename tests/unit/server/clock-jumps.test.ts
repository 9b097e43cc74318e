// The wall clock is set ten years back or ahead while something lasts: a session, a proof, an approval, an invitation, a wait, an export,
// a link on paper. None lasts longer for it, in a server that goes on and in one that starts again.

import { afterEach, beforeEach, expect, test } from 'vitest';
import { approvalSchema } from '../../../src/protocol/approval.ts';
import { guestExportBegunSchema } from '../../../src/protocol/guest-export.ts';
import { invitationsSchema } from '../../../src/protocol/invitation.ts';
import { requestProofSchema, deskRequestSchema } from '../../../src/protocol/request.ts';
import { stepUpSeconds } from '../../../src/protocol/step-up.ts';
import { sessionsSchema } from '../../../src/protocol/team.ts';
import { sha256, type TestHotel, text } from '../../support/hotel-fixtures.ts';
import { fixtureId, testGuest, type TestPerson, testPerson } from '../../support/server-fixtures.ts';
import { join } from '../../support/team-fixtures.ts';
import { setUp, signIn, startTestServer, type TestServer } from '../../support/test-server.ts';

const minute = 60_000;
const day = 86_400_000;
const years = 3653 * day;
const jumps = [-years, years] as const;

let server: TestServer;
let hotel: TestHotel;
let owner: TestPerson;
/** What the wall clock was set by; none of it is time that passed. */
let set = 0;

const start = async (options: { readonly folder?: string; readonly now?: number } = {}) => {
  server = await startTestServer({ ...options, elapsed: (now) => now - set, mostAttempts: 3 });
};
beforeEach(async () => {
  set = 0;
  await start();
  ({ hotel, owner } = await setUp(server));
});
afterEach(() => server.end());

const jump = (by: number) => {
  set += by;
  server.clock.now += by;
};
const pass = (time: number) => {
  server.clock.now += time;
};
const signedIn = async (person = owner) => (await signIn(server, hotel, person)).authorization;
const alive = async (authorization: string) => (await server.send('rows', { authorization })).status === 200;
const colleague = async (role: 'supervisor' | 'front-desk', handle: string) => {
  const person = await testPerson(hotel, role, handle);
  expect((await join(server, hotel, await signedIn(), person)).code).toBeNull();
  return person;
};

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
  await server.stop();
  await start({ folder: server.folder, now: server.clock.now - 12 * minute });
  expect(await alive(over)).toBe(false);
  // One whose end nobody had asked for yet is as old as the clock says.
  expect(await alive(own)).toBe(true);
  await server.stop();
  await start({ folder: server.folder, now: server.clock.now - years });
  expect(await alive(own)).toBe(false);
});

test('sessions are listed with times of the wall clock as it stands', async () => {
  const authorization = await signedIn();
  pass(5 * minute);
  jump(-years);
  const { json } = await server.send('sessions', { authorization });
  const [session] = sessionsSchema.parse(json).sessions;
  expect(Date.parse(session?.startedAt ?? '')).toBe(server.clock.now - 5 * minute);
  expect(Date.parse(session?.usedAt ?? '')).toBe(server.clock.now);
});

test.each(jumps)('a proof lasts its five minutes, with the clock set by %i ms between', async (by) => {
  const authorization = await signedIn();
  pass(stepUpSeconds * 1000 - 1);
  if (by < 0) jump(by);
  const exported = async () => (await server.send('exportLog', { authorization, body: {} })).code;
  expect(await exported()).toBeNull();
  pass(1);
  if (by > 0) jump(by);
  expect(await exported()).toBe(by > 0 ? 'session_ended' : 'step_up_needed');
});

test.each(jumps)('an approval is over once the clock was set by %i ms, and can be asked for again', async (by) => {
  const wang = await colleague('front-desk', 'wang');
  const sun = await colleague('supervisor', 'sun');
  const family = await testGuest(hotel, { now: server.clock.now, statutory: ['identity', 'minors'] });
  await server.send('register', { parameters: { property: hotel.property }, body: family.body });
  const { registration } = family.submission;
  const body = { registration, purpose: 'minors', reason: 'check-in' };
  const ask = async (authorization: string) =>
    approvalSchema.parse((await server.send('askApproval', { authorization, body })).json);
  const approve = async (approval: string) => {
    const sent = { authorization: await signedIn(sun), parameters: { approval }, body: { decision: 'approved' } };
    return (await server.send('decideApproval', sent)).code;
  };
  const open = async (authorization: string) => (await server.send('open', { authorization, body })).code;
  const before = await signedIn(wang);
  const asked = await ask(before);
  expect(await approve(asked.id)).toBeNull();
  const other = await signedIn(await colleague('front-desk', 'zhao'));
  const waiting = await ask(other);
  expect(await open(before)).toBeNull();
  jump(by);
  const again = await signedIn(wang);
  expect(await open(again)).toBe('approval_needed');
  // Nor can one that waited be answered any more.
  expect(await approve(waiting.id)).toBe('conflict');
  const next = await ask(again);
  expect(next.id).not.toBe(asked.id);
  expect(await approve(next.id)).toBeNull();
  expect(await open(again)).toBeNull();
});

test.each(jumps)('an invitation is over once the clock was set by %i ms, and leaves its name free', async (by) => {
  const token = text(32);
  const invite = async (tokenHash: string) => {
    const sealedSecret = { enc: 'A'.repeat(87), ciphertext: 'AAAA' };
    const known = { displayName: '林晓', handle: 'lin', role: 'front-desk', purposes: ['billing'] };
    const body = { ...known, id: fixtureId(), tokenHash, sealedSecret };
    return (await server.send('invite', { authorization: await signedIn(), body })).code;
  };
  const waiting = async () => {
    const { json } = await server.send('invitations', { authorization: await signedIn() });
    return invitationsSchema.parse(json).invitations.length;
  };
  expect(await invite(sha256(token))).toBeNull();
  expect(await invite(sha256(text(32)))).toBe('conflict');
  expect(await waiting()).toBe(1);
  jump(by);
  expect((await server.send('viewInvitation', { body: { token } })).json).toMatchObject({
    state: 'expired',
    invited: null,
  });
  const { id, publicKey, credential } = (await testPerson(hotel, 'front-desk', 'lin')).person;
  const answered = await server.send('answerInvitation', { body: { token, id, publicKey, credential } });
  expect(answered.code).toBe('gone');
  expect(await waiting()).toBe(0);
  expect(await invite(sha256(text(32)))).toBeNull();
  expect(await waiting()).toBe(1);
});

test.each(jumps)('a link on paper to a certificate opens nothing once the clock was set by %i ms', async (by) => {
  const guest = await testGuest(hotel, { now: server.clock.now });
  await server.send('register', { parameters: { property: hotel.property }, body: guest.body });
  const { registration } = guest.submission;
  const authorization = await signedIn();
  const opened = await server.send('openRequest', {
    authorization,
    body: { kind: 'deletion', origin: 'desk-in-person', registration, purpose: null },
  });
  const { id: request } = deskRequestSchema.parse(opened.json);
  for (const body of [{ step: 'verified' }, { step: 'found', registration }, { step: 'done' }])
    await server.send('stepRequest', { authorization, parameters: { request }, body });
  const proof = await server.send('requestProof', { authorization, parameters: { request } });
  const { link } = requestProofSchema.parse(proof.json);
  const [, of = '', number = '', token = ''] = /\/verify#([\w-]{22})\.(\d+)\.([\w-]{22})$/.exec(link) ?? [];
  const body = { registration: of, number: Number(number), token };
  expect((await server.send('handedProof', { body })).code).toBeNull();
  jump(by);
  expect((await server.send('handedProof', { body })).code).toBe('not_found');
});

test.each(jumps)('whoever tried too much waits an hour, with the clock set by %i ms between', async (by) => {
  const wang = await colleague('front-desk', 'wang');
  const tried = async (authorization: string) => {
    const body = { registration: fixtureId(), purpose: 'offers', reason: 'bill' };
    return (await server.send('open', { authorization, body })).code;
  };
  let authorization = await signedIn(wang);
  for (let i = 0; i < 3; i++) await tried(authorization);
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
  const begun = await server.send('beginExport', { authorization, body: { purpose: 'billing', reason: 'bill' } });
  const { export: id } = guestExportBegunSchema.parse(begun.json);
  const page = () => server.send('exportPage', { authorization, parameters: { export: id }, body: { after: 0 } });
  expect((await page()).status).toBe(200);
  jump(-years);
  for (let i = 0; i < 6; i++) {
    pass(10 * minute);
    expect(await alive(authorization)).toBe(true);
  }
  expect(
    (await server.send('stepUp', { authorization, body: { way: 'passphrase', proof: owner.proof } })).code,
  ).toBeNull();
  expect((await page()).code).not.toBeNull();
});
