// Children's details: opened after an approval, by a supervisor's own hand, or in an emergency; and always in the log before.

import { afterEach, beforeEach, expect, test } from 'vitest';
import { openedSchema } from '../../../src/protocol/api.ts';
import { approvalSchema, approvalsSchema } from '../../../src/protocol/approval.ts';
import { logEntrySchema } from '../../../src/protocol/audit-log.ts';
import type { PurposeId } from '../../../src/protocol/purposes.ts';
import type { TestHotel } from '../../support/hotel-fixtures.ts';
import { testGuest, type TestPerson, testPerson } from '../../support/server-fixtures.ts';
import { runJobs } from '../../support/run-jobs.ts';
import { setUp, signIn, startTestServer, type TestServer } from '../../support/test-server.ts';
import { join } from '../../support/team-fixtures.ts';

let server: TestServer;
let hotel: TestHotel;
const people = new Map<string, TestPerson>();
const sessions = new Map<string, string>();
let registration: string;

const as = (handle: string) => sessions.get(handle) ?? '';
const idOf = (handle: string) => people.get(handle)?.person.id;

beforeEach(() => begin());

async function begin(options?: Parameters<typeof startTestServer>[0]): Promise<void> {
  server = await startTestServer(options);
  const made = await setUp(server);
  ({ hotel } = made);
  const owner = (await signIn(server, hotel, made.owner)).authorization;
  sessions.set('owner', owner);
  for (const [handle, role] of [
    ['wang', 'front-desk'],
    ['zhao', 'front-desk'],
    ['sun', 'supervisor'],
  ] as const) {
    const person = await testPerson(hotel, role, handle);
    await join(server, hotel, owner, person);
    people.set(handle, person);
    sessions.set(handle, (await signIn(server, hotel, person)).authorization);
  }
  const family = await testGuest(hotel, { now: server.clock.now, statutory: ['identity', 'minors'] });
  await server.send('register', { parameters: { property: hotel.property }, body: family.body });
  ({ registration } = family.submission);
}

afterEach(() => server.end());

const entries = async () =>
  (await server.store.entries(hotel.property, 0, 1000))
    .map((entry) => logEntrySchema.parse(JSON.parse(entry)))
    .filter((entry) => entry.registration === registration && entry.action !== 'registered')
    .map(({ action, actor, purpose, reason }) => ({ action, actor, purpose, reason }));

const open = (handle: string, purpose: PurposeId = 'minors', reason = 'check-in') =>
  server.send('open', { authorization: as(handle), body: { registration, purpose, reason } });

async function ask(handle: string, purpose: PurposeId = 'minors', reason = 'check-in') {
  const body = { registration, purpose, reason };
  return approvalSchema.parse((await server.send('askApproval', { authorization: as(handle), body })).json);
}

const decide = (handle: string, approval: string, decision: string) =>
  server.send('decideApproval', { authorization: as(handle), parameters: { approval }, body: { decision } });

const seenBy = async (handle: string) =>
  approvalsSchema.parse((await server.send('approvals', { authorization: as(handle) })).json).approvals;

test('the front desk opens a child’s details after an approval: one registration, one purpose, one person, a quarter of an hour', async () => {
  expect((await open('wang')).code).toBe('approval_needed');
  expect((await open('wang', 'identity')).code).toBe('approval_needed');
  expect((await open('wang', 'billing', 'bill')).status).toBe(200);
  const asked = await ask('wang');
  expect(await ask('wang')).toEqual(asked);
  expect(asked).toMatchObject({ state: 'waiting', asker: idOf('wang'), decidedBy: null });
  expect((await seenBy('sun')).map(({ id }) => id)).toEqual([asked.id]);
  expect(await seenBy('zhao')).toEqual([]);
  expect((await open('wang')).code).toBe('approval_needed');
  expect((await decide('zhao', asked.id, 'approved')).code).toBe('forbidden');
  expect((await decide('sun', asked.id, 'approved')).status).toBe(200);
  expect((await decide('sun', asked.id, 'refused')).code).toBe('conflict');
  expect((await open('zhao')).code).toBe('approval_needed');
  expect((await open('wang', 'identity')).code).toBe('approval_needed');
  expect(openedSchema.parse((await open('wang')).json).envelope.purpose).toBe('minors');
  expect(
    (await entries()).filter(({ purpose }) => purpose === 'minors').map(({ action, actor }) => [action, actor]),
  ).toEqual([
    ['opening-refused', idOf('wang')],
    ['approval-asked', idOf('wang')],
    ['approved', idOf('sun')],
    ['opening-refused', idOf('zhao')],
    ['opened', idOf('wang')],
  ]);
  server.clock.now += 15 * 60_000;
  for (const handle of ['wang', 'sun']) sessions.set(handle, await again(handle));
  expect((await open('wang')).code).toBe('approval_needed');
  expect((await seenBy('wang'))[0]).toMatchObject({ state: 'expired' });
});

