import { beforeAll, describe, expect, it } from 'vitest';
import { knownSizes, verifyLog } from '../../../src/guest/registration/verify-log.ts';
import type { GuestLog } from '../../../src/protocol/api.ts';
import type { ProvenReceipt } from '../../../src/protocol/receipt.ts';
import {
  appendLeaves,
  consistencyRanges,
  emptyEdge,
  inclusionRanges,
  leafHash,
  rangeHash,
  rootOf,
} from '../../../src/server/log/merkle-tree.ts';
import { checkpointSigner, makeReceiptKey } from '../../../src/server/log/receipt-key.ts';
import { logEntryText } from '../../../src/server/log/log-entry.ts';
import { encodeBase64Url } from '../../../src/protocol/base64url.ts';

const property = 'fyrqc00001';
const key = makeReceiptKey();
const manifest = {
  receiptKey: { keyId: key.keyId, publicKey: encodeBase64Url(key.publicKey) },
  logOrigin: `foyer/${property}`,
};
const own = encodeBase64Url(new Uint8Array(16).fill(7));
const other = encodeBase64Url(new Uint8Array(16).fill(8));
const entry = (registration: string, action: 'registered' | 'seen' | 'opened', at: number) =>
  logEntryText({ at, actor: 'x', role: 'server', action, registration });
const log = [
  entry(other, 'registered', 1),
  entry(own, 'registered', 2),
  entry(other, 'seen', 3),
  entry(own, 'seen', 4),
  entry(own, 'opened', 5),
  entry(other, 'opened', 6),
];

/** A log's server: its tree at a size, and proofs. */
function serverOf(entries: readonly string[], signer = key) {
  const { nodes } = appendLeaves(emptyEdge, entries.map(leafHash));
  const read = (place: { level: number; position: number }) => {
    const found = nodes.find(({ level, position }) => level === place.level && position === place.position);
    if (found === undefined) throw new RangeError();
    return found.hash;
  };
  const text = (hashes: readonly Uint8Array[]) => hashes.map(encodeBase64Url);
  const note = (size: number) =>
    checkpointSigner(property, signer)(
      size,
      rootOf(appendLeaves(emptyEdge, entries.slice(0, size).map(leafHash)).edge),
    );
  const prove = (index: number, size: number) =>
    text(inclusionRanges(index, size).map((range) => rangeHash(range, read)));
  const answer = (known: readonly number[], size = entries.length): GuestLog => ({
    checkpoint: note(size),
    entries: entries.flatMap((one, index) =>
      one.includes(own) ? [{ text: one, index, proof: prove(index, size) }] : [],
    ),
    consistency: known
      .filter((from) => from > 0 && from < size)
      .map((from) => ({ from, proof: text(consistencyRanges(from, size).map((range) => rangeHash(range, read))) })),
  });
  const receipt = (index: number, size: number): ProvenReceipt => ({
    format: 'foyer-proven-receipt/1',
    text: '{}',
    entry: entries[index] ?? '',
    index,
    proof: prove(index, size),
    checkpoint: note(size),
    manifest: '',
  });
  return { note, answer, receipt };
}

const honest = serverOf(log);
const receipts = [honest.receipt(1, 2)];
const check = (answer: GuestLog, remembered: string | null = honest.note(4)) =>
  verifyLog(answer, { registration: own, manifest, receipts, remembered });
const alarm = (name: string) => ({ kind: 'alarm', alarm: name });

describe('the log of one registration', () => {
  let answer: GuestLog;
  beforeAll(() => {
    answer = honest.answer(knownSizes({ receipts, remembered: honest.note(4) }));
  });

  it('is believed when every entry, receipt and earlier checkpoint is inside', async () => {
    expect(knownSizes({ receipts, remembered: honest.note(4) })).toEqual([4, 2]);
    const verified = await check(answer);
    if (verified.kind !== 'verified') throw new TypeError(verified.alarm);
    expect(verified).toMatchObject({ checkpoint: answer.checkpoint, remembered: true });
    expect(verified.entries.map(({ index, entry: { action } }) => [index, action])).toEqual([
      [1, 'registered'],
      [3, 'seen'],
      [4, 'opened'],
    ]);
    expect(await check(answer, null)).toMatchObject({ kind: 'verified', remembered: false });
    expect(await check(answer, honest.note(6))).toMatchObject({ kind: 'verified' });
  });

  it.each<[string, string, () => GuestLog]>([
    ['a checkpoint signed by another key', 'signature', () => serverOf(log, makeReceiptKey()).answer([2, 4])],
    ['a checkpoint that is none', 'signature', () => ({ ...answer, checkpoint: 'x' })],
    [
      'an entry with another reason',
      'entry',
      () => changed(0, (one) => ({ ...one, text: one.text.replace('"x"', '"y"') })),
    ],
    ['an entry at another place', 'entry', () => changed(1, (one) => ({ ...one, index: 2 }))],
    ['an entry about somebody else', 'entry', () => changed(0, (one) => ({ ...one, text: log[0] ?? '' }))],
    [
      'an entry listed twice',
      'entry',
      () => ({ ...answer, entries: [...answer.entries, ...answer.entries.slice(-1)] }),
    ],
    ['a receipt’s entry left out', 'receipt', () => ({ ...answer, entries: answer.entries.slice(1) })],
    ['no consistency proof', 'checkpoint', () => ({ ...answer, consistency: answer.consistency.slice(0, 1) })],
    [
      'a consistency proof cut short',
      'checkpoint',
      () => ({
        ...answer,
        consistency: answer.consistency.map(({ from, proof }) => ({ from, proof: proof.slice(1) })),
      }),
    ],
    ['a tree that was cut short', 'checkpoint', () => serverOf(log.slice(0, 3)).answer([2])],
    [
      'a tree rewritten after it was seen',
      'checkpoint',
      () => serverOf(log.with(2, entry(other, 'opened', 3))).answer([2, 4]),
    ],
  ])('sounds the alarm at %s', async (_, name, give) => {
    expect(await check(give())).toEqual(alarm(name));
  });

  function changed(at: number, change: (one: GuestLog['entries'][number]) => GuestLog['entries'][number]): GuestLog {
    return { ...answer, entries: answer.entries.map((one, index) => (index === at ? change(one) : one)) };
  }
});
