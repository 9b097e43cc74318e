import { expect, test } from 'vitest';
import {
  appendLeaves,
  consistencyRanges,
  emptyEdge,
  inclusionRanges,
  leafHash,
  rangeHash,
  type ReadNode,
  rootOf,
  type TreeEdge,
} from '../../../src/server/log/merkle-tree.ts';
import { rootFromInclusion } from '../../../src/crypto/merkle-proof.ts';
import { referenceConsistency, referencePath, referenceRoot } from '../../support/merkle-reference.ts';

const hex = (bytes: Uint8Array) => Buffer.from(bytes).toString('hex');

/** Appends texts in the given portions; keeps every node as a store would. */
function grow(texts: readonly string[], portions: readonly number[] = texts.map(() => 1)) {
  const stored = new Map<string, Uint8Array>();
  const edges: TreeEdge[] = [emptyEdge];
  let at = 0;
  for (const portion of portions) {
    const leaves = texts.slice(at, at + portion).map(leafHash);
    at += portion;
    const grown = appendLeaves(edges.at(-1) ?? emptyEdge, leaves);
    for (const { level, position, hash } of grown.nodes) {
      expect(stored.has(`${level}.${position}`), 'a node is written once').toBe(false);
      stored.set(`${level}.${position}`, hash);
    }
    edges.push(grown.edge);
  }
  const read: ReadNode = ({ level, position }) => {
    const hash = stored.get(`${level}.${position}`);
    if (hash === undefined) throw new RangeError('no such node');
    return hash;
  };
  return { edge: edges.at(-1) ?? emptyEdge, read };
}

test('gives the roots of the test vectors that certificate transparency published for RFC 6962', () => {
  // certificate-transparency/merkletree/merkle_tree_test.cc: leaves and roots at sizes 1 to 8.
  const leaves = ['', '00', '10', '2021', '3031', '40414243', '5051525354555657', '606162636465666768696a6b6c6d6e6f'];
  const roots = [
    '6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d',
    'fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125',
    'aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77',
    'd37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7',
    '4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4',
    '76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef',
    'ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c',
    '5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328',
  ];
  // These leaves are plain ASCII as text, so they can stand as entries.
  const texts = leaves.map((leaf) => Buffer.from(leaf, 'hex').toString('latin1'));
  let edge = emptyEdge;
  expect(hex(rootOf(edge))).toBe('e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855');
  for (const [at, leaf] of texts.entries()) {
    edge = appendLeaves(edge, [leafHash(leaf)]).edge;
    expect(hex(rootOf(edge))).toBe(roots[at]);
  }
});

test('every root, inclusion proof and consistency proof up to 40 leaves is the slow reference’s', async () => {
  const texts = Array.from({ length: 40 }, (_, n) => `entry ${n}`);
  const data = texts.map((text) => Buffer.from(text));
  const { read } = grow(texts);
  for (let size = 1; size <= texts.length; size++) {
    const part = data.slice(0, size);
    expect(hex(rootOf(grow(texts.slice(0, size)).edge))).toBe(hex(referenceRoot(part)));
    for (let index = 0; index < size; index++) {
      const proof = inclusionRanges(index, size).map((range) => rangeHash(range, read));
      expect(proof.map(hex)).toEqual(referencePath(index, part).map(hex));
    }
    for (let old = 0; old <= size; old++) {
      const proof = consistencyRanges(old, size).map((range) => rangeHash(range, read));
      expect(proof.map(hex)).toEqual(referenceConsistency(old, part).map(hex));
    }
  }
});

test('what phones verify with accepts the server’s proofs, and no other', () => {
  const texts = Array.from({ length: 21 }, (_, n) => `entry ${n}`);
  const { edge, read } = grow(texts);
  for (const [index, text] of texts.entries()) {
    const proof = inclusionRanges(index, texts.length).map((range) => new Uint8Array(rangeHash(range, read)));
    const leaf = new Uint8Array(leafHash(text));
    const root = rootFromInclusion(leaf, index, texts.length, proof);
    expect(root === null ? null : hex(root)).toBe(hex(rootOf(edge)));
    const other = rootFromInclusion(leaf, (index + 1) % texts.length, texts.length, proof);
    expect(other === null ? null : hex(other)).not.toBe(hex(rootOf(edge)));
  }
});

test('portions make no difference to the tree', () => {
  const texts = Array.from({ length: 100 }, (_, n) => `entry ${n}`);
  const one = grow(texts);
  for (const portions of [[100], [1, 99], [64, 36], [37, 0, 1, 62], [3, 5, 8, 13, 21, 34, 16]]) {
    expect(hex(rootOf(grow(texts, portions).edge))).toBe(hex(rootOf(one.edge)));
  }
});

test('a leaf or an older tree that isn’t there has no proof', () => {
  expect(() => inclusionRanges(3, 3)).toThrow(RangeError);
  expect(() => inclusionRanges(-1, 3)).toThrow(RangeError);
  expect(() => inclusionRanges(0.5, 3)).toThrow(RangeError);
  expect(() => consistencyRanges(4, 3)).toThrow(RangeError);
});
