import { describe, expect, it } from 'vitest';
import { hashLeaf, rootFromInclusion } from '../../../src/crypto/merkle-proof.ts';
import { knownEntries } from '../../vectors/cases/proof-cases.ts';
import { slowPath, slowRoot } from '../../vectors/slow-tree.ts';

const hex = (bytes: Uint8Array) => Buffer.from(bytes).toString('hex');

// The Certificate Transparency project's own trees over its eight test entries (RFC 6962 §2.1; merkletree tests of
// google/certificate-transparency): heads of the trees of one to eight leaves.
const knownRoots = [
  '6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d',
  'fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125',
  'aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77',
  'd37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7',
  '4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4',
  '76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef',
  'ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c',
  '5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328',
];

describe('inclusion proofs', () => {
  it('lead to the known heads from every leaf of every known tree', () => {
    for (const [at, root] of knownRoots.entries()) {
      const leaves = knownEntries.slice(0, at + 1);
      expect(hex(slowRoot(leaves))).toBe(root);
      for (const [index, leaf] of leaves.entries()) {
        const found = rootFromInclusion(hashLeaf(leaf), index, leaves.length, slowPath(index, leaves));
        expect(found === null ? null : hex(found)).toBe(root);
      }
    }
  });

  it('lead to the head of no tree when leaf, index or size is another', () => {
    const leaves = Array.from({ length: 21 }, (_, i) => `entry ${i}`);
    const root = hex(slowRoot(leaves));
    for (const index of leaves.keys()) {
      const proof = slowPath(index, leaves);
      const hash = hashLeaf(leaves[index] ?? '');
      for (const wrong of leaves.keys()) {
        const found = rootFromInclusion(hash, wrong, leaves.length, proof);
        expect(found !== null && hex(found) === root).toBe(wrong === index);
      }
    }
  });

  it('a node can’t be passed off as a leaf, nor a leaf as a node', () => {
    const leaf = hex(hashLeaf('ab'));
    expect(leaf).not.toBe(hex(slowRoot(['a', 'b'])));
    expect(hex(hashLeaf(''))).not.toBe(hex(slowRoot([])));
  });

  it('sizes and places past 32 bits are counted, not wrapped', () => {
    const leaf = hashLeaf('x');
    const sibling = hashLeaf('y');
    // The last leaf of 2^40 + 1 stands alone on the right: one sibling.
    expect(rootFromInclusion(leaf, 2 ** 40, 2 ** 40 + 1, [sibling])).not.toBeNull();
    expect(rootFromInclusion(leaf, 2 ** 40, 2 ** 40 + 1, [sibling, sibling])).toBeNull();
    expect(
      rootFromInclusion(
        leaf,
        2 ** 40,
        2 ** 41,
        Array.from({ length: 41 }, () => sibling),
      ),
    ).not.toBeNull();
  });
});
