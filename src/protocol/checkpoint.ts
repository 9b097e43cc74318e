import { decodeBase64, encodeBase64 } from './base64url.ts';

/**
 * A signed statement of a log's size and root, as text (C2SP tlog-checkpoint over signed-note):
 *
 *     <origin>\n<size>\n<root, base64>\n
 *     \n
 *     — <origin> <base64(4 bytes of key id ‖ signature)>\n
 *
 * The signature is ECDSA P-256 over SHA-256 of the first three lines, r ‖ s in 64 bytes, because phones verify it natively
 * (C2SP names Ed25519). The four bytes are the first four of the receipt key's id.
 */
export interface Checkpoint {
  readonly origin: string;
  /** Number of leaves. */
  readonly size: number;
  /** Merkle tree head, 32 bytes. */
  readonly root: Uint8Array<ArrayBuffer>;
}

export interface SignedCheckpoint extends Checkpoint {
  /** The exact text that was signed. */
  readonly body: string;
  readonly keyHint: Uint8Array<ArrayBuffer>;
  readonly signature: Uint8Array<ArrayBuffer>;
}

/** The text to sign. */
export function checkpointBody(checkpoint: Checkpoint): string {
  return `${checkpoint.origin}\n${checkpoint.size}\n${encodeBase64(checkpoint.root)}\n`;
}

/** The whole note. `keyHint` is 4 bytes, `signature` 64. */
export function formatCheckpoint(checkpoint: Checkpoint, keyHint: Uint8Array, signature: Uint8Array): string {
  const signed = new Uint8Array(68);
  signed.set(keyHint.subarray(0, 4));
  signed.set(signature, 4);
  return `${checkpointBody(checkpoint)}\n— ${checkpoint.origin} ${encodeBase64(signed)}\n`;
}

const note =
  /(?<origin>[^\n]{1,100})\n(?<size>0|[1-9]\d{0,15})\n(?<root>[A-Za-z0-9+/]{43}=)\n\n— (?<name>[^\n ]{1,100}) (?<signed>[A-Za-z0-9+/]+={0,2})\n/;
const wholeNote = new RegExp(`^${note.source}$`);
/** Finds notes in a longer text, each on lines of its own. */
export const checkpointPattern = new RegExp(`^${note.source}`, 'gm');

/** Reads a note. Returns null where it is not exactly one in this form; says nothing about whether the signature holds. */
export function parseCheckpoint(text: string): SignedCheckpoint | null {
  const match = wholeNote.exec(text);
  const { origin, size, root, name, signed } = match?.groups ?? {};
  if (origin === undefined || size === undefined || root === undefined || signed === undefined || name !== origin)
    return null;
  const rootBytes = decodeBase64(root);
  const signedBytes = decodeBase64(signed);
  const count = Number(size);
  if (rootBytes?.length !== 32 || signedBytes?.length !== 68 || !Number.isSafeInteger(count)) return null;
  const checkpoint = { origin, size: count, root: rootBytes };
  return {
    ...checkpoint,
    body: checkpointBody(checkpoint),
    keyHint: signedBytes.slice(0, 4),
    signature: signedBytes.slice(4),
  };
}
