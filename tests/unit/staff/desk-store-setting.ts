// A desk's live list in a test: cards sealed to a real key, a server that can be fed and cut, timers that are turned.

import { beforeAll } from 'vitest';
import { importKeyPair } from '../../../src/crypto/key-pair.ts';
import { Keyring } from '../../../src/crypto/keyring.ts';
import { randomBytes } from '../../../src/crypto/random-bytes.ts';
import { sealEnvelope } from '../../../src/crypto/seal-envelope.ts';
import { payloadBytes } from '../../../src/pii/canonical-bytes.ts';
import type { Change, DeskRow } from '../../../src/protocol/api.ts';
import type { SealingKey } from '../../../src/protocol/manifest.ts';
import { newId } from '../../../src/protocol/ids.ts';
import type { Refusal } from '../../../src/protocol/problems.ts';
import type { BlockShelf } from '../../../src/staff/list/block-shelf.ts';
import { DeskStore } from '../../../src/staff/desk/desk-store.ts';
import { generateKeyPair, keyIdOf } from '../../../src/crypto/key-pair.ts';
import { sealingKey } from '../../../src/crypto/property-keys.ts';
import { listInProcess } from '../../support/desk-rows.ts';
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

let made = Date.parse('2026-11-21T10:00:00Z');

export async function row(name: string): Promise<DeskRow> {
  made += 1;
  const bare = sampleRow({ registration: newId(made, randomBytes) });
  const { registration, consentHash, checkIn, checkOut, partySize } = bare;
  const context = { property, kind: 'card', purpose: null, schema: 1, registration, consent: consentHash } as const;
  const payload = { name, maskedContact: null, checkIn, checkOut, partySize };
  return { ...bare, card: await sealEnvelope(context, key, payloadBytes(payload)) };
}

/** A server with a list and a change stream that the test can feed and cut. */
export class FakeServer {
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

  readonly rows = async (way: 'since' | 'before', from: number): Promise<ArrayBuffer> => {
    this.asked.push(`${way} ${from === Number.MAX_SAFE_INTEGER ? 'all' : from}`);
    if (this.rowsRefusal !== null) throw this.rowsRefusal;
    const top = this.#changes.at(-1)?.cursor ?? 0;
    const newest = new Map(this.#changes.map((change) => [change.row.registration, change]));
    const all = [...newest.values()].sort((a, b) => a.cursor - b.cursor);
    const found =
      way === 'since' ? all.filter(({ cursor }) => cursor > from) : all.filter(({ cursor }) => cursor < from).reverse();
    const page = found.slice(0, 2);
    const body = {
      rows: page.map(({ row: changed }) => changed),
      cursor: page.at(-1)?.cursor ?? from,
      more: found.length > page.length,
      top,
    };
    return new Uint8Array(new TextEncoder().encode(JSON.stringify(body))).buffer;
  };

  /** Puts an older copy back, as a restore does. */
  goBackTo(count: number): void {
    this.#changes = this.#changes.slice(0, count);
    this.cut();
  }

  readonly changes = async (since: number, signal: AbortSignal): Promise<Response> => {
    signal.addEventListener('abort', () => this.cut());
    this.asked.push(`changes ${since}`);
    return new Response(new ReadableStream<Uint8Array>({ start: (controller) => void (this.#line = controller) }));
  };
}

export function start(server: FakeServer, shelf: BlockShelf | null = null) {
  const timers = new FakeTimers();
  let ended = 0;
  const store = new DeskStore({
    property,
    api: server,
    card: key.keyId,
    keys: keyring.pairs(),
    openListThread: listInProcess(shelf),
    today: '2026-11-21',
    timers,
    isOnline: () => true,
    drawn: async () => undefined,
    onEnded: () => (ended += 1),
  });
  store.start();
  store.choose({ view: 'all' });
  // Oldest first, as they were registered.
  const names = () => (store.snapshot().list?.entries ?? []).map(({ card }) => card?.name ?? null).reverse();
  return { store, timers, names, ended: () => ended };
}
