import { expect, test } from 'vitest';
import type { DeskEntry } from '../../../src/staff/desk/desk-entry.ts';
import { firstSeen } from '../../../src/staff/desk/consent-memory.ts';
import { togetherWith } from '../../../src/staff/desk/together-with.ts';
import { sampleRow } from './sample-row.ts';

function entry(registration: string, party?: string): DeskEntry {
  const row = sampleRow({ registration, ...(party === undefined ? {} : { party }) });
  return { row, code: 'ABC123', card: null, desk: null, broken: false, consents: firstSeen(row), olderRefused: false };
}

test('everybody who named the same guest is beside each other, that guest first', () => {
  const [lead, first, second, alone] = [entry('lead'), entry('one', 'lead'), entry('two', 'lead'), entry('other')];
  const everyone = [first, second, alone, lead];
  expect(togetherWith(everyone, lead)).toEqual([first, second]);
  expect(togetherWith(everyone, first)).toEqual([lead, second]);
  expect(togetherWith(everyone, alone)).toEqual([]);
});

test('companions find each other where the first guest is not there', () => {
  const [first, second] = [entry('one', 'gone'), entry('two', 'gone')];
  expect(togetherWith([first, second], first)).toEqual([second]);
});
