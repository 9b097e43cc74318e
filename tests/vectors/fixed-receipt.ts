import { importKeyPair, keyIdOf, type RawKeyPair } from '../../src/crypto/key-pair.ts';
import { digest } from '../../src/crypto/sha256.ts';
import { decodeBase64Url, encodeBase64Url } from '../../src/protocol/base64url.ts';
import type { LogEntry } from '../../src/protocol/audit-log.ts';
import { checkpointBody, formatCheckpoint } from '../../src/protocol/checkpoint.ts';
import { parseNotice } from '../../src/protocol/notice.ts';
import { composeReceipt, type ProvenReceipt, type Receipt } from '../../src/protocol/receipt.ts';
import { toInstant } from '../../src/protocol/time.ts';
import { day, type FixedHotel, now } from './fixed-hotel.ts';
import { fixedRandom } from './fixed-keys.ts';
import type { FixedRegistration } from './fixed-registration.ts';
import { slowPath, slowRoot } from './slow-tree.ts';

/** The receipt a hotel gives for a registration, a day after its manifest. */
export async function fixedReceipt(hotel: FixedHotel, guest: FixedRegistration): Promise<Receipt> {
  return composeReceipt({
    manifest: hotel.manifest,
    notice: parseNotice(hotel.notices.en),
    submission: guest.submission,
    event: guest.event,
    eventHash: guest.consent.hash,
    submissionHash: await digest(JSON.stringify(guest.submission)),
    now: now + day,
    random: fixedRandom(`receipt ${guest.id}`),
    publicUrl: 'https://hotel.example',
  });
}

/** The log entry that pins a receipt's exact text. */
export async function entryFor(receiptText: string, registration: string): Promise<LogEntry> {
  return {
    format: 'foyer-log/1',
    time: toInstant(now + day),
    actor: 'guest',
    role: 'guest',
    action: 'registered',
    registration,
    purpose: null,
    reason: null,
    digest: await digest(receiptText),
  };
}

/** Signs a checkpoint the way the server does. */
export async function signCheckpoint(
  origin: string,
  size: number,
  root: Uint8Array<ArrayBuffer>,
  key: RawKeyPair,
): Promise<string> {
  const { privateKey } = await importKeyPair(key, 'sign');
  const body = new TextEncoder().encode(checkpointBody({ origin, size, root }));
  const signature = await crypto.subtle.sign({ name: 'ECDSA', hash: 'SHA-256' }, privateKey, body);
  const hint = decodeBase64Url(await keyIdOf(key.publicKey)) ?? new Uint8Array();
  return formatCheckpoint({ origin, size, root }, hint, new Uint8Array(signature));
}

export interface ReceiptParts {
  readonly text: string;
  readonly entry: string;
  /** The log the entry is put into; it takes place `index`. */
  readonly others?: readonly string[];
  readonly index?: number;
  readonly key?: RawKeyPair;
  readonly origin?: string;
}

/** Puts an entry into a log of eleven leaves and proves it there, with the hotel's receipt key unless told otherwise. */
export async function prove(hotel: FixedHotel, parts: ReceiptParts): Promise<ProvenReceipt> {
  const leaves = [...(parts.others ?? Array.from({ length: 10 }, (_, i) => `other entry ${i}`))];
  const index = parts.index ?? 6;
  leaves.splice(index, 0, parts.entry);
  const origin = parts.origin ?? hotel.manifest.manifest.logOrigin;
  return {
    format: 'foyer-proven-receipt/1',
    text: parts.text,
    entry: parts.entry,
    index,
    proof: slowPath(index, leaves).map(encodeBase64Url),
    checkpoint: await signCheckpoint(origin, leaves.length, slowRoot(leaves), parts.key ?? hotel.receipt),
    manifest: hotel.manifest.jws,
  };
}

/** A good receipt with its proof. */
export async function fixedProvenReceipt(hotel: FixedHotel, guest: FixedRegistration): Promise<ProvenReceipt> {
  const receiptText = JSON.stringify(await fixedReceipt(hotel, guest));
  return prove(hotel, { text: receiptText, entry: JSON.stringify(await entryFor(receiptText, guest.id)) });
}
