// What the law has hotels hand over, by direct request: opened under the legal duty alone, logged before it leaves, marked by name.

import { afterEach, beforeEach, expect, test } from 'vitest';
import { deskRowsSchema } from '../../../src/protocol/api.ts';
import { logEntrySchema } from '../../../src/protocol/audit-log.ts';
import { registerFileSchema } from '../../../src/protocol/hand-over.ts';
import type { PurposeId } from '../../../src/protocol/purposes.ts';
import type { TestHotel } from '../../support/hotel-fixtures.ts';
import { arrivalBody, fixtureId, testGuest, type TestPerson, testPerson } from '../../support/server-fixtures.ts';
import { setUp, signIn, startTestServer, type TestServer } from '../../support/test-server.ts';
import { join } from '../../support/team-fixtures.ts';

let server: TestServer;
let hotel: TestHotel;
let owner: TestPerson;
let authorization: string;

beforeEach(async () => {
  server = await startTestServer();
  ({ hotel, owner } = await setUp(server));
  ({ authorization } = await signIn(server, hotel, owner));
});

afterEach(() => server.end());

async function arrived(statutory: readonly ('identity' | 'minors')[]): Promise<string> {
  const guest = await testGuest(hotel, { now: server.clock.now, given: ['billing'], statutory });
  await server.send('register', { parameters: { property: hotel.property }, body: guest.body });
  const { registration } = guest.submission;
  await server.send('arrive', { parameters: { registration }, authorization, body: arrivalBody(hotel) });
  return registration;
}

const entriesOf = async (registration: string) =>
  (await server.store.entriesOf(hotel.property, registration)).map(({ entry }) => {
    const { action, actor, purpose, reason } = logEntrySchema.parse(JSON.parse(entry));
    return { action, actor, purpose, reason };
  });
const file = (registrations: readonly string[], by = authorization) =>
  server.send('registerFile', { authorization: by, body: { registrations } });
const handOver = (registration: string, way: string | null, by = authorization) =>
  server.send('handOver', { parameters: { registration }, authorization: by, body: { way } });

test('a file’s envelopes are each an entry of what left in a file, under the legal duty, and one that isn’t there stops no other', async () => {
  const [family, alone, nothing] = [
    await arrived(['identity', 'minors']),
    await arrived(['identity']),
    await arrived([]),
  ];
  const { status, json } = await file([family, fixtureId(), nothing, alone, family]);
  expect(status).toBe(200);
  const { opened } = registerFileSchema.parse(json);
  expect(opened.map(({ registration, purpose }) => [registration, purpose])).toEqual([
    [family, 'identity'],
    [family, 'minors'],
    [alone, 'identity'],
  ]);
  for (const { purpose, envelope } of opened) expect(envelope).toMatchObject({ kind: 'purpose', purpose });
  const looked = { action: 'exported', actor: owner.person.id, reason: 'legal-duty' };
  expect((await entriesOf(family)).slice(2)).toEqual([
    // A child's are approved by whoever may, who here opens them as well.
    { ...looked, action: 'approved', purpose: 'identity' },
    { ...looked, purpose: 'identity' },
    { ...looked, action: 'approved', purpose: 'minors' },
    { ...looked, purpose: 'minors' },
  ]);
  expect((await entriesOf(alone)).slice(2)).toEqual([{ ...looked, purpose: 'identity' }]);
  expect((await entriesOf(nothing)).map(({ action }) => action)).toEqual(['registered', 'arrived']);
});

test('a hand-over says who and how, and the guest’s own log has it; a mistake is taken back in the open', async () => {
  const guest = await arrived(['identity']);
  expect((await handOver(guest, 'typed')).status).toBe(204);
  const row = async () => deskRowsSchema.parse((await server.send('rows', { authorization })).json).rows[0];
  expect((await row())?.handedOver).toMatchObject({ by: owner.person.id, way: 'typed', consentNumber: 1 });
  expect((await handOver(guest, null)).status).toBe(204);
  expect((await row())?.handedOver).toBeUndefined();
  const told = { actor: owner.person.id, purpose: 'identity', reason: 'legal-duty' };
  expect((await entriesOf(guest)).slice(2)).toEqual([
    { ...told, action: 'handed-over' },
    { ...told, action: 'hand-over-withdrawn' },
  ]);
});

