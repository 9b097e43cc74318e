import { afterEach, beforeEach, expect, test } from 'vitest';
import { verifyReceipt } from '../../../src/crypto/verify-receipt.ts';
import { parseCheckpoint } from '../../../src/protocol/checkpoint.ts';
import { provenReceiptSchema } from '../../../src/protocol/receipt.ts';
import type { Submission } from '../../../src/protocol/submission.ts';
import { type TestHotel, testHotel } from '../../support/hotel-fixtures.ts';
import { referenceRoot } from '../../support/merkle-reference.ts';
import { type GuestDraft, testGuest, type TestGuest } from '../../support/server-fixtures.ts';
import { setUp, signIn, startTestServer, type TestServer } from '../../support/test-server.ts';
import { StorageUnavailable } from '../../../src/server/store/store.ts';

let server: TestServer;
let hotel: TestHotel;
let owner: Awaited<ReturnType<typeof setUp>>['owner'];
let fault: Error | null = null;

beforeEach(async () => {
  fault = null;
  server = await startTestServer({
    beforeCommit: () => {
      if (fault !== null) throw fault;
    },
  });
  ({ hotel, owner } = await setUp(server));
});

afterEach(() => server.end());

const guestOf = (draft: GuestDraft = {}) => testGuest(hotel, { now: server.clock.now, ...draft });
const post = (body: string, headers: Record<string, string> = {}) =>
  server.send('register', { parameters: { property: hotel.property }, body, headers });
const stored = () => server.store.rows(hotel.property, 0, 1000);

test('answers with a receipt that verifies with the poster’s fingerprint and no server', async () => {
  const guest = await guestOf({ statutory: ['minors'] });
  const { status, json } = await post(guest.body);
  expect(status).toBe(201);
  const { receipt, manifest } = await verifyReceipt(json, hotel.root.keyId);
  expect(receipt.record_id).toBe(guest.submission.registration);
  expect(receipt.purposes.map(({ event }) => event.decision)).toEqual([
    'given',
    'given',
    'refused',
    'given',
    'not-asked',
    'provided-by-law',
  ]);
  expect(manifest.hash).toBe(hotel.hash);
  expect(await stored()).toHaveLength(1);
});

test('the same bytes give the same receipt, byte for byte, after others came and after a restart', async () => {
  const guest = await guestOf();
  const first = await post(guest.body);
  await Promise.all(Array.from({ length: 20 }, async () => post((await guestOf()).body)));
  const again = await post(guest.body);
  expect([first.status, again.status]).toEqual([201, 200]);
  expect(again.text).toBe(first.text);
  await server.stop();
  const { folder } = server;
  server = await startTestServer({ folder });
  expect(server.server.setupLink).toBeNull();
  expect(server.server.staffLink).toContain(`/staff/${hotel.property}`);
  expect((await post(guest.body)).text).toBe(first.text);
  expect(await stored()).toHaveLength(21);
});

test('the same bytes at the same moment make one registration', async () => {
  const guest = await guestOf();
  const answers = await Promise.all(Array.from({ length: 8 }, () => post(guest.body)));
  expect(answers.reduce((sum, { status }) => sum + status, 0)).toBe(201 + 7 * 200);
  expect(new Set(answers.map(({ text }) => text)).size).toBe(1);
  expect(await stored()).toHaveLength(1);
});

test('many at once: every receipt’s checkpoint is the reference’s root', async () => {
  const guests = await Promise.all(Array.from({ length: 60 }, () => guestOf()));
  const answers = await Promise.all(guests.map(({ body }) => post(body)));
  const leaves = (await server.store.entries(hotel.property, 0, 1000)).map((text) => Buffer.from(text));
  expect(leaves).toHaveLength(62);
  for (const { status, json } of answers) {
    expect(status).toBe(201);
    const note = parseCheckpoint(provenReceiptSchema.parse(json).checkpoint);
    expect(Buffer.from(note?.root ?? [])).toEqual(referenceRoot(leaves.slice(0, note?.size)));
  }
});

test('other bytes under the same registration are a conflict', async () => {
  const guest = await guestOf();
  await post(guest.body);
  const changed = { ...guest.submission, partySize: 3 };
  expect((await post(JSON.stringify(changed))).json).toMatchObject({ code: 'submission_conflict', status: 409 });
  const spaced = await post(`${guest.body} `);
  expect(spaced.json).toMatchObject({ code: 'submission_conflict' });
  expect(await stored()).toHaveLength(1);
});

