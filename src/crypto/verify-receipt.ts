import { decodeBase64Url } from '../protocol/base64url.ts';
import { type LogAction, type LogEntry, logEntrySchema } from '../protocol/audit-log.ts';
import { parseCheckpoint, type SignedCheckpoint } from '../protocol/checkpoint.ts';
import type { SignedManifest } from '../protocol/manifest.ts';
import { Refusal } from '../protocol/problems.ts';
import { type ProvenReceipt, parseReceipt, provenReceiptSchema, type Receipt } from '../protocol/receipt.ts';
import { importPublicKey } from './key-pair.ts';
import { hashLeaf, rootFromInclusion } from './merkle-proof.ts';
import { digest, equalBytes } from './sha256.ts';
import { verifyManifest } from './verify-manifest.ts';

export interface VerifiedReceipt {
  readonly receipt: Receipt;
  readonly entry: LogEntry;
  readonly manifest: SignedManifest;
  readonly checkpoint: SignedCheckpoint;
}

/**
 * Verifies a receipt without any server: the manifest by its root (and the poster's fingerprint where one is known), the checkpoint by
 * the manifest's receipt key, the entry by its inclusion proof, the text by the entry's digest, the notice it names by the manifest's.
 * A manifest that has expired since still proves what it said then, so expiry is checked at the receipt's own time; taking back and
 * deleting rest on no rules being in force, so there it isn't.
 * Throws Refusal `receipt_invalid` with the first step that fails, or the manifest's own refusal.
 */
export async function verifyReceipt(proven: unknown, fingerprint: string | null): Promise<VerifiedReceipt> {
  const parsed = provenReceiptSchema.safeParse(proven);
  if (!parsed.success) throw new Refusal('receipt_invalid', 'shape');
  const receipt = parseReceipt(parsed.data.text);
  const entry = parseEntry(parsed.data.entry);
  if (entry.digest !== (await digest(parsed.data.text))) throw new Refusal('receipt_invalid', 'text');
  if (entry.registration !== receipt.record_id || entry.action !== actionOf(receipt))
    throw new Refusal('receipt_invalid', 'entry');
  const property = /^(?:.*)\/p\/(?<property>[^/]+)$/.exec(receipt.notice.url)?.groups?.['property'] ?? '';
  const manifest = await verifyManifest(parsed.data.manifest, {
    fingerprint,
    property,
    now: givesAnything(receipt) ? Date.parse(receipt.issued_at) : 0,
    lastSequence: receipt.manifest.sequence,
  });
  if (manifest.hash !== receipt.manifest.hash) throw new Refusal('receipt_invalid', 'manifest');
  const notice = manifest.manifest.notices[receipt.language];
  if (notice?.hash !== receipt.notice.hash || notice.version !== receipt.notice.version)
    throw new Refusal('receipt_invalid', 'notice');
  return { receipt, entry, manifest, checkpoint: await checkPlace(parsed.data, manifest) };
}

/** What the log says when a receipt of this kind is issued. */
function actionOf({ kind, supersedes }: Receipt): LogAction {
  switch (kind) {
    case 'consent':
      return supersedes === null ? 'registered' : 'given';
    case 'refusal':
      return 'registered';
    case 'withdrawal':
      return 'withdrawn';
    case 'correction':
      return 'corrected';
    case 'deletion':
      return 'deleted';
  }
}

function givesAnything({ kind }: Receipt): boolean {
  return kind !== 'withdrawal' && kind !== 'deletion';
}

/** An entry's exact text. Throws Refusal `receipt_invalid`. */
export function parseEntry(text: string): LogEntry {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    throw new Refusal('receipt_invalid', 'entry');
  }
  const parsed = logEntrySchema.safeParse(json);
  if (!parsed.success) throw new Refusal('receipt_invalid', 'entry');
  return parsed.data;
}

/** Checks that an entry stands where it says in the log the manifest's receipt key signs. Throws Refusal `receipt_invalid`. */
export async function checkPlace(
  proven: Pick<ProvenReceipt, 'entry' | 'index' | 'proof' | 'checkpoint'>,
  { manifest }: SignedManifest,
): Promise<SignedCheckpoint> {
  const checkpoint = await verifyCheckpoint(proven.checkpoint, manifest.receiptKey, manifest.logOrigin);
  const proof = proven.proof.map((hash) => decodeBase64Url(hash) ?? new Uint8Array());
  const root = rootFromInclusion(hashLeaf(proven.entry), proven.index, checkpoint.size, proof);
  if (root === null || !equalBytes(root, checkpoint.root)) throw new Refusal('receipt_invalid', 'inclusion');
  return checkpoint;
}

/** Checks a checkpoint's signature and origin. Throws Refusal `receipt_invalid`. */
export async function verifyCheckpoint(
  note: string,
  key: { readonly keyId: string; readonly publicKey: string },
  origin: string,
): Promise<SignedCheckpoint> {
  const checkpoint = parseCheckpoint(note);
  const hint = decodeBase64Url(key.keyId)?.subarray(0, 4);
  if (
    checkpoint === null ||
    checkpoint.origin !== origin ||
    hint === undefined ||
    !equalBytes(checkpoint.keyHint, hint)
  ) {
    throw new Refusal('receipt_invalid', 'checkpoint');
  }
  const publicKey = await importPublicKey(decodeBase64Url(key.publicKey) ?? new Uint8Array(), 'sign');
  const body = new TextEncoder().encode(checkpoint.body);
  const valid = await crypto.subtle.verify({ name: 'ECDSA', hash: 'SHA-256' }, publicKey, checkpoint.signature, body);
  if (!valid) throw new Refusal('receipt_invalid', 'checkpoint signature');
  return checkpoint;
}
