// What people are reminded of is kept by the server: when they confirmed the training, and how old their passphrase is.

import { afterEach, beforeEach, expect, test } from 'vitest';
import { peopleSchema, signedInSchema } from '../../../src/protocol/api.ts';
import { logEntrySchema } from '../../../src/protocol/audit-log.ts';
import { toInstant } from '../../../src/protocol/time.ts';
import type { TestHotel } from '../../support/hotel-fixtures.ts';
import { type TestPerson, testPerson } from '../../support/server-fixtures.ts';
import { setUp, signIn, startTestServer, type TestServer } from '../../support/test-server.ts';
import { join } from '../../support/team-fixtures.ts';

const day = 86_400_000;
let server: TestServer;
let hotel: TestHotel;
let owner: TestPerson;
let desk: TestPerson;

beforeEach(async () => {
  server = await startTestServer();
  ({ hotel, owner } = await setUp(server));
  desk = await testPerson(hotel, 'front-desk', 'wang', []);
  await join(server, hotel, await as(owner), desk);
});
afterEach(() => server.end());

const as = async (person: TestPerson) => (await signIn(server, hotel, person)).authorization;
const confirm = async (person: TestPerson) =>
  server.send('confirmTraining', { authorization: await as(person), body: {} });
const team = async () =>
  peopleSchema.parse((await server.send('people', { authorization: await as(owner) })).json).people;
const confirmations = async () =>
  (await server.store.entries(hotel.property, 0, 1000))
    .map((entry) => logEntrySchema.parse(JSON.parse(entry)))
    .filter(({ action }) => action === 'training-confirmed')
    .map(({ actor, time, registration, digest }) => [actor, time, registration, digest]);

test('each confirms for themselves, the owner sees the day, and the log has one entry a day', async () => {
  expect((await team()).map(({ trainedAt }) => trainedAt)).toEqual([null, null]);
  const first = toInstant(server.clock.now);
  expect((await confirm(desk)).status).toBe(204);
  expect((await confirm(desk)).status).toBe(204);
  expect((await team()).map(({ id, trainedAt }) => [id, trainedAt])).toEqual([
    [owner.person.id, null],
    [desk.person.id, first],
  ]);
  expect(await confirmations()).toEqual([[desk.person.id, first, null, null]]);
  server.clock.now += 365 * day;
  await confirm(desk);
  expect(await confirmations()).toHaveLength(2);
  expect((await team()).at(-1)?.trainedAt).toBe(toInstant(server.clock.now));
  expect((await server.send('confirmTraining', { body: {} })).code).toBe('session_ended');
});

test('a passphrase is as old as its last change, which its person hears at sign-in', async () => {
  const { property } = hotel;
  const added = toInstant(server.clock.now);
  server.clock.now += 400 * day;
  const body = { handle: 'wang', proof: desk.proof };
  const { json } = await server.send('signIn', { parameters: { property }, body });
  const { session, person } = signedInSchema.parse(json);
  expect(person).toMatchObject({ passphraseSince: added, trainedAt: null });
  const { credential } = (await testPerson(hotel, 'front-desk', 'wang')).person;
  const change = { authorization: `Bearer ${session}`, body: { proof: desk.proof, credential } };
  expect((await server.send('changePassphrase', change)).status).toBe(204);
  expect((await team()).map(({ passphraseSince }) => passphraseSince)).toEqual([added, toInstant(server.clock.now)]);
});
