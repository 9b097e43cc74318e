import { hash } from 'node:crypto';

/**
 * The append-only Merkle tree of RFC 6962 §2.1 (the same tree as RFC 9162 §2.1). What is stored are the hashes of *complete* subtrees:
 * node (level, position) covers the 2^level leaves from position · 2^level on, and never changes once it is there.
 * Everything else (roots, proofs, at any size) is folded from those. All hashes are SHA-256, 32 bytes.
 */

export interface NodePlace {
  /** 0 for leaves. */
  readonly level: number;
  readonly position: number;
}

export interface TreeNode extends NodePlace {
  readonly hash: Uint8Array;
}

/** The right edge of a tree: all that is needed to append. */
export interface TreeEdge {
  readonly size: number;
  /** Hashes of the largest complete subtrees, left to right; one per 1 in the binary form of `size`. */
  readonly peaks: readonly Uint8Array[];
}

/** Leaves [from, to). */
export interface LeafRange {
  readonly from: number;
  readonly to: number;
}

/** Gives a stored node's hash. Throws where there is none. */
export type ReadNode = (place: NodePlace) => Uint8Array;

export const emptyEdge: TreeEdge = { size: 0, peaks: [] };

const leafPrefix = Buffer.from([0]);
const nodePrefix = Buffer.from([1]);

/** SHA-256(0x00 ‖ entry as UTF-8). */
export function leafHash(entry: string): Uint8Array {
  return hash('sha256', Buffer.concat([leafPrefix, Buffer.from(entry)]), 'buffer');
}

/** SHA-256(0x01 ‖ left ‖ right). */
function nodeHash(left: Uint8Array, right: Uint8Array): Uint8Array {
  return hash('sha256', Buffer.concat([nodePrefix, left, right]), 'buffer');
}

/** Appends leaves. Returns the new edge and every node that became complete, leaves included, to be stored. */
export function appendLeaves(edge: TreeEdge, leaves: readonly Uint8Array[]): { edge: TreeEdge; nodes: TreeNode[] } {
  const peaks = [...edge.peaks];
  const nodes: TreeNode[] = [];
  let size = edge.size;
  for (const leaf of leaves) {
    let node: TreeNode = { level: 0, position: size, hash: leaf };
    nodes.push(node);
    while (node.position % 2 === 1) {
      const left = peaks.pop();
      if (left === undefined) throw new RangeError('a tree edge has fewer peaks than its size needs');
      node = { level: node.level + 1, position: (node.position - 1) / 2, hash: nodeHash(left, node.hash) };
      nodes.push(node);
    }
    peaks.push(node.hash);
    size += 1;
  }
  return { edge: { size, peaks }, nodes };
}

/** The tree head (MTH). Of no leaves: SHA-256 of nothing. */
export function rootOf(edge: TreeEdge): Uint8Array {
  return fold(edge.peaks) ?? hash('sha256', Buffer.alloc(0), 'buffer');
}

function fold(peaks: readonly Uint8Array[]): Uint8Array | undefined {
  return peaks.reduceRight<Uint8Array | undefined>(
    (right, left) => (right === undefined ? left : nodeHash(left, right)),
    undefined,
  );
}

/** The complete subtrees a range of a proof is folded from, left to right. `from` must be a multiple of the largest of them. */
export function rangeNodes({ from, to }: LeafRange): NodePlace[] {
  const places: NodePlace[] = [];
  let at = from;
  while (at < to) {
    const level = Math.floor(Math.log2(to - at));
    places.push({ level, position: at / 2 ** level });
    at += 2 ** level;
  }
  return places;
}

/** The hash of a range: MTH(D[from:to]). */
export function rangeHash(range: LeafRange, read: ReadNode): Uint8Array {
  const root = fold(rangeNodes(range).map(read));
  if (root === undefined) throw new RangeError('an empty range has no hash in a proof');
  return root;
}

/** Largest power of two smaller than `size`, which is at least 2. */
function split(size: number): number {
  return 2 ** Math.floor(Math.log2(size - 1));
}

/**
 * The ranges whose hashes are the inclusion proof of leaf `index` in the tree of `size` leaves, from the leaf up:
 * PATH(m, D[n]) of RFC 6962 §2.1.1. Throws RangeError where there is no such leaf.
 */
export function inclusionRanges(index: number, size: number): LeafRange[] {
  if (!Number.isSafeInteger(index) || index < 0 || index >= size) throw new RangeError('no such leaf');
  const ranges: LeafRange[] = [];
  let [from, to] = [0, size];
  while (to - from > 1) {
    const middle = from + split(to - from);
    if (index < middle) {
      ranges.push({ from: middle, to });
      to = middle;
    } else {
      ranges.push({ from, to: middle });
      from = middle;
    }
  }
  return ranges.reverse();
}

/**
 * The ranges whose hashes prove that the tree of `size` leaves begins with the tree of `oldSize`:
 * PROOF(m, D[n]) of RFC 6962 §2.1.2. Empty where both are equal or the old tree is empty.
 */
export function consistencyRanges(oldSize: number, size: number): LeafRange[] {
  if (!Number.isSafeInteger(oldSize) || oldSize < 0 || oldSize > size) throw new RangeError('no such older tree');
  const ranges: LeafRange[] = [];
  if (oldSize === 0 || oldSize === size) return ranges;
  let [from, to, known] = [0, size, true];
  while (oldSize < to) {
    const middle = from + split(to - from);
    if (oldSize <= middle) {
      ranges.push({ from: middle, to });
      to = middle;
    } else {
      ranges.push({ from, to: middle });
      from = middle;
      known = false;
    }
  }
  if (!known) ranges.push({ from, to });
  return ranges.reverse();
}
