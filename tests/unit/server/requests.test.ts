import { afterEach, beforeEach, expect, test } from 'vitest';
import {
  type DeskRequest,
  deskRequestSchema,
  deskRequestsSchema,
  requestProofSchema,
  requestStepAnswerSchema,
} from '../../../src/protocol/request.ts';
import { guestLogSchema, guestViewSchema } from '../../../src/protocol/api.ts';
import { defaultSettings } from '../../../src/protocol/hotel-settings.ts';
import { verifyReceipt } from '../../../src/crypto/verify-receipt.ts';
import type { TestHotel } from '../../support/hotel-fixtures.ts';
import { fixtureId, testGuest, type TestGuest, type TestPerson, testPerson } from '../../support/server-fixtures.ts';
import { setUp, signIn, startTestServer, type TestServer } from '../../support/test-server.ts';
import { join } from '../../support/team-fixtures.ts';

let server: TestServer;
let hotel: TestHotel;
let owner = '';
let supervisor = '';
let frontDesk = '';
let guest: TestGuest;
const staff = new Map<string, TestPerson>();

beforeEach(async () => {
  server = await startTestServer();
  const finished = await setUp(server);
  hotel = finished.hotel;
  owner = (await signIn(server, hotel, finished.owner)).authorization;
  const person = async (role: 'supervisor' | 'front-desk') => {
    const someone = await testPerson(hotel, role, role);
    staff.set(role, someone);
    await join(server, hotel, owner, someone);
    return (await signIn(server, hotel, someone)).authorization;
  };
  supervisor = await person('supervisor');
  frontDesk = await person('front-desk');
  guest = await testGuest(hotel, { now: server.clock.now });
  await server.send('register', { parameters: { property: hotel.property }, body: guest.body });
});

afterEach(() => server.end());

/** Signs in once more: a session doesn't outlive the days a test lets pass. */
async function again(role: string): Promise<string> {
  const someone = staff.get(role);
  if (someone === undefined) throw new TypeError(`no ${role}`);
  return (await signIn(server, hotel, someone)).authorization;
}

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
    { purpose: 'emergency', state: 'held', until: '2026-12-02' },
    { purpose: 'billing', state: 'held', until: '2026-12-02' },
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

async function carriedOut(kind: 'deletion' | 'withdrawal', purpose: string | null) {
  const { registration } = guest.submission;
  const { id } = await open({ kind, origin: 'desk-in-person', registration, purpose });
  await step(id, { step: 'verified' });
  await step(id, { step: 'found', registration });
  await step(id, { step: 'done' });
  return id;
}

const proof = async (request: string, authorization = frontDesk) =>
  server.send('requestProof', { authorization, parameters: { request } });

test('what the desk did for a guest is marked so, on the receipt and in the log, and is nobody’s signed act', async () => {
  const before = await view();
  await carriedOut('withdrawal', 'offers');
  await carriedOut('deletion', null);
  const after = await view();
  const [, first, second] = await Promise.all(after.receipts.map((one) => verifyReceipt(one, hotel.root.keyId)));
  for (const made of [first, second]) {
    expect(made?.receipt.made_by_desk).toBe('desk-in-person');
    expect(made?.receipt.submission_hash).toBeUndefined();
    expect(made?.entry).toMatchObject({ role: 'supervisor' });
    const takenBack = made?.receipt.purposes.filter(({ event }) => event.decision === 'withdrawn') ?? [];
    expect(takenBack.map(({ event }) => event.consent_type)).toEqual(takenBack.map(() => null));
  }
  // No event was written in the guest's name.
  expect(after.events).toEqual(before.events);
  expect(after.requests.map(({ origin }) => origin)).toEqual(['desk-in-person', 'desk-in-person']);
});

test('staff can’t give again what was taken back, nor correct: there is no way but the guest’s own key', async () => {
  await carriedOut('withdrawal', 'offers');
  const { registration } = guest.submission;
  for (const kind of ['consent', 'give', 'given'])
    expect(
      (
        await server.send('openRequest', {
          authorization: owner,
          body: { kind, origin: 'desk-in-person', registration, purpose: 'offers' },
        })
      ).code,
    ).toBe('malformed');
  const { id } = await open({ kind: 'correction', origin: 'desk-in-person', registration, purpose: null });
  await step(id, { step: 'verified' });
  await step(id, { step: 'found', registration });
  const envelopes = await server.store.envelopes(registration);
  const done = requestStepAnswerSchema.parse((await step(id, { step: 'done' })).json);
  expect(done.receipt).toBeNull();
  expect(await server.store.envelopes(registration)).toEqual(envelopes);
  expect((await view()).purposes.find(({ purpose }) => purpose === 'offers')?.state).toBe('withdrawn');
});

test('the certificate is there for the desk again later, and for the guest’s phone by the link on paper for 30 days', async () => {
  expect((await proof(fixtureId())).code).toBe('not_found');
  const waiting = await open(deletion);
  expect((await proof(waiting.id)).code).toBe('not_found');
  const id = await carriedOut('withdrawal', 'billing');
  const { receipt, link } = requestProofSchema.parse((await proof(id)).json);
  expect((await verifyReceipt(receipt, hotel.root.keyId)).receipt.kind).toBe('withdrawal');
  const [, registration = '', number = '', token = ''] =
    /\/verify#([\w-]{22})\.(\d+)\.([\w-]{22})$/.exec(link ?? '') ?? [];
  const handed = (change: object) =>
    server.send('handedProof', { body: { registration, number: Number(number), token, ...change } });
  expect((await handed({})).json).toEqual(receipt);
  // Nothing else opens with it: not the receipt before, not another guest's, not a guessed one.
  for (const change of [{ number: 1 }, { number: 9 }, { registration: fixtureId() }, { token: fixtureId() }])
    expect((await handed(change)).code).toBe('not_found');
  server.clock.now += 31 * 86_400_000;
  expect((await handed({})).code).toBe('not_found');
});

test('the days left are counted in Chinese working days as the server’s day goes on', async () => {
  const { id } = await open({ ...deletion, kind: 'access' });
  const left = async () => (await queue()).find((one) => one.id === id)?.daysLeft;
  expect(await left()).toBe(15);
  server.clock.now = Date.parse('2026-12-11T04:00:00Z');
  frontDesk = await again('front-desk');
  expect(await left()).toBe(0);
  server.clock.now = Date.parse('2026-12-16T04:00:00Z');
  frontDesk = await again('front-desk');
  expect(await left()).toBe(-3);
  server.clock.now = Date.parse('2026-12-18T04:00:00Z');
  frontDesk = await again('front-desk');
  expect(await open({ ...deletion, kind: 'access' })).toMatchObject({ due: '2027-01-08', calendarKnown: false });
});

test('an owner may promise fewer working days: it counts for what is asked from then on', async () => {
  const { id } = await open({ ...deletion, kind: 'access' });
  const settings = { ...defaultSettings, requestDays: 5 };
  const { status } = await server.send('saveSettings', { authorization: owner, body: { settings, revision: 0 } });
  expect(status).toBe(200);
  expect(await open({ ...deletion, kind: 'access' })).toMatchObject({ due: '2026-11-27', daysLeft: 5 });
  expect((await queue()).find((one) => one.id === id)).toMatchObject({ due: '2026-12-11', daysLeft: 15 });
});
