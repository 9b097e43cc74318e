import { afterEach, beforeEach, expect, test } from 'vitest';
import {
  type DeskRequest,
  deskRequestSchema,
  deskRequestsSchema,
  requestStepAnswerSchema,
} from '../../../src/protocol/request.ts';
import { guestLogSchema, guestViewSchema } from '../../../src/protocol/api.ts';
import { verifyReceipt } from '../../../src/crypto/verify-receipt.ts';
import type { TestHotel } from '../../support/hotel-fixtures.ts';
import { fixtureId, testGuest, type TestGuest, testPerson } from '../../support/server-fixtures.ts';
import { setUp, signIn, startTestServer, type TestServer } from '../../support/test-server.ts';

let server: TestServer;
let hotel: TestHotel;
let owner = '';
let supervisor = '';
let frontDesk = '';
let guest: TestGuest;

beforeEach(async () => {
  server = await startTestServer();
  const finished = await setUp(server);
  hotel = finished.hotel;
  owner = (await signIn(server, hotel, finished.owner)).authorization;
  const person = async (role: 'supervisor' | 'front-desk') => {
    const made = await testPerson(hotel, role, role);
    await server.send('addPerson', { authorization: owner, body: made.person });
    return (await signIn(server, hotel, made)).authorization;
  };
  supervisor = await person('supervisor');
  frontDesk = await person('front-desk');
  guest = await testGuest(hotel, { now: server.clock.now });
  await server.send('register', { parameters: { property: hotel.property }, body: guest.body });
});

afterEach(() => server.end());

async function open(body: object): Promise<DeskRequest> {
  const { json, status } = await server.send('openRequest', { authorization: frontDesk, body });
  expect(status).toBe(201);
  return deskRequestSchema.parse(json);
}

const step = (request: string, body: object, authorization = supervisor) =>
  server.send('stepRequest', { authorization, parameters: { request }, body });

const queue = async () =>
  deskRequestsSchema.parse((await server.send('requests', { authorization: frontDesk })).json).requests;

const deletion = { kind: 'deletion', origin: 'desk-call-back', registration: null, purpose: null };

const view = async () =>
  guestViewSchema.parse((await server.send('guestView', { body: { lookup: guest.lookup, token: guest.token } })).json);

test('a guest without the secret is deleted step by step, and the certificate says by which way', async () => {
  const request = await open(deletion);
  expect(request).toMatchObject({
    outcome: 'open',
    openedAt: '2026-11-21T18:00:00+08:00',
    due: '2026-12-11',
    calendarKnown: true,
    registration: null,
  });
  const { id } = request;
  const { registration } = guest.submission;
  const found = { step: 'found', registration };
  expect((await step(id, { step: 'verified' }, frontDesk)).code).toBe('forbidden');
  expect((await step(id, found)).code).toBe('conflict');
  expect((await step(id, { step: 'done' })).code).toBe('conflict');
  expect((await step(id, { step: 'verified' })).status).toBe(200);
  expect((await step(id, { step: 'verified' })).code).toBe('conflict');
  expect((await step(id, { step: 'done' })).code).toBe('conflict');
  expect((await step(id, { step: 'found', registration: fixtureId() })).code).toBe('not_found');
  expect((await step(id, found)).status).toBe(200);
  server.clock.now += 60_000;
  const done = requestStepAnswerSchema.parse((await step(id, { step: 'done' })).json);
  expect(done.request).toMatchObject({ outcome: 'done', registration });
  const { receipt, entry } = await verifyReceipt(done.receipt, hotel.root.keyId);
  expect(receipt.deletion).toMatchObject({
    requested_at: '2026-11-21T18:00:00+08:00',
    done_at: '2026-11-21T18:01:00+08:00',
    requested_through: 'desk-call-back',
  });
  expect(receipt.consent_event).toBe((await verifyReceipt((await view()).receipts[0], null)).receipt.consent_event);
  expect(entry).toMatchObject({ action: 'deleted', role: 'supervisor' });
  expect((await step(id, { step: 'done' })).code).toBe('request_closed');
  expect((await step(id, { step: 'refused', reason: 'asked-already' })).code).toBe('request_closed');
  expect((await step(id, { step: 'certified' })).status).toBe(200);
  expect((await step(id, { step: 'certified' })).code).toBe('request_closed');
  const [listed] = await queue();
  expect(listed?.steps.map((one) => one.step)).toEqual(['verified', 'found', 'done', 'certified']);
  // The guest finds all of it: the state, the proof, the request, and every step in the log.
  expect(await view()).toMatchObject({ status: { state: 'erased' }, self: null, requests: [{ id, outcome: 'done' }] });
  const { lookup, token } = guest;
  const log = guestLogSchema.parse((await server.send('guestLog', { body: { lookup, token, known: [] } })).json);
  const actions = log.entries.map(({ text }) => /"action":"([a-z-]+)"/.exec(text)?.[1]);
  expect(actions).toEqual(['registered', 'request-found', 'deleted', 'request-done', 'request-certified']);
});

