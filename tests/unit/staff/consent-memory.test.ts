// What a tablet refuses although the server says it: whatever is older than what it has seen.

import { expect, test } from 'vitest';
import type { DeskRow } from '../../../src/protocol/api.ts';
import { admitRow, firstSeen, pastKey } from '../../../src/staff/desk/consent-memory.ts';
import { sampleRow } from './sample-row.ts';

const hash = (letter: string) => letter.repeat(42) + 'A';
const bare = sampleRow();
const at = (changes: Partial<DeskRow>): DeskRow => ({
  ...bare,
  consentHash: hash('a'),
  purposes: ['offers'],
  ...changes,
});

const first = at({});
const takenBack = at({
  consentNumber: 2,
  consentHash: hash('b'),
  purposes: [],
  withdrawn: ['offers'],
  sealedUnder: {},
});
const givenAgain = at({
  consentNumber: 3,
  consentHash: hash('c'),
  sealedUnder: { offers: { number: 3, hash: hash('c') } },
});

/** The last row's verdict after the others were taken in their order. */
function verdict(...rows: DeskRow[]): 'admitted' | 'refused' {
  const [start, ...rest] = rows;
  if (start === undefined) throw new TypeError('no rows');
  let known = firstSeen(start);
  for (const [index, row] of rest.entries()) {
    const next = admitRow(known, row);
    if (next !== null) known = next;
    else if (index === rest.length - 1) return 'refused';
    else throw new Error(`row ${index + 1} was refused`);
  }
  return 'admitted';
}

test('taking back, giving again, arriving and deleting are newer, and so is the same row once more', () => {
  const arrived = at({ ...givenAgain, state: 'arrived' });
  const erased = at({ ...takenBack, state: 'erased', consentNumber: 4, consentHash: hash('d'), withdrawn: [] });
  expect(verdict(first, first, takenBack, takenBack, givenAgain, arrived, erased)).toBe('admitted');
});

const refused: readonly (readonly [string, readonly DeskRow[]])[] = [
  ['the row before a withdrawal', [first, takenBack, first]],
  ['a withdrawal after a new yes', [first, takenBack, givenAgain, takenBack]],
  ['another event under the same number', [first, takenBack, { ...takenBack, consentHash: hash('x') }]],
  ['a registration that was erased', [first, { ...takenBack, state: 'erased' }, takenBack]],
  ['an arrival undone', [{ ...first, state: 'arrived' }, first]],
  [
    'an old yes under a new number',
    [first, takenBack, { ...givenAgain, sealedUnder: { offers: { number: 1, hash: hash('a') } } }],
  ],
  [
    'an old envelope under a forged number',
    [first, takenBack, { ...givenAgain, sealedUnder: { offers: { number: 3, hash: hash('a') } } }],
  ],
  [
    'an envelope from before a correction',
    [
      first,
      { ...givenAgain, sealedUnder: { offers: { number: 3, hash: hash('c') } } },
      {
        ...givenAgain,
        consentNumber: 4,
        consentHash: hash('d'),
        sealedUnder: { offers: { number: 1, hash: hash('a') } },
      },
    ],
  ],
];

test.each(refused)('%s is refused', (_, rows) => {
  expect(verdict(...rows)).toBe('refused');
});

test('what the desk took back for a guest has no event of its own, and still comes back only with a new yes', () => {
  const byDesk = at({ purposes: [], withdrawn: ['offers'] });
  expect(verdict(first, byDesk, first)).toBe('refused');
  const again = { consentNumber: 2, consentHash: hash('b'), sealedUnder: { offers: { number: 2, hash: hash('b') } } };
  expect(verdict(first, byDesk, at(again))).toBe('admitted');
  // Also for a tablet that signs in only afterwards.
  expect(verdict(byDesk, first)).toBe('refused');
});

test('the envelopes that were replaced or taken back are known by their consent', () => {
  const known = admitRow(firstSeen(first), takenBack);
  expect(known?.past).toEqual(new Set([pastKey('offers', hash('a'))]));
  expect(known?.held.size).toBe(0);
});
