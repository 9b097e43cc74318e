// The file of an export: made page by page beside the page, called off without a trace, patient with a line that breaks.

import { beforeAll, expect, test } from 'vitest';
import { importKeyPair, keyIdOf } from '../../../src/crypto/key-pair.ts';
import { generatePropertyKeys, sealingKey } from '../../../src/crypto/property-keys.ts';
import { Keyring } from '../../../src/crypto/keyring.ts';
import { randomBytes } from '../../../src/crypto/random-bytes.ts';
import { sealEnvelope } from '../../../src/crypto/seal-envelope.ts';
import { payloadBytes } from '../../../src/pii/canonical-bytes.ts';
import { encodeBase64Url } from '../../../src/protocol/base64url.ts';
import type { GuestExportItem } from '../../../src/protocol/guest-export.ts';
import { newId } from '../../../src/protocol/ids.ts';
import type { SealingKey } from '../../../src/protocol/manifest.ts';
import { Refusal } from '../../../src/protocol/problems.ts';
import type { Grant } from '../../../src/protocol/staff.ts';
import { sealDeskNote } from '../../../src/staff/desk/seal-desk-note.ts';
import type { OpenExportThread, ToExport } from '../../../src/staff/exports/export-messages.ts';
import { type ExportOrder, type ExportStep, makeExport } from '../../../src/staff/exports/make-export.ts';
import { serveExport } from '../../../src/staff/exports/serve-export.ts';
import { exports as words } from '../../../src/ui/messages/en/exports.ts';
import { FakeTimers } from './fake-timers.ts';

const property = '0123456789';
const consent = encodeBase64Url(new Uint8Array(32));
const order: ExportOrder = { purpose: 'billing', reason: 'bill', format: 'csv' };
let card: SealingKey;
let billing: SealingKey;
let offers: SealingKey;
let keyring: Keyring;
let grants: readonly Grant[];

beforeAll(async () => {
  const made = await generatePropertyKeys(['billing', 'offers']);
  const usable = await Promise.all(
    made.sealing.map(async ({ pair }) => [await keyIdOf(pair.publicKey), await importKeyPair(pair, 'open')] as const),
  );
  const keys = await Promise.all(made.sealing.map(({ pair }) => sealingKey(pair)));
  const [first, second, third] = keys;
  const [one] = usable;
  if (first === undefined || second === undefined || third === undefined || one === undefined)
    throw new TypeError('three keys');
  [card, billing, offers] = [first, second, third];
  keyring = new Keyring('a fingerprint', one[1], new Map(usable), null);
  grants = made.sealing.map(({ purpose }, at) => ({
    purpose,
    keyId: keys[at]?.keyId ?? '',
    epoch: 1,
    sealed: { enc: '', ciphertext: '' },
  }));
});

async function guest(name: string, room: string | null = '208'): Promise<GuestExportItem> {
  const registration = newId(Date.parse('2026-11-21T10:00:00Z'), randomBytes);
  const context = { property, registration, kind: 'purpose', purpose: 'billing', schema: 1, consent } as const;
  const payload = { purpose: 'billing', name, phone: '+8613800138001', email: null };
  return {
    registration,
    checkIn: '2026-11-21',
    checkOut: '2026-11-23',
    consentHash: consent,
    envelope: await sealEnvelope(context, billing, payloadBytes(payload)),
    desk:
      room === null ? null : await sealDeskNote({ property, card, registration }, { room, remarks: 'not for files' }),
  };
}

/** The thread within the test's: messages are copied, and what is handed over is gone, as on their way. */
function threads() {
  const told: ToExport[] = [];
  let open = 0;
  const openThread: OpenExportThread = (hear) => {
    open += 1;
    let ended = false;
    const serve = serveExport((message) => {
      const copy = structuredClone(message);
      queueMicrotask(() => {
        if (!ended) hear(copy);
      });
    });
    return {
      post: (message, transfer = []) => {
        const copy = structuredClone(message, { transfer });
        told.push(copy);
        queueMicrotask(() => {
          if (!ended) serve(copy);
        });
      },
      end: () => {
        if (!ended) open -= 1;
        ended = true;
      },
    };
  };
  return { openThread, told, open: () => open };
}

type Page = { readonly items: unknown; readonly looked: number; readonly next: number | null };
const bytesOf = (page: unknown) => new Uint8Array(new TextEncoder().encode(JSON.stringify(page))).buffer;

/** Exports what a server says, which answers with one page after the other or throws. */
function exporting(
  pages: readonly (Page | Error | 'silence')[],
  wanted: Partial<ExportOrder> = {},
  begins: Promise<void> = Promise.resolve(),
) {
  const timers = new FakeTimers();
  const stop = new AbortController();
  const steps: ExportStep[] = [];
  const asked: number[] = [];
  const { openThread, told, open } = threads();
  const api = {
    beginExport: async () => {
      await begins;
      return { export: 'e', total: 4 };
    },
    exportPage: async (_: string, after: number, signal: AbortSignal) => {
      const page = pages[asked.length];
      asked.push(after);
      if (page === 'silence')
        return new Promise<ArrayBuffer>((_resolve, reject) => {
          signal.addEventListener('abort', () => reject(new Refusal('offline')));
        });
      if (page === undefined || page instanceof Error) throw page ?? new Error('no more pages');
      return bytesOf(page);
    },
  };
  const made = makeExport(
    { property, keyring, grants, api },
    { ...order, ...wanted },
    {
      words,
      sheet: 'Bills',
      openThread,
      timers,
      prove: (act) => act(),
      onStep: (step) => void steps.push(step),
      signal: stop.signal,
    },
  );
  return { made, timers, stop, steps, asked, told, open };
}

