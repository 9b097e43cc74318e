import { signManifest } from '../../../src/crypto/sign-manifest.ts';
import type { LogEntry } from '../../../src/protocol/audit-log.ts';
import type { ProvenReceipt, Receipt } from '../../../src/protocol/receipt.ts';
import { day, type FixedHotel, now } from '../fixed-hotel.ts';
import { entryFor, fixedProvenReceipt, fixedReceipt, prove, signCheckpoint } from '../fixed-receipt.ts';
import type { FixedRegistration } from '../fixed-registration.ts';
import { flipBit } from '../flip-bit.ts';
import { slowRoot } from '../slow-tree.ts';
import type { ReceiptFile } from '../vector-files.ts';

export async function receiptCases(
  hotel: FixedHotel,
  other: FixedHotel,
  guest: FixedRegistration,
  second: FixedRegistration,
): Promise<ReceiptFile['cases']> {
  const { fingerprint } = hotel;
  const good = await fixedProvenReceipt(hotel, guest);
  const receipt = await fixedReceipt(hotel, guest);
  const one = (name: string, expect: string, proven: unknown) => ({ name, expect, fingerprint, proven });
  const bad = (name: string, step: string, change: Partial<ProvenReceipt>) =>
    one(name, `refused: receipt_invalid: ${step}`, { ...good, ...change });
  /** The server signs whatever it is told to: is the lie found all the same? */
  const lying = async (name: string, refusal: string, change: Partial<Receipt>) =>
    one(name, `refused: ${refusal}`, await proveChanged(hotel, { ...receipt, ...change }));
  const [firstHash = '', ...otherHashes] = good.proof;
  const theirs = await fixedProvenReceipt(hotel, second);
  const newer = await signManifest({ ...hotel.draft, previous: hotel.manifest, now: now + day / 2 });
  const entry = await entryFor(good.text, guest.id);
  const alone = await prove(hotel, { text: good.text, entry: good.entry, others: [], index: 0 });
  return [
    one('as given', `opened: ${guest.id} in 11`, good),
    { ...one('without a fingerprint to hold it to', `opened: ${guest.id} in 11`, good), fingerprint: null },
    one('the only entry of its log', `opened: ${guest.id} in 1`, alone),
    one('years later', `opened: ${guest.id} in 11`, { ...good, note: 'more fields than are read' }),
    { ...one('held to another poster', 'refused: manifest_fingerprint', good), fingerprint: other.fingerprint },
    one('not a receipt', 'refused: receipt_invalid: shape', { ...good, format: 'foyer-proven-receipt/0' }),
    one('nothing', 'refused: receipt_invalid: shape', null),
    bad('text that is not JSON', 'not JSON', { text: 'thank you' }),
    bad('text changed', 'text', { text: good.text.replace('"refused"', '"given"') }),
    bad('one space more', 'text', { text: `${good.text} ` }),
    bad('entry changed', 'text', { entry: JSON.stringify({ ...entry, digest: null }) }),
    bad('entry not JSON', 'entry', { entry: 'registered' }),
    bad('entry with a later time', 'inclusion', {
      entry: JSON.stringify({ ...entry, time: '2027-01-01T00:00:00+08:00' }),
    }),
    one(
      'an entry about something else',
      'refused: receipt_invalid: entry',
      await proveEntry(hotel, good.text, { ...entry, action: 'opened' }),
    ),
    one(
      'an entry of another guest',
      'refused: receipt_invalid: entry',
      await proveEntry(hotel, good.text, { ...entry, registration: second.id }),
    ),
    bad('the text of another guest', 'text', { text: theirs.text }),
    bad('text and entry of another guest', 'inclusion', { text: theirs.text, entry: theirs.entry }),
    bad('another index', 'inclusion', { index: good.index + 1 }),
    bad('an index past the end', 'inclusion', { index: 11 }),
    bad('an index below zero', 'shape', { index: -1 }),
    bad('a proof one hash short', 'inclusion', { proof: good.proof.slice(0, -1) }),
    bad('a proof one hash long', 'inclusion', { proof: [...good.proof, firstHash] }),
    bad('no proof', 'inclusion', { proof: [] }),
    bad('a proof in another order', 'inclusion', { proof: [...otherHashes, firstHash] }),
    bad('a bit flipped in the proof', 'inclusion', { proof: [flipBit(firstHash, 0), ...otherHashes] }),
    bad('a proof of 65 hashes', 'shape', { proof: Array.from({ length: 65 }, () => firstHash) }),
    bad('size lied about', 'checkpoint signature', { checkpoint: good.checkpoint.replace('\n11\n', '\n12\n') }),
    one('size lied about and signed', 'refused: receipt_invalid: inclusion', {
      ...good,
      checkpoint: await signCheckpoint(hotel.manifest.manifest.logOrigin, 7, slowRoot(['x']), hotel.receipt),
    }),
    bad('a checkpoint that is no note', 'checkpoint', { checkpoint: good.checkpoint.trim() }),
    bad('a checkpoint of another property', 'checkpoint', {
      checkpoint: (await prove(hotel, { text: good.text, entry: good.entry, origin: `foyer/${other.property}` }))
        .checkpoint,
    }),
    one(
      'another receipt key',
      'refused: receipt_invalid: checkpoint',
      await prove(hotel, { text: good.text, entry: good.entry, key: other.receipt }),
    ),
    bad('the right key id before another signature', 'checkpoint signature', {
      checkpoint: await borrowedHint(hotel, other, good),
    }),
    bad('another manifest of the same hotel', 'manifest', { manifest: newer.jws }),
    {
      ...bad('the manifest of another hotel', '', { manifest: other.manifest.jws }),
      expect: 'refused: manifest_fingerprint',
    },
    await lying('issued after its manifest had expired', 'manifest_expired', {
      issued_at: '2028-01-01T00:00:00+08:00',
    }),
    await lying('naming a newer manifest than it carries', 'manifest_older', {
      manifest: { ...receipt.manifest, sequence: 9 },
    }),
    await lying('naming another hotel', 'manifest_property', {
      notice: { ...receipt.notice, url: `https://hotel.example/p/${other.property}` },
    }),
    await lying('naming no hotel', 'manifest_property', {
      notice: { ...receipt.notice, url: 'https://hotel.example/' },
    }),
    await lying('naming a notice nobody signed', 'receipt_invalid: notice', {
      notice: { ...receipt.notice, hash: guest.consent.hash },
    }),
    await lying('naming the notice of another version', 'receipt_invalid: notice', {
      notice: { ...receipt.notice, version: 2 },
    }),
    await lying('naming the notice of another language', 'receipt_invalid: notice', { language: 'zh-Hans' }),
  ];
}

async function proveChanged(hotel: FixedHotel, receipt: Receipt): Promise<ProvenReceipt> {
  const text = JSON.stringify(receipt);
  return proveEntry(hotel, text, await entryFor(text, receipt.record_id));
}

async function proveEntry(hotel: FixedHotel, text: string, entry: LogEntry): Promise<ProvenReceipt> {
  return prove(hotel, { text, entry: JSON.stringify(entry) });
}

/** A checkpoint signed by a stranger's key under the four bytes of the hotel's. */
async function borrowedHint(hotel: FixedHotel, stranger: FixedHotel, good: ProvenReceipt): Promise<string> {
  const forged = (await prove(hotel, { text: good.text, entry: good.entry, key: stranger.receipt })).checkpoint;
  const [head = '', signed = ''] = good.checkpoint.split('— ');
  const [origin = '', own = ''] = signed.trimEnd().split(' ');
  const their = forged.trimEnd().split(' ').at(-1) ?? '';
  const joined = Buffer.concat([Buffer.from(own, 'base64').subarray(0, 4), Buffer.from(their, 'base64').subarray(4)]);
  return `${head}— ${origin} ${joined.toString('base64')}\n`;
}