test('a manifest that was replaced by one of the same words is taken for a day, then refused; what was stored keeps its receipt', async () => {
  const late = await guestOf();
  const first = await guestOf();
  const receipt = await post(first.body);
  const { authorization } = await signIn(server, hotel, owner);
  const next = await testHotel({ previous: hotel, now: server.clock.now });
  const body = { profile: next.profile, manifest: next.jws, notices: next.notices };
  expect((await server.send('publish', { authorization, body })).status).toBe(204);
  server.clock.now += 23 * 3_600_000;
  expect((await post(late.body)).status).toBe(201);
  server.clock.now += 3_600_000;
  const tooLate = await guestOf();
  expect((await post(tooLate.body)).json).toMatchObject({ code: 'manifest_outdated', status: 409 });
  expect((await post(first.body)).text).toBe(receipt.text);
  expect((await post((await testGuest(next)).body)).status).toBe(201);
});

test('an expired manifest takes nobody', async () => {
  server.clock.now += 401 * 86_400_000;
  expect((await post((await guestOf()).body)).json).toMatchObject({ code: 'manifest_outdated' });
});

const bad: Record<string, { code: string; draft?: GuestDraft; change?: (submission: Submission) => Submission }> = {
  'a key the manifest doesn’t name': {
    code: 'unknown_key',
    change: (s) => ({
      ...s,
      envelopes: s.envelopes.map((e) => (e.kind === 'card' ? { ...e, keyId: s.registration } : e)),
    }),
  },
  'an envelope of a wrong size': {
    code: 'envelope_size',
    change: (s) => ({ ...s, envelopes: s.envelopes.map((e) => ({ ...e, ciphertext: e.ciphertext.slice(4) })) }),
  },
  'another version of an envelope’s content': {
    code: 'unsupported_schema',
    change: (s) => ({ ...s, envelopes: s.envelopes.map((e) => ({ ...e, schema: 2 })) }),
  },
  'a purpose said yes to without its envelope': {
    code: 'envelope_missing',
    change: (s) => ({ ...s, envelopes: s.envelopes.slice(0, -1) }),
  },
  'an envelope nobody said yes to': {
    code: 'malformed',
    draft: { given: ['emergency'] },
    change: (s) => ({
      ...s,
      envelopes: [...s.envelopes, ...s.envelopes.slice(2).map((e) => ({ ...e, purpose: 'offers' as const }))],
    }),
  },
  'a consent signed by another key': {
    code: 'consent_invalid',
    change: (s) => ({ ...s, signer: hotel.card.publicKey }),
  },
  'a consent about another registration': {
    code: 'consent_invalid',
    draft: { changeEvent: (event) => ({ ...event, registration: hotel.card.keyId }) },
  },
  'a consent to other words': {
    code: 'consent_invalid',
    draft: { changeEvent: (e) => ({ ...e, decisions: e.decisions.map((d) => ({ ...d, wording: hotel.hash })) }) },
  },
  'a manifest nobody published': {
    code: 'manifest_outdated',
    change: (s) => ({ ...s, manifest: { ...s.manifest, hash: s.lookupHash } }),
  },
  'a field that isn’t in the protocol': { code: 'malformed', change: (s) => Object.assign(s, { name: 'x' }) },
  'a stay in 2199': { code: 'malformed', change: (s) => ({ ...s, checkIn: '2199-01-01', checkOut: '2199-01-02' }) },
  'a stay until 2199': { code: 'malformed', change: (s) => ({ ...s, checkOut: '2199-01-02' }) },
  'another property': { code: 'malformed', change: (s) => ({ ...s, property: '0123456789' }) },
};

test.each(Object.entries(bad))('%s is refused and nothing is stored', async (_, { code, draft, change }) => {
  const guest = await guestOf({ ...draft, ...(change === undefined ? {} : { change }) });
  const { status, json, headers } = await post(guest.body);
  expect(json).toMatchObject({ code, status, type: `urn:foyer:problem:${code}` });
  expect(headers.get('content-type')).toBe('application/problem+json');
  expect(await stored()).toEqual([]);
  expect(await server.store.entries(hotel.property, 2, 10)).toEqual([expect.stringContaining('signed-in')].slice(1));
});

