import { createHash } from 'node:crypto';

// RFC 6962 §2.1 word for word: recursive, nothing stored, nothing clever. What the quick prover and verifier are held equal to.

const sha256 = (...parts: Uint8Array[]) => {
  const hash = createHash('sha256');
  for (const part of parts) hash.update(part);
  return new Uint8Array(hash.digest());
};

/** The largest power of two smaller than n. */
function split(n: number): number {
  let k = 1;
  while (k * 2 < n) k *= 2;
  return k;
}

/** MTH(D[n]). */
export function slowRoot(leaves: readonly string[]): Uint8Array<ArrayBuffer> {
  const [first] = leaves;
  if (first === undefined) return sha256();
  if (leaves.length === 1) return sha256(Uint8Array.of(0), new TextEncoder().encode(first));
  const k = split(leaves.length);
  return sha256(Uint8Array.of(1), slowRoot(leaves.slice(0, k)), slowRoot(leaves.slice(k)));
}

/** PATH(m, D[n]): siblings from the leaf up. */
export function slowPath(m: number, leaves: readonly string[]): Uint8Array<ArrayBuffer>[] {
  if (leaves.length <= 1) return [];
  const k = split(leaves.length);
  return m < k
    ? [...slowPath(m, leaves.slice(0, k)), slowRoot(leaves.slice(k))]
    : [...slowPath(m - k, leaves.slice(k)), slowRoot(leaves.slice(0, k))];
}
