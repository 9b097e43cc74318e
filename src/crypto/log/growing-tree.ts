import { hashNode } from '../merkle-proof.ts';

/** The Merkle tree of RFC 6962 §2.1 while its leaves come one by one: keeps the heads of its complete subtrees, nothing else. */
export class GrowingTree {
  #size = 0;
  /** Left to right; one per 1 in the binary form of the size. */
  readonly #peaks: Uint8Array<ArrayBuffer>[] = [];

  /** Number of leaves. */
  get size(): number {
    return this.#size;
  }

  /** @param leaf a leaf's hash, 32 bytes */
  append(leaf: Uint8Array<ArrayBuffer>): void {
    let node = leaf;
    for (let position = this.#size; position % 2 === 1; position = (position - 1) / 2) {
      const left = this.#peaks.pop();
      if (left === undefined) throw new RangeError('a tree has fewer peaks than its size needs');
      node = hashNode(left, node);
    }
    this.#peaks.push(node);
    this.#size += 1;
  }

  /** The tree head. Throws RangeError where there is no leaf yet. */
  root(): Uint8Array<ArrayBuffer> {
    let root = this.#peaks.at(-1);
    if (root === undefined) throw new RangeError('a tree without leaves');
    for (const left of this.#peaks.slice(0, -1).reverse()) root = hashNode(left, root);
    return root;
  }
}
