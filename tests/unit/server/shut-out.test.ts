// Somebody whose keys may be in other hands has been invited again: until they come in anew, nothing proves them to the server.

import { afterEach, beforeEach, expect, test } from 'vitest';
import { approvalSchema } from '../../../src/protocol/approval.ts';
import { logEntrySchema } from '../../../src/protocol/audit-log.ts';
import { passkeyChallengeSchema } from '../../../src/protocol/passkey.ts';
import { sha256, text, type TestHotel } from '../../support/hotel-fixtures.ts';
import { fixtureId, testGuest, type TestPerson, testPerson } from '../../support/server-fixtures.ts';
import { softPasskey } from '../../support/soft-passkey.ts';
import { join } from '../../support/team-fixtures.ts';
import { setUp, signIn, startTestServer, type TestServer } from '../../support/test-server.ts';

let server: TestServer;
let hotel: TestHotel;
let owner: string;
let supervisor: TestPerson;

beforeEach(async () => {
  server = await startTestServer();
  const made = await setUp(server);
  ({ hotel } = made);
  owner = (await signIn(server, hotel, made.owner)).authorization;
  supervisor = await testPerson(hotel, 'supervisor', 'sun');
  await join(server, hotel, owner, supervisor);
});
afterEach(() => server.end());

async function shutOut(): Promise<void> {
  const { id, handle, displayName, role, grants } = supervisor.person;
  const body = {
    id: fixtureId(),
    handle,
    displayName,
    role,
    purposes: grants.flatMap(({ purpose }) => (purpose === 'card' ? [] : [purpose])),
    again: { person: id, exposed: true },
    tokenHash: sha256(text(32)),
    sealedSecret: { enc: text(65), ciphertext: text(48) },
  };
  expect((await server.send('invite', { authorization: owner, body })).code).toBeNull();
}

const ownActions = async () =>
  (await server.store.entries(hotel.property, 0, 1000))
    .map((entry) => logEntrySchema.parse(JSON.parse(entry)))
    .flatMap(({ action, actor }) => (actor === supervisor.person.id ? [action] : []));
const failures = async () => (await ownActions()).filter((action) => action === 'sign-in-failed').length;

test('they approve no opening of a child’s details, on no tablet, and their passphrase is refused like a wrong one', async () => {
  const front = await testPerson(hotel, 'front-desk', 'wang');
  await join(server, hotel, owner, front);
  const desk = (await signIn(server, hotel, front)).authorization;
  const own = (await signIn(server, hotel, supervisor)).authorization;
  const family = await testGuest(hotel, { now: server.clock.now, statutory: ['minors'] });
  await server.send('register', { parameters: { property: hotel.property }, body: family.body });
  const opening = { registration: family.submission.registration, purpose: 'minors', reason: 'check-in' };
  const asked = await server.send('askApproval', { authorization: desk, body: opening });
  const parameters = { approval: approvalSchema.parse(asked.json).id };
  await shutOut();

  const decided = { authorization: own, parameters, body: { decision: 'approved' } };
  expect((await server.send('decideApproval', decided)).code).toBe('session_ended');
  const { proof } = supervisor;
  const { handle } = supervisor.person;
  const prove = async () =>
    (await server.send('proveApproval', { authorization: desk, parameters, body: { handle, proof } })).code;
  expect(await prove()).toBe('sign_in_failed');
  const signingIn = { parameters: { property: hotel.property }, body: { handle, proof } };
  expect((await server.send('signIn', signingIn)).code).toBe('sign_in_failed');
  expect(await failures()).toBe(2);
  // Slowed as well: whoever has the passphrase can't tell it from a wrong one.
  expect([await prove(), await prove(), await prove()]).toEqual([
    'sign_in_failed',
    'sign_in_failed',
    'too_many_attempts',
  ]);
  expect(await failures()).toBe(4);
  expect((await server.send('open', { authorization: desk, body: opening })).code).toBe('approval_needed');
  expect(await ownActions()).not.toContain('approved');
});

test('no passkey of theirs says whose it is', async () => {
  const { authorization } = await signIn(server, hotel, supervisor);
  const passkey = softPasskey(server.server.publicUrl);
  const started = await server.send('startPasskey', { authorization });
  const made = passkey.make(passkeyChallengeSchema.parse(started.json));
  expect((await server.send('addPasskey', { authorization, body: made })).code).toBeNull();
  const byPasskey = async () => {
    const parameters = { property: hotel.property };
    const challenge = passkeyChallengeSchema.parse((await server.send('passkeyChallenge', { parameters })).json);
    return (await server.send('passkeySignIn', { parameters, body: { assertion: passkey.prove(challenge) } })).code;
  };
  expect(await byPasskey()).toBe('passkey_without_keys');
  await shutOut();
  expect(await byPasskey()).toBe('sign_in_failed');
  expect(await failures()).toBe(1);
});
