import { appendFileSync, readFileSync, writeFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import {
  ErasureLedger,
  type LedgerDisk,
  type LedgerLine,
  realDisk,
} from '../../../src/server/store/sqlite/erasure-ledger.ts';
import { StartRefused } from '../../../src/server/store/sqlite/open-database.ts';
import { StorageUnavailable } from '../../../src/server/store/store.ts';
import { fixtureId } from '../../support/server-fixtures.ts';

let folder: string;
let path: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'foyer-ledger-'));
  path = join(folder, 'foyer.erasures');
});

afterEach(() => rm(folder, { recursive: true }));

const line = (): LedgerLine => ({
  format: 'foyer-erasure/1',
  id: fixtureId(),
  property: '7k2m9x4qpd',
  registration: fixtureId(),
  classes: ['offers'],
  through: 2,
  at: 1_795_255_200_000,
  ended: false,
  held: [],
  sealedOff: [],
});

const text = () => readFileSync(path, 'utf8');
const written = (...lines: LedgerLine[]) => lines.map((one) => `${JSON.stringify(one)}\n`).join('');

function stay(ledger: ErasureLedger, ...lines: LedgerLine[]): void {
  ledger.append(lines);
  ledger.keep();
}

/** Opens the file anew, as the next start does, and gives what is in it. */
function next(): LedgerLine[] {
  const ledger = new ErasureLedger(path);
  const lines = ledger.lines();
  ledger.close();
  return lines;
}

/** A disk on which one write stops after some bytes, and then `truncate` may fail some times too. */
function fullDisk(bytes: number, truncations: number): LedgerDisk & { full: boolean } {
  let left = truncations;
  const disk = {
    ...realDisk,
    full: false,
    write: (file: number, data: Uint8Array, from: number) => {
      if (!disk.full) return realDisk.write(file, data, from);
      if (from > 0) throw new Error('ENOSPC');
      return realDisk.write(file, data.subarray(0, bytes), from);
    },
    truncate: (file: number, length: number) => {
      left -= 1;
      if (left >= 0) throw new Error('EIO');
      realDisk.truncate(file, length);
    },
  };
  return disk;
}

test.each([0, 1])('after a short write the next line stands on its own (%i truncations fail)', (truncations) => {
  const disk = fullDisk(40, truncations);
  const ledger = new ErasureLedger(path, disk);
  const [first, second, third] = [line(), line(), line()];
  stay(ledger, first);
  disk.full = true;
  expect(() => ledger.append([second])).toThrow(StorageUnavailable);
  disk.full = false;
  expect(ledger.has(second.id)).toBe(false);
  expect(text() === written(first)).toBe(truncations === 0);
  stay(ledger, third);
  ledger.close();
  expect(text()).toBe(written(first, third));
  expect(next()).toEqual([first, third]);
});

test('what isn’t kept is gone, also where the first try to cut it off fails', () => {
  for (const truncations of [0, 1]) {
    const ledger = new ErasureLedger(path, fullDisk(0, truncations));
    ledger.append([line()]);
    ledger.undo();
    ledger.close();
    expect(next()).toEqual([]);
  }
});

test('a last line that was cut off goes; blank lines are nothing; a whole one without its end is kept', () => {
  const [first, second, third] = [line(), line(), line()];
  writeFileSync(path, `\n${written(first)}\n  \n${written(second)}`);
  appendFileSync(path, '{"format":"foyer-era');
  expect(next()).toEqual([first, second]);
  expect(text()).toBe(`\n${written(first)}\n  \n${written(second)}`);
  appendFileSync(path, JSON.stringify(third));
  expect(next()).toEqual([first, second, third]);
  expect(text().endsWith(written(third))).toBe(true);
});

test.each(['{"format":"foyer-era', '{"format":"foyer-erasure/2"}', 'null', '\u0000\u0000'])(
  'a line in the middle that can’t be read (%j) stops the start by its number, and the file stays as it was',
  (damage) => {
    const before = `${written(line())}\n${damage}\n${written(line())}`;
    writeFileSync(path, before);
    expect(() => new ErasureLedger(path)).toThrow(StartRefused);
    expect(() => new ErasureLedger(path)).toThrow(/line 3 of foyer\.erasures/);
    expect(text()).toBe(before);
  },
);