test('what isn’t a submission at all is refused with its own problem', async () => {
  const { body } = await guestOf();
  const codes = async (sent: string, headers: Record<string, string> = {}) => {
    const { code } = await post(sent, headers);
    return code;
  };
  expect(await codes('')).toBe('malformed');
  expect(await codes('null')).toBe('malformed');
  expect(await codes('[]')).toBe('import_refused');
  expect(await codes(body.slice(0, -1))).toBe('malformed');
  expect(await codes(`\u{feff}${body}`)).toBe('malformed');
  expect(await codes('['.repeat(30_000))).toBe('malformed');
  expect(await codes(`${'['.repeat(15_000)}${']'.repeat(15_000)}`)).toBe('import_refused');
  expect(await codes(`${body}${' '.repeat(33_000)}`)).toBe('too_large');
  expect(await codes(body, { 'content-type': 'text/plain' })).toBe('unsupported_media_type');
  expect(await codes(body, { 'content-type': 'application/json; charset=gbk' })).toBe('unsupported_media_type');
  expect(await codes(body, { 'content-encoding': 'gzip' })).toBe('unsupported_media_type');
  const { json } = await server.send('register', { parameters: { property: '0123456789' }, body });
  expect(json).toMatchObject({ code: 'unknown_property' });
  expect(await stored()).toEqual([]);
  expect((await post(body, { 'content-type': 'application/json; charset=utf-8' })).status).toBe(201);
});

test('bytes that aren’t UTF-8, and a long body without a length, are refused', async () => {
  const url = `${server.url}/api/v1/properties/${hotel.property}/registrations`;
  const headers = { 'content-type': 'application/json' };
  const broken = await fetch(url, { method: 'POST', headers, body: new Uint8Array([0x22, 0xff, 0x22]) });
  expect(await broken.json()).toMatchObject({ code: 'malformed' });
  const chunks = new ReadableStream({
    start: (controller) => {
      for (let i = 0; i < 9; i++) controller.enqueue(new Uint8Array(4096).fill(0x20));
      controller.close();
    },
  });
  const long = await fetch(url, { method: 'POST', headers, body: chunks, duplex: 'half' } as RequestInit);
  expect(await long.json()).toMatchObject({ code: 'too_large' });
});

test('a disk that refuses is a 503 for everyone in the batch, and nobody is acknowledged', async () => {
  const guests = await Promise.all(Array.from({ length: 10 }, () => guestOf()));
  fault = new StorageUnavailable('full');
  const answers = await Promise.all(guests.map(({ body }) => post(body)));
  for (const { status, json, headers } of answers) {
    expect(status).toBe(503);
    expect(json).toMatchObject({ code: 'storage_unavailable', retryAfter: 5 });
    expect(headers.get('retry-after')).toBe('5');
  }
  expect(await stored()).toEqual([]);
  const notReady = await fetch(`${server.url}/readyz`);
  expect([notReady.status, await notReady.json()]).toEqual([503, { ready: false, reasons: ['commit'] }]);
  fault = null;
  const later = await Promise.all(guests.map(({ body }) => post(body)));
  expect(later.every(({ status }) => status === 201)).toBe(true);
  expect((await fetch(`${server.url}/readyz`)).status).toBe(200);
  expect(server.logged.join('')).toContain('StorageUnavailable');
  expectSilent(guests);
});

/** No part of a submission in the server's log. */
function expectSilent(guests: readonly TestGuest[]): void {
  const logged = server.logged.join('');
  for (const { submission } of guests) {
    for (const secret of [submission.registration, submission.lookupHash, submission.consent])
      expect(logged).not.toContain(secret);
  }
  expect(logged).not.toContain(hotel.property);
}

test('a guest finds the registration with lookup and token, and with neither alone', async () => {
  const guest = await guestOf();
  const { json: receipt } = await post(guest.body);
  const { lookup, token } = guest;
  const view = await server.send('guestView', { body: { lookup, token } });
  expect(view.json).toMatchObject({
    status: { state: 'received', seenAt: null, arrivedAt: null },
    receipt,
    registration: guest.submission.registration,
    property: hotel.property,
    consent: guest.submission.consent,
    self: guest.submission.envelopes.find(({ kind }) => kind === 'self'),
  });
  const status = await server.send('guestStatus', { body: { lookup, token } });
  expect(status.json).toEqual({ state: 'received', seenAt: null, arrivedAt: null });
  for (const body of [
    { lookup, token: lookup },
    { lookup: token, token },
  ]) {
    expect((await server.send('guestStatus', { body })).json).toMatchObject({ code: 'not_found' });
    expect((await server.send('guestView', { body })).json).toMatchObject({ code: 'not_found' });
  }
});
