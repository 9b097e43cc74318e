import { beforeAll, expect, test } from 'vitest';
import { importKeyPair } from '../../../src/crypto/key-pair.ts';
import { Keyring } from '../../../src/crypto/keyring.ts';
import { sealEnvelope } from '../../../src/crypto/seal-envelope.ts';
import { payloadBytes } from '../../../src/pii/canonical-bytes.ts';
import type { Change, DeskRow, DeskRows } from '../../../src/protocol/api.ts';
import type { SealingKey } from '../../../src/protocol/manifest.ts';
import { Refusal } from '../../../src/protocol/problems.ts';
import { DeskStore } from '../../../src/staff/desk/desk-store.ts';
import { generateKeyPair, keyIdOf } from '../../../src/crypto/key-pair.ts';
import { sealingKey } from '../../../src/crypto/property-keys.ts';
import { FakeTimers } from './fake-timers.ts';
import { sampleRow } from './sample-row.ts';

const property = '0123456789';
let key: SealingKey;
let keyring: Keyring;

beforeAll(async () => {
  const pair = await generateKeyPair();
  key = await sealingKey(pair);
  const usable = await importKeyPair(pair, 'open');
  keyring = new Keyring(await keyIdOf(pair.publicKey), usable, new Map([[key.keyId, usable]]), null);
});

async function row(name: string): Promise<DeskRow> {
  const bare = sampleRow();
  const { registration, consentHash, checkIn, checkOut, partySize } = bare;
  const context = { property, kind: 'card', purpose: null, schema: 1, registration, consent: consentHash } as const;
  const payload = { name, maskedContact: null, checkIn, checkOut, partySize };
  return { ...bare, card: await sealEnvelope(context, key, payloadBytes(payload)) };
}

/** A server with a list and a change stream that the test can feed and cut. */
class FakeServer {
  readonly asked: string[] = [];
  rowsRefusal: Refusal | null = null;
  #changes: Change[] = [];
  #line: ReadableStreamDefaultController<Uint8Array> | null = null;

  add(changed: DeskRow): void {
    const change = { cursor: this.#changes.length + 1, row: changed };
    this.#changes.push(change);
    this.#line?.enqueue(
      new TextEncoder().encode(`event: row\nid: ${change.cursor}\ndata: ${JSON.stringify(change)}\n\n`),
    );
  }

  tellRequests(): void {
    this.#line?.enqueue(new TextEncoder().encode('event: requests\ndata: {}\n\n'));
  }

  cut(): void {
    this.#line?.error(new Error('cut'));
    this.#line = null;
  }

