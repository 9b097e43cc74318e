import { sha256 } from './sha256.ts';

async function hashNode(left: Uint8Array, right: Uint8Array): Promise<Uint8Array<ArrayBuffer>> {
  const bytes = new Uint8Array(65);
  bytes[0] = 1;
  bytes.set(left, 1);
  bytes.set(right, 33);
  return sha256(bytes);
}

/** A leaf's hash: SHA-256(0x00 ‖ text as UTF-8) (RFC 6962 §2.1). */
export async function hashLeaf(text: string): Promise<Uint8Array<ArrayBuffer>> {
  const data = new TextEncoder().encode(text);
  const bytes = new Uint8Array(data.length + 1);
  bytes.set(data, 1);
  return sha256(bytes);
}

/**
 * The tree head an inclusion proof leads to: leaf `index` of a tree of `size` leaves, siblings from the leaf up
 * (RFC 9162 §2.1.3.2). Null where the proof has the wrong length, a sibling isn't 32 bytes or the index is out of range.
 */
export async function rootFromInclusion(
  leaf: Uint8Array<ArrayBuffer>,
  index: number,
  size: number,
  proof: readonly Uint8Array[],
): Promise<Uint8Array<ArrayBuffer> | null> {
  if (!Number.isSafeInteger(index) || !Number.isSafeInteger(size) || index < 0 || index >= size) return null;
  let [position, last, hash] = [index, size - 1, leaf];
  for (const sibling of proof) {
    if (last === 0 || sibling.length !== 32) return null;
    if (position % 2 === 1 || position === last) {
      hash = await hashNode(sibling, hash);
      while (position % 2 === 0 && position !== 0) [position, last] = [position / 2, Math.floor(last / 2)];
    } else {
      hash = await hashNode(hash, sibling);
    }
    [position, last] = [Math.floor(position / 2), Math.floor(last / 2)];
  }
  return last === 0 ? hash : null;
}