test('what was asked for and approved was no attempt; questions that nobody approves come to an end', async () => {
  await server.end();
  await begin({ mostAttempts: 2 });
  const questions = (['minors', 'identity'] as const).flatMap((purpose) =>
    ['check-in', 'legal-duty'].map((reason) => ({ purpose, reason })),
  );
  for (const { purpose, reason } of questions)
    expect((await decide('sun', (await ask('wang', purpose, reason)).id, 'approved')).status).toBe(200);
  for (const { purpose, reason } of questions.slice(0, 2))
    expect((await decide('sun', (await ask('wang', purpose, reason)).id, 'refused')).status).toBe(200);
  const body = { registration, purpose: 'identity', reason: 'check-in' };
  expect((await server.send('askApproval', { authorization: as('wang'), body })).code).toBe('too_many_attempts');
});

test('an approval is for the reason that was asked with', async () => {
  const asked = await ask('wang');
  const other = await ask('wang', 'minors', 'legal-duty');
  expect(other.id).not.toBe(asked.id);
  expect(await ask('wang', 'minors', 'legal-duty')).toEqual(other);
  await decide('sun', asked.id, 'approved');
  expect((await open('wang', 'minors', 'legal-duty')).code).toBe('approval_needed');
  expect((await open('wang')).status).toBe(200);
  await decide('sun', other.id, 'approved');
  expect((await open('wang', 'minors', 'legal-duty')).status).toBe(200);
});

test('an approval ends where its giver may approve no more, and comes back with no role', async () => {
  const asked = await ask('wang');
  await decide('sun', asked.id, 'approved');
  const change = async (role: string) =>
    (
      await server.send('changeRole', {
        authorization: as('owner'),
        parameters: { person: idOf('sun') ?? '' },
        body: { role },
      })
    ).code;
  expect(await change('front-desk')).toBeNull();
  expect((await open('wang')).code).toBe('approval_needed');
  expect(await seenBy('wang')).toMatchObject([{ id: asked.id, state: 'expired', decidedBy: idOf('sun') }]);
  expect(await change('supervisor')).toBeNull();
  expect((await open('wang')).code).toBe('approval_needed');
});

async function again(handle: string): Promise<string> {
  const person = people.get(handle);
  if (person === undefined) throw new TypeError('nobody of that name');
  return (await signIn(server, hotel, person)).authorization;
}

test('a refusal opens nothing, and nobody answers a question that has waited too long', async () => {
  const asked = await ask('wang');
  expect((await decide('sun', asked.id, 'refused')).json).toMatchObject({ state: 'refused', decidedBy: idOf('sun') });
  expect((await open('wang')).code).toBe('approval_needed');
  const second = await ask('wang');
  expect(second.id).not.toBe(asked.id);
  server.clock.now += 15 * 60_000;
  sessions.set('sun', await again('sun'));
  expect((await decide('sun', second.id, 'approved')).code).toBe('conflict');
});