  readonly rows = async (since: number): Promise<DeskRows> => {
    this.asked.push(`rows ${since}`);
    if (this.rowsRefusal !== null) throw this.rowsRefusal;
    const page = this.#changes.filter(({ cursor }) => cursor > since).slice(0, 2);
    const cursor = page.at(-1)?.cursor ?? since;
    return { rows: page.map((change) => change.row), cursor, more: cursor < this.#changes.length };
  };

  readonly changes = async (since: number): Promise<Response> => {
    this.asked.push(`changes ${since}`);
    return new Response(new ReadableStream<Uint8Array>({ start: (controller) => void (this.#line = controller) }));
  };

  readonly markSeen = async (): Promise<void> => undefined;
}

function start(server: FakeServer) {
  const timers = new FakeTimers();
  let ended = 0;
  const store = new DeskStore({
    property,
    api: server,
    keyring,
    timers,
    isOnline: () => true,
    onEnded: () => (ended += 1),
  });
  store.start();
  const names = () => [...store.snapshot().entries.values()].map(({ card }) => card?.name ?? null);
  return { store, timers, names, ended: () => ended };
}

test('loads page by page, then follows; what comes while watching counts as an arrival', async () => {
  const server = new FakeServer();
  for (const name of ['a', 'b', 'c']) server.add(await row(name));
  const { store, names } = start(server);
  await expect.poll(() => store.snapshot().line).toBe('live');
  expect(names()).toEqual(['a', 'b', 'c']);
  expect(store.snapshot().arrivals).toEqual([]);
  const late = await row('d');
  server.add(late);
  await expect.poll(names).toEqual(['a', 'b', 'c', 'd']);
  expect(store.snapshot().arrivals).toEqual([late.registration]);
  expect(server.asked).toEqual(['rows 0', 'rows 2', 'changes 3']);
  store.stop();
});

test('after a break it asks for what came after the last change it holds', async () => {
  const server = new FakeServer();
  server.add(await row('a'));
  const { store, timers, names } = start(server);
  await expect.poll(() => store.snapshot().line).toBe('live');
  server.cut();
  await expect.poll(() => store.snapshot().line).toBe('reconnecting');
  server.add(await row('b'));
  server.add({ ...(await row('c')), state: 'arrived' });
  timers.turn(500);
  await expect.poll(() => store.snapshot().line).toBe('live');
  expect(names()).toEqual(['a', 'b', 'c']);
  expect(store.snapshot().arrivals, 'an arrival is somebody who waits').toHaveLength(1);
  expect(server.asked.slice(2)).toEqual(['rows 1', 'changes 3']);
  store.stop();
});

test('a silent line is taken for broken', async () => {
  const server = new FakeServer();
  const { store, timers } = start(server);
  await expect.poll(() => store.snapshot().line).toBe('live');
  timers.turn(60_000);
  server.cut();
  await expect.poll(() => store.snapshot().line).toBe('reconnecting');
  store.stop();
});

test('one hostile card is marked and loses no other', async () => {
  const server = new FakeServer();
  const [good, bad] = [await row('good'), await row('bad')];
  server.add(good);
  server.add({ ...bad, card: good.card });
  const { store, names } = start(server);
  await expect.poll(() => store.snapshot().line).toBe('live');
  expect(names()).toEqual(['good', null]);
  expect(store.snapshot().entries.get(bad.registration)).toMatchObject({ broken: true, card: null });
  store.stop();
});

test('stopped, it forgets every row, also one that was still being opened', async () => {
  const server = new FakeServer();
  server.add(await row('a'));
  const { store } = start(server);
  await expect.poll(() => store.snapshot().line).toBe('live');
  server.add(await row('b'));
  store.stop();
  expect(store.snapshot().entries.size).toBe(0);
  // Sealing takes longer than the opening that was under way.
  await row('c');
  expect(store.snapshot().entries.size).toBe(0);
});

test('a session the server no longer knows ends the desk; any other refusal is shown and tried again', async () => {
  const server = new FakeServer();
  server.rowsRefusal = new Refusal('internal');
  const { store, timers, ended } = start(server);
  await expect.poll(() => store.snapshot().problem).toBe('internal');
  server.rowsRefusal = new Refusal('session_ended');
  timers.turn(500);
  await expect.poll(ended).toBe(1);
  store.stop();
});

test('asleep for an hour while a guest took everything back: awake, the copy is gone and nothing else is missing', async () => {
  const server = new FakeServer();
  const [stays, goes] = [await row('stays'), await row('goes')];
  server.add(stays);
  server.add(goes);
  const { store, timers, names } = start(server);
  await expect.poll(() => store.snapshot().line).toBe('live');
  expect(names()).toEqual(['stays', 'goes']);
  server.cut();
  await expect.poll(() => store.snapshot().line).toBe('reconnecting');
  const { card, consentHash } = goes;
  server.add({
    ...goes,
    card: null,
    purposes: [],
    withdrawn: ['emergency'],
    consentNumber: 2,
    consentHash: 'x'.repeat(43),
  });
  server.add(await row('new'));
  timers.turn(3_600_000);
  await expect.poll(() => store.snapshot().line).toBe('live');
  expect(names()).toEqual(['stays', null, 'new']);
  // Not the name, and not the ciphertext it came from, in anything the desk still holds.
  const held = JSON.stringify([...store.snapshot().entries.values()]);
  expect(held).not.toContain('goes');
  expect(held).not.toContain(card?.ciphertext.slice(0, 40));
  // The old row once more, under a newer cursor: refused, and said.
  server.add({ ...goes, card, consentHash });
  await expect.poll(() => store.snapshot().entries.get(goes.registration)?.olderRefused).toBe(true);
  expect(names()).toEqual(['stays', null, 'new']);
  store.stop();
});

test('a change of the queue is heard on the same line', async () => {
  const server = new FakeServer();
  const { store } = start(server);
  await expect.poll(() => store.snapshot().line).toBe('live');
  const before = store.snapshot().requestsMark;
  server.tellRequests();
  await expect.poll(() => store.snapshot().requestsMark).toBe(before + 1);
  store.stop();
});