test('whoever wasn’t granted the register’s key hands nobody over, and that they tried is logged', async () => {
  const guest = await arrived(['identity']);
  const desk = await testPerson(hotel, 'front-desk', 'wang', ['billing']);
  await join(server, hotel, authorization, desk);
  const { authorization: theirs } = await signIn(server, hotel, desk);
  expect((await handOver(guest, 'typed', theirs)).code).toBe('not_granted');
  expect((await file([guest], theirs)).code).toBe('not_granted');
  expect((await entriesOf(guest)).map(({ action }) => action)).toEqual(['registered', 'arrived', 'attempt-refused']);
  const trusted = await testPerson(hotel, 'front-desk', 'zhao', ['identity']);
  await join(server, hotel, authorization, trusted);
  const { authorization: granted } = await signIn(server, hotel, trusted);
  expect((await handOver(guest, 'typed', granted)).status).toBe(204);
});

/** Somebody who works there, with these keys, and signed in. */
async function works(role: 'front-desk' | 'supervisor', handle: string, granted: readonly PurposeId[]) {
  const person = await testPerson(hotel, role, handle, granted);
  await join(server, hotel, authorization, person);
  return (await signIn(server, hotel, person)).authorization;
}

test('a family leaves whole or not at all, and nobody says of children they couldn’t open that they were handed over', async () => {
  const [family, alone] = [await arrived(['identity', 'minors']), await arrived(['identity'])];
  const theirs = await works('supervisor', 'zhao', ['identity']);
  const { json } = await file([family, alone], theirs);
  expect(registerFileSchema.parse(json).opened.map(({ registration, purpose }) => [registration, purpose])).toEqual([
    [alone, 'identity'],
  ]);
  expect((await handOver(family, 'file', theirs)).code).toBe('not_granted');
  expect((await handOver(family, 'typed', theirs)).code).toBe('not_granted');
  const row = async (of: string) => {
    const { rows } = deskRowsSchema.parse((await server.send('rows', { authorization })).json);
    return rows.find(({ registration }) => registration === of);
  };
  expect((await row(family))?.handedOver).toBeUndefined();
  expect((await entriesOf(family)).slice(2).map(({ action, purpose, reason }) => [action, purpose, reason])).toEqual([
    ['attempt-refused', 'minors', 'legal-duty'],
  ]);
  // Whoever may open all of it hands it over, and the log says whom.
  await file([family]);
  expect((await handOver(family, 'file')).status).toBe(204);
  expect((await row(family))?.handedOver).toMatchObject({ way: 'file' });
  expect((await entriesOf(family)).slice(-2).map(({ action, purpose }) => [action, purpose])).toEqual([
    ['handed-over', 'identity'],
    ['handed-over', 'minors'],
  ]);
});

test('a family’s file takes somebody who may approve', async () => {
  const family = await arrived(['identity', 'minors']);
  const theirs = await works('front-desk', 'lihua', ['identity', 'minors']);
  expect(registerFileSchema.parse((await file([family], theirs)).json).opened).toEqual([]);
  expect((await entriesOf(family)).slice(2).map(({ action, purpose }) => [action, purpose])).toEqual([
    ['attempt-refused', 'identity'],
  ]);
  expect((await handOver(family, 'file', theirs)).code).toBe('conflict');
});

test('nobody is marked by a file they weren’t in, and who comes after a change of shift marks whoever was', async () => {
  const [guest, childOnly] = [await arrived(['identity']), await arrived(['minors'])];
  expect((await handOver(guest, 'file')).code).toBe('conflict');
  const theirs = await works('supervisor', 'zhao', ['identity']);
  await file([guest], theirs);
  expect((await handOver(guest, 'file')).status).toBe(204);
  // The guardian entered nothing of themselves: no file has them.
  expect(registerFileSchema.parse((await file([childOnly])).json).opened).toEqual([]);
  expect((await handOver(childOnly, 'file')).code).toBe('conflict');
  // Nor has the file of somebody who couldn’t open the children.
  const family = await arrived(['identity', 'minors']);
  await file([family], theirs);
  expect((await handOver(family, 'file')).code).toBe('conflict');
});