test('a supervisor approves on the asker’s tablet with their own passphrase, and nobody else’s does', async () => {
  const { id } = await ask('wang');
  const prove = async (handle: string, proof: string, by = 'wang') => {
    const sent = { authorization: as(by), parameters: { approval: id }, body: { handle, proof } };
    return (await server.send('proveApproval', sent)).code;
  };
  const proofOf = (handle: string) => people.get(handle)?.proof ?? '';
  expect(await prove('sun', 'A'.repeat(43))).toBe('sign_in_failed');
  expect(await prove('zhao', proofOf('zhao'))).toBe('forbidden');
  expect(await prove('wang', proofOf('wang'))).toBe('forbidden');
  expect(await prove('sun', proofOf('sun'), 'zhao')).toBe('not_found');
  expect((await open('wang')).code).toBe('approval_needed');
  expect(await prove('sun', proofOf('sun'))).toBeNull();
  expect((await open('wang')).status).toBe(200);
  expect((await entries()).find(({ action }) => action === 'approved')?.actor).toBe(idOf('sun'));
  // Who answered without being allowed to did it on the asker's tablet, and once in ten minutes.
  const tried = (await entries()).filter(({ action }) => action === 'attempt-refused');
  expect(tried).toEqual([{ action: 'attempt-refused', actor: idOf('wang'), purpose: 'minors', reason: 'check-in' }]);
});

test('a supervisor’s own opening is its approval, and the log says both', async () => {
  expect((await open('sun')).status).toBe(200);
  expect((await entries()).map(({ action, actor }) => [action, actor])).toEqual([
    ['approved', idOf('sun')],
    ['opened', idOf('sun')],
  ]);
});

test('in an emergency the front desk opens at once; it is called what it is, and a supervisor looks into it afterwards', async () => {
  expect((await open('wang', 'minors', 'emergency')).status).toBe(200);
  const [shown] = await seenBy('sun');
  expect(shown).toMatchObject({ state: 'emergency', asker: idOf('wang'), reason: 'emergency' });
  expect((await decide('sun', shown?.id ?? '', 'approved')).code).toBe('conflict');
  // It gives leave for nothing else, and doesn't go away by itself.
  expect((await open('wang')).code).toBe('approval_needed');
  server.clock.now += 48 * 3_600_000;
  sessions.set('sun', await again('sun'));
  expect((await seenBy('sun')).map(({ state }) => state)).toEqual(['emergency']);
  expect((await decide('sun', shown?.id ?? '', 'reviewed')).json).toMatchObject({ state: 'reviewed' });
  expect((await entries()).map(({ action }) => action)).toEqual([
    'opened-unapproved',
    'opening-refused',
    'opening-reviewed',
  ]);
});

test('what nobody has looked into and what waits is there again after a start, and ends with the registration', async () => {
  await open('wang', 'minors', 'emergency');
  const asked = await ask('wang');
  await server.stop();
  server = await startTestServer({ folder: server.folder, now: server.clock.now });
  expect((await seenBy('sun')).map(({ id, state }) => [state, id === asked.id])).toEqual([
    ['waiting', true],
    ['emergency', false],
  ]);
  expect(await ask('wang')).toEqual(asked);
  // Nobody comes; what was done in an emergency is still to be looked into.
  server.clock.now += 5 * 86_400_000;
  sessions.set('sun', await again('sun'));
  await runJobs(server, server.clock.now);
  const [left, ...more] = await seenBy('sun');
  expect([left?.state, more]).toEqual(['emergency', []]);
  expect((await decide('sun', left?.id ?? '', 'reviewed')).status).toBe(200);
  expect(await seenBy('sun')).toEqual([]);
});

test('a party without children needs none, and what isn’t there can’t be asked for', async () => {
  const adult = await testGuest(hotel, { now: server.clock.now, statutory: ['identity'] });
  await server.send('register', { parameters: { property: hotel.property }, body: adult.body });
  const of = adult.submission.registration;
  const body = { registration: of, purpose: 'identity', reason: 'check-in' };
  expect((await server.send('open', { authorization: as('wang'), body })).status).toBe(200);
  expect((await server.send('askApproval', { authorization: as('wang'), body })).code).toBe('conflict');
  const minors = { ...body, purpose: 'minors' };
  expect((await server.send('askApproval', { authorization: as('wang'), body: minors })).code).toBe('conflict');
});
