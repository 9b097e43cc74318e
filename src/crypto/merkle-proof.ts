import { sha256 } from '@noble/hashes/sha2.js';
import { equalBytes } from './sha256.ts';

// Trees are hashed here and now, not by WebCrypto: a whole log is a million small hashes, and each promise costs more than its hash.

/** SHA-256(0x01 ‖ left ‖ right) (RFC 6962 §2.1). */
export function hashNode(left: Uint8Array, right: Uint8Array): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(65);
  bytes[0] = 1;
  bytes.set(left, 1);
  bytes.set(right, 33);
  return sha256(bytes);
}

/** A leaf's hash: SHA-256(0x00 ‖ text as UTF-8) (RFC 6962 §2.1). */
export function hashLeaf(text: string): Uint8Array<ArrayBuffer> {
  const data = new TextEncoder().encode(text);
  const bytes = new Uint8Array(data.length + 1);
  bytes.set(data, 1);
  return sha256(bytes);
}

/**
 * The tree head an inclusion proof leads to: leaf `index` of a tree of `size` leaves, siblings from the leaf up
 * (RFC 9162 §2.1.3.2). Null where the proof has the wrong length, a sibling isn't 32 bytes or the index is out of range.
 */
export function rootFromInclusion(
  leaf: Uint8Array<ArrayBuffer>,
  index: number,
  size: number,
  proof: readonly Uint8Array[],
): Uint8Array<ArrayBuffer> | null {
  if (!Number.isSafeInteger(index) || !Number.isSafeInteger(size) || index < 0 || index >= size) return null;
  let [position, last, hash] = [index, size - 1, leaf];
  for (const sibling of proof) {
    if (last === 0 || sibling.length !== 32) return null;
    if (position % 2 === 1 || position === last) {
      hash = hashNode(sibling, hash);
      while (position % 2 === 0 && position !== 0) [position, last] = [position / 2, Math.floor(last / 2)];
    } else {
      hash = hashNode(hash, sibling);
    }
    [position, last] = [Math.floor(position / 2), Math.floor(last / 2)];
  }
  return last === 0 ? hash : null;
}

/**
 * Whether a tree of `size` leaves and head `root` begins with the tree of `oldSize` and `oldRoot`, by a consistency proof
 * (RFC 9162 §2.1.4.2). A tree is consistent with itself by an empty proof.
 */
export function isConsistent(
  old: { readonly size: number; readonly root: Uint8Array<ArrayBuffer> },
  now: { readonly size: number; readonly root: Uint8Array<ArrayBuffer> },
  proof: readonly Uint8Array<ArrayBuffer>[],
): boolean {
  if (!Number.isSafeInteger(old.size) || !Number.isSafeInteger(now.size)) return false;
  if (old.size < 1 || old.size > now.size || proof.some(({ length }) => length !== 32)) return false;
  if (old.size === now.size) return proof.length === 0 && equalBytes(old.root, now.root);
  const [first, ...rest] = isPowerOfTwo(old.size) ? [old.root, ...proof] : proof;
  if (first === undefined) return false;
  let [position, last] = [old.size - 1, now.size - 1];
  while (position % 2 === 1) [position, last] = [Math.floor(position / 2), Math.floor(last / 2)];
  let [oldHash, hash] = [first, first];
  for (const sibling of rest) {
    if (last === 0) return false;
    if (position % 2 === 1 || position === last) {
      oldHash = hashNode(sibling, oldHash);
      hash = hashNode(sibling, hash);
      while (position % 2 === 0 && position !== 0) [position, last] = [position / 2, Math.floor(last / 2)];
    } else {
      hash = hashNode(hash, sibling);
    }
    [position, last] = [Math.floor(position / 2), Math.floor(last / 2)];
  }
  return last === 0 && equalBytes(oldHash, old.root) && equalBytes(hash, now.root);
}

function isPowerOfTwo(size: number): boolean {
  return Number.isInteger(Math.log2(size));
}
