import { hashLeaf, isConsistent, rootFromInclusion } from '../../crypto/merkle-proof.ts';
import { equalBytes } from '../../crypto/sha256.ts';
import { verifyCheckpoint } from '../../crypto/verify-receipt.ts';
import type { GuestLog } from '../../protocol/api.ts';
import { type LogEntry, logEntrySchema } from '../../protocol/audit-log.ts';
import { decodeBase64Url } from '../../protocol/base64url.ts';
import { parseCheckpoint, type SignedCheckpoint } from '../../protocol/checkpoint.ts';
import type { Manifest } from '../../protocol/manifest.ts';
import { Refusal } from '../../protocol/problems.ts';
import type { ProvenReceipt } from '../../protocol/receipt.ts';

/** An entry about this registration, and its place in the hotel's log. */
export interface OwnEntry {
  readonly entry: LogEntry;
  readonly index: number;
}

/**
 * What isn't as it must be. signature: today's checkpoint isn't the hotel's. entry: an entry isn't in the tree it is said to be in, or is
 * about something else. receipt: a receipt's entry is missing. checkpoint: a tree this phone has seen isn't inside today's: the log was
 * rewritten, cut short, or another one is shown here.
 */
export type LogAlarm = 'signature' | 'entry' | 'receipt' | 'checkpoint';

export type VerifiedLog =
  | {
      readonly kind: 'verified';
      /** Oldest first. */
      readonly entries: readonly OwnEntry[];
      /** Today's checkpoint, to be remembered. */
      readonly checkpoint: string;
      /** Whether the phone had seen this log before. */
      readonly remembered: boolean;
    }
  | { readonly kind: 'alarm'; readonly alarm: LogAlarm };

export interface LogExpectation {
  readonly registration: string;
  /** A manifest that verified: it names the log and the key that signs its checkpoints. */
  readonly manifest: Pick<Manifest, 'receiptKey' | 'logOrigin'>;
  /** The registration's receipts, each verified. */
  readonly receipts: readonly ProvenReceipt[];
  /** The checkpoint this phone saw last, exactly as it was; null where it remembers none. */
  readonly remembered: string | null;
}

/** Sizes to ask about: of the checkpoint seen last and of every receipt's. */
export function knownSizes({ receipts, remembered }: Pick<LogExpectation, 'receipts' | 'remembered'>): number[] {
  const sizes = knownCheckpoints(receipts, remembered).map(({ size }) => size);
  // The newest matter most: each was checked against those before it.
  return [...new Set(sizes)].sort((a, b) => b - a).slice(0, 64);
}

function knownCheckpoints(receipts: readonly ProvenReceipt[], remembered: string | null): SignedCheckpoint[] {
  const notes = [...receipts.map(({ checkpoint }) => checkpoint), ...(remembered === null ? [] : [remembered])];
  return notes.map(parseCheckpoint).filter((checkpoint) => checkpoint !== null);
}

/** Checks what the server says about who looked, against everything the phone has seen before. Never throws on what the server gave. */
export async function verifyLog(answer: GuestLog, expected: LogExpectation): Promise<VerifiedLog> {
  const { manifest, receipts, remembered } = expected;
  const today = await readCheckpoint(answer.checkpoint, manifest);
  if (today === null) return { kind: 'alarm', alarm: 'signature' };
  const entries: OwnEntry[] = [];
  for (const listed of answer.entries) {
    const entry = await readEntry(listed, today, expected.registration);
    if (entry === null || listed.index <= (entries.at(-1)?.index ?? -1)) return { kind: 'alarm', alarm: 'entry' };
    entries.push({ entry, index: listed.index });
  }
  const isListed = (receipt: ProvenReceipt) =>
    answer.entries.some(({ index, text }) => index === receipt.index && text === receipt.entry);
  if (receipts.length === 0 || !receipts.every(isListed)) return { kind: 'alarm', alarm: 'receipt' };
  const asked = new Set(knownSizes(expected));
  for (const known of knownCheckpoints(receipts, remembered)) {
    if (asked.has(known.size) && !(await isInside(known, today, answer))) return { kind: 'alarm', alarm: 'checkpoint' };
  }
  return { kind: 'verified', entries, checkpoint: answer.checkpoint, remembered: remembered !== null };
}

async function readCheckpoint(note: string, manifest: LogExpectation['manifest']): Promise<SignedCheckpoint | null> {
  try {
    return await verifyCheckpoint(note, manifest.receiptKey, manifest.logOrigin);
  } catch (error) {
    if (error instanceof Refusal) return null;
    throw error;
  }
}

async function readEntry(
  { text, index, proof }: GuestLog['entries'][number],
  { size, root }: SignedCheckpoint,
  registration: string,
): Promise<LogEntry | null> {
  const parsed = logEntrySchema.safeParse(parseJson(text));
  if (!parsed.success || parsed.data.registration !== registration) return null;
  const found = rootFromInclusion(hashLeaf(text), index, size, hashes(proof));
  return found !== null && equalBytes(found, root) ? parsed.data : null;
}

async function isInside(known: SignedCheckpoint, today: SignedCheckpoint, answer: GuestLog): Promise<boolean> {
  if (known.size === 0) return true;
  const proof = answer.consistency.find(({ from }) => from === known.size)?.proof;
  if (known.size < today.size && proof === undefined) return false;
  return isConsistent(known, today, hashes(proof ?? []));
}

function hashes(proof: readonly string[]): Uint8Array<ArrayBuffer>[] {
  return proof.map((hash) => decodeBase64Url(hash) ?? new Uint8Array());
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