test('a withdrawal made for a guest destroys that purpose alone, with a receipt', async () => {
  const { registration } = guest.submission;
  const { id } = await open({ kind: 'withdrawal', origin: 'desk-in-person', registration, purpose: 'offers' });
  await step(id, { step: 'verified' });
  await step(id, { step: 'found', registration });
  const done = requestStepAnswerSchema.parse((await step(id, { step: 'done' }, owner)).json);
  const { receipt } = await verifyReceipt(done.receipt, hotel.root.keyId);
  expect(receipt.kind).toBe('withdrawal');
  expect(receipt.purposes.find((one) => one.id === 'offers')?.event.decision).toBe('withdrawn');
  expect(receipt.purposes.find((one) => one.id === 'billing')?.event.decision).toBe('given');
  expect((await view()).purposes).toEqual([
    { purpose: 'emergency', state: 'held', until: null },
    { purpose: 'billing', state: 'held', until: null },
    { purpose: 'offers', state: 'withdrawn', until: null },
  ]);
  expect((await view()).self).not.toBeNull();
});

test('a refusal carries its reason, and closes', async () => {
  const { id } = await open({ ...deletion, kind: 'access' });
  expect((await step(id, { step: 'refused' })).code).toBe('malformed');
  const refused = requestStepAnswerSchema.parse(
    (await step(id, { step: 'refused', reason: 'identity-not-proven' })).json,
  );
  expect(refused).toMatchObject({ request: { outcome: 'refused', reason: 'identity-not-proven' }, receipt: null });
  expect((await step(id, { step: 'verified' })).code).toBe('request_closed');
  expect((await step(fixtureId(), { step: 'verified' })).code).toBe('not_found');
});

test('open ones come first, the most urgent on top, then the newest closed', async () => {
  const ids: string[] = [];
  for (let day = 0; day < 4; day++) {
    server.clock.now += 1000;
    ids.push((await open({ ...deletion, kind: 'access' })).id);
  }
  const [a = '', b = '', c = '', d = ''] = ids;
  await step(a, { step: 'refused', reason: 'nothing-found' });
  await step(c, { step: 'refused', reason: 'nothing-found' });
  expect((await queue()).map(({ id }) => id)).toEqual([b, d, c, a]);
});

test('only a withdrawal names a purpose', async () => {
  for (const body of [
    { ...deletion, purpose: 'offers' },
    { ...deletion, kind: 'withdrawal' },
    { ...deletion, origin: 'guest' },
  ])
    expect((await server.send('openRequest', { authorization: frontDesk, body })).code).toBe('malformed');
  const elsewhere = { ...deletion, registration: fixtureId() };
  expect((await server.send('openRequest', { authorization: frontDesk, body: elsewhere })).code).toBe('not_found');
});
