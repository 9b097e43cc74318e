import { slowPath, slowRoot } from '../slow-tree.ts';
import type { ProofFile } from '../vector-files.ts';

const hex = (bytes: Uint8Array) => Buffer.from(bytes).toString('hex');

/** The eight entries the Certificate Transparency project tests its trees with; all of them happen to be ASCII. */
export const knownEntries = ['', '\u0000', '\u0010', ' !', '01', '@ABC', 'PQRSTUVW', '`abcdefghijklmno'];

export function proofCases(): ProofFile['cases'] {
  const cases: ProofFile['cases'] = [];
  for (let size = 1; size <= knownEntries.length; size++) {
    const leaves = knownEntries.slice(0, size);
    for (const [index, leaf] of leaves.entries()) {
      const proof = slowPath(index, leaves).map(hex);
      cases.push({
        name: `leaf ${index} of ${size}`,
        expect: `opened: ${hex(slowRoot(leaves))}`,
        leaf,
        index,
        size,
        proof,
      });
    }
  }
  const proof = slowPath(2, knownEntries).map(hex);
  const [first = '', ...others] = proof;
  const bad = (name: string, change: Partial<ProofFile['cases'][number]>) => ({
    name,
    expect: 'refused',
    leaf: knownEntries[2] ?? '',
    index: 2,
    size: 8,
    proof,
    ...change,
  });
  return [
    ...cases,
    bad('one hash short', { proof: others }),
    bad('one hash long', { proof: [...proof, first] }),
    bad('a hash of 31 bytes', { proof: [first.slice(2), ...others] }),
    bad('a hash of 33 bytes', { proof: [`${first}00`, ...others] }),
    bad('an index past the end', { index: 8 }),
    bad('an index below zero', { index: -1 }),
    bad('half an index', { index: 1.5 }),
    bad('an empty tree', { index: 0, size: 0, proof: [] }),
    bad('a size that is no number of leaves', { size: 2 ** 60 }),
  ];
}
