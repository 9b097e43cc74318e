import { describe, expect, it } from 'vitest';
import { hashLeaf, isConsistent, rootFromInclusion } from '../../../src/crypto/merkle-proof.ts';
import {
  appendLeaves,
  consistencyRanges,
  emptyEdge,
  inclusionRanges,
  leafHash,
  type NodePlace,
  rangeHash,
  rootOf,
  type TreeEdge,
} from '../../../src/server/log/merkle-tree.ts';
import { slowPath, slowRoot } from '../../vectors/slow-tree.ts';

const leaves = Array.from({ length: 70 }, (_, i) => `{"entry":${i},"名":"住"}`);

/** A log as the server keeps it: stored nodes and an edge, filled in steps of `step` leaves. */
function grow(step: number) {
  const stored = new Map<string, Uint8Array>();
  const heads: Uint8Array[] = [rootOf(emptyEdge)];
  let edge: TreeEdge = emptyEdge;
  for (let at = 0; at < leaves.length; at += step) {
    const grown = appendLeaves(edge, leaves.slice(at, at + step).map(leafHash));
    for (const { level, position, hash } of grown.nodes) stored.set(`${level}.${position}`, hash);
    edge = grown.edge;
    heads[edge.size] = rootOf(edge);
  }
  const read = ({ level, position }: NodePlace) => {
    const node = stored.get(`${level}.${position}`);
    if (node === undefined) throw new Error(`no node ${level}.${position}`);
    return node;
  };
  return { heads, read };
}

describe('what the server proves, the phone verifies', () => {
  it('every leaf of every size, with the very proofs of RFC 6962', () => {
    const { heads, read } = grow(1);
    for (let size = 1; size <= leaves.length; size++) {
      const head = Buffer.from(slowRoot(leaves.slice(0, size))).toString('hex');
      expect(Buffer.from(heads[size] ?? []).toString('hex')).toBe(head);
      for (let index = 0; index < size; index += size < 20 ? 1 : 7) {
        const proof = inclusionRanges(index, size).map((range) => new Uint8Array(rangeHash(range, read)));
        expect(proof).toEqual(slowPath(index, leaves.slice(0, size)));
        const root = rootFromInclusion(hashLeaf(leaves[index] ?? ''), index, size, proof);
        expect(Buffer.from(root ?? []).toString('hex')).toBe(head);
      }
    }
  });

  it('that every older tree is inside, and no other is', () => {
    const { heads, read } = grow(1);
    const tree = (size: number) => ({ size, root: new Uint8Array(heads[size] ?? []) });
    for (let size = 1; size <= 40; size++) {
      for (let older = 1; older <= size; older++) {
        const proof = consistencyRanges(older, size).map((range) => new Uint8Array(rangeHash(range, read)));
        const held = (old: typeof older, changed = proof) => isConsistent(tree(old), tree(size), changed);
        expect(held(older)).toBe(true);
        expect(isConsistent({ size: older, root: tree(older + 1).root }, tree(size), proof)).toBe(false);
        expect(isConsistent(tree(older), { size, root: tree(size + 1).root }, proof)).toBe(false);
        expect(held(older, [...proof, tree(3).root])).toBe(false);
        // Nothing to leave out between a tree and itself; nothing older than one leaf.
        expect(proof.length > 0 && held(older, proof.slice(1))).toBe(false);
        expect(older > 1 && older < size && held(older - 1)).toBe(false);
      }
    }
    expect(isConsistent(tree(5), tree(4), [])).toBe(false);
    expect(isConsistent(tree(0), tree(4), [])).toBe(false);
  });

  it('however many leaves come in one commit', () => {
    for (const step of [2, 3, 7, 64, 70]) {
      const { heads } = grow(step);
      expect(Buffer.from(heads[70] ?? [])).toEqual(Buffer.from(slowRoot(leaves)));
    }
  });

  it('both hash a leaf alike, text of any script', () => {
    for (const text of ['', 'a', '陈 ○', '\u0000', '😀'])
      expect(new Uint8Array(leafHash(text))).toEqual(hashLeaf(text));
  });
});