async function linesOf(made: Promise<{ readonly file: Blob | null }>): Promise<string[]> {
  const { file } = await made;
  return (await (file?.text() ?? '')).split('\r\n').slice(1, -1) ?? [];
}

test('pages become lines in their order; each is asked for after the last one’s place, and only the keys it takes leave the page', async () => {
  const [one, two, three] = [await guest('Su Shi'), await guest('Li Bai', null), await guest('Du Fu')];
  const { made, steps, asked, told, open } = exporting([
    { items: [one, two], looked: 3, next: 7 },
    { items: [three], looked: 1, next: null },
  ]);
  expect((await linesOf(made)).map((line) => /"([A-Z][a-z]+ [A-Z][a-z]+)"/.exec(line)?.[1])).toEqual([
    'Su Shi',
    'Li Bai',
    'Du Fu',
  ]);
  expect((await made).guests).toBe(3);
  expect((await linesOf(made)).join('')).not.toContain('not for files');
  expect(asked).toEqual([0, 7]);
  expect(steps.map(({ done, total }) => [done, total])).toEqual([0, 3, 4].map((done) => [done, 4]));
  const [beginning] = told;
  expect(beginning?.kind === 'begin' && beginning.beginning.keys.map(([id]) => id)).toEqual([
    card.keyId,
    billing.keyId,
  ]);
  expect(open()).toBe(0);
});

test('one record that is hostile, broken or none at all is one marked line, and its neighbours are whole', async () => {
  const items = [
    await guest('before'),
    { ...(await guest('moved')), registration: newId(1, randomBytes) },
    { ...(await guest('garbled')), checkIn: 12 },
    null,
    'no item',
    { ...(await guest('another key')), envelope: { ...(await guest('x')).envelope, keyId: offers.keyId } },
    { ...(await guest('bad note')), desk: { ...(await guest('x')).envelope } },
    await guest('after'),
  ];
  const workbook = exporting([{ items, looked: items.length, next: null }], { format: 'xlsx' });
  expect(await workbook.made).toMatchObject({ guests: items.length, broken: 6 });
  const { made } = exporting([{ items, looked: items.length, next: null }]);
  expect(await made).toMatchObject({ guests: items.length, broken: 6 });
  const lines = await linesOf(made);
  expect(lines.map((line) => line.includes(words.brokenLine))).toEqual(items.map((_, at) => at !== 0 && at !== 7));
  expect([lines.at(0), lines.at(-1)].join('')).toMatch(/before.*after/);
});

test('called off at any point there is no file, and the thread has ended with what it made', async () => {
  const one = await guest('Su Shi');
  const { made, stop, asked, open } = exporting([{ items: [one], looked: 1, next: 1 }, 'silence']);
  await expect.poll(() => asked).toEqual([0, 1]);
  expect(open()).toBe(1);
  stop.abort();
  await expect(made).rejects.toMatchObject({ name: 'AbortError' });
  expect(open()).toBe(0);
});

test('called off before the server says anything it ends at once, and what the server says later begins nothing', async () => {
  const begins = Promise.withResolvers<void>();
  const { made, stop, steps, asked, told } = exporting([{ items: [], looked: 4, next: null }], {}, begins.promise);
  stop.abort();
  await expect(made).rejects.toMatchObject({ name: 'AbortError' });
  begins.resolve();
  await new Promise((resolve) => setImmediate(resolve));
  expect([steps, asked, told]).toEqual([[], [], []]);
});

test('a line that breaks, hangs or is told to wait loses nothing: the page is asked for again and every guest is there once', async () => {
  const [one, two] = [await guest('Su Shi'), await guest('Li Bai')];
  const { made, timers, steps, asked } = exporting([
    { items: [one], looked: 1, next: 7 },
    new Refusal('offline'),
    'silence',
    new Refusal('storage_unavailable', 'too many are waiting', 2),
    { items: [two], looked: 1, next: null },
  ]);
  await expect.poll(() => steps.at(-1)).toEqual({ done: 1, total: 4, cut: true });
  await expect
    .poll(() => {
      timers.turn(20_000);
      return asked;
    })
    .toEqual([0, 7, 7, 7, 7]);
  expect(await linesOf(made)).toHaveLength(2);
  expect(steps.at(-1)).toMatchObject({ cut: false });
});

test('any other refusal, what is no page, and a server that stays where it is end the export without a file', async () => {
  for (const [page, code] of [
    [new Refusal('session_ended'), 'session_ended'],
    [new Refusal('storage_unavailable'), 'storage_unavailable'],
    [{ items: [], looked: 0, next: 0 }, 'unexpected_answer'],
    [{ items: 'none', looked: 0, next: null }, 'unexpected_answer'],
  ] as const) {
    const { made, open } = exporting([page]);
    await expect(made).rejects.toMatchObject({ code });
    expect(open()).toBe(0);
  }
});

test('where nobody’s yes holds there is no file', async () => {
  const { made } = exporting([{ items: [], looked: 4, next: null }]);
  expect(await made).toEqual({ file: null, guests: 0, broken: 0 });
});
