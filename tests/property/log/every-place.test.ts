// Each thing that can be done to an entry, at each place of a real log, read the two ways people read one: by the command from a file,
// and by the page from files somebody chose.

import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { LogCheck, LogFinding } from '../../../src/crypto/log/log-check.ts';
import { verifyLogFiles } from '../../../src/guest/verify/log-files.ts';
import { parseCheckpoint } from '../../../src/protocol/checkpoint.ts';
import { logExportHeaderSchema } from '../../../src/protocol/log-export.ts';
import { runCommand } from '../../../src/verifier/run-command.ts';
import { entryLines, type ExportedHotel, exportedHotel, lineOf, rewrite } from '../../support/exported-log.ts';

let exported: ExportedHotel;
let folder: string;
/** The lines that hold entries. */
let places: number[];
let texts: string[];

beforeAll(async () => {
  exported = await exportedHotel(5);
  folder = await mkdtemp(join(tmpdir(), 'foyer-places-'));
  places = entryLines(exported.lines);
  texts = places.map((place) => {
    const line = lineOf(exported.lines[place] ?? '');
    return 'entry' in line ? line.entry : '';
  });
});

afterAll(() => rm(folder, { recursive: true }));

const wholeOf = (lines: readonly string[]) => `${lines.join('\n')}\n`;

/** Read by the page; the command must say the same, and end as it should. */
async function readTwice(lines: readonly string[], kind?: 'anchor' | 'receipt', kept = ''): Promise<LogCheck> {
  const [file, witness] = [join(folder, 'log.jsonl'), join(folder, 'kept')];
  await Promise.all([writeFile(file, wholeOf(lines)), writeFile(witness, kept)]);
  const page = await verifyLogFiles(
    {
      log: new Blob([wholeOf(lines)]),
      witnesses: kind === undefined ? [] : [new File([kept], 'kept')],
      fingerprint: null,
    },
    async () => {},
  );
  if (!page.ok) throw new TypeError(page.stranger);
  let out = '';
  const take = (text: string) => (out += text);
  const asked = ['verify-log', file, '--json', ...(kind === undefined ? [] : [`--${kind}`, witness])];
  const code = await runCommand(asked, { write: take, complain: take, isTerminal: false });
  expect(JSON.parse(out)).toEqual(page.check);
  expect(code).toBe(page.check.holds ? 0 : 1);
  return page.check;
}

const firstFinding = async (lines: readonly string[]): Promise<LogFinding | undefined> =>
  (await readTwice(lines)).findings[0];

/** The line of an entry with one character of its text changed. */
function flipped(place: number, at: number): string {
  const line = lineOf(exported.lines[place] ?? '');
  if (!('entry' in line)) throw new TypeError('not an entry');
  const { entry } = line;
  const where = at % entry.length;
  const other = String.fromCharCode(entry.charCodeAt(where) ^ 1);
  return JSON.stringify({ ...line, entry: entry.slice(0, where) + other + entry.slice(where + 1) });
}

describe('done to any entry, command and page name the first that is wrong', () => {
  it('as it is, both find nothing', async () => {
    expect(await firstFinding(exported.lines)).toBeUndefined();
  });

  it('a character flipped', async () => {
    for (const [index, place] of places.entries()) {
      const found = await firstFinding(exported.lines.with(place, flipped(place, index * 37 + 11)));
      expect(found).toMatchObject({ fault: 'entry-changed', index, line: place + 1 });
    }
  });

  it('dropped', async () => {
    for (const [index, place] of places.entries()) {
      const found = await firstFinding(exported.lines.toSpliced(place, 1));
      // What covers it says so where it was the last under a checkpoint, and the next entry where it wasn't.
      expect(found?.fault).toMatch(/^(?:entry-place|checkpoint-early|manifest-unlogged)$/);
      expect(found?.index).toBe(index);
    }
  });

  it('put in: a copy of another, and of itself with everything renumbered', async () => {
    for (const [index, place] of places.entries()) {
      const copy = exported.lines[places[(index + 2) % places.length] ?? 0] ?? '';
      expect(await firstFinding(exported.lines.toSpliced(place, 0, copy))).toMatchObject({
        fault: 'entry-place',
        index,
      });
      const own = lineOf(exported.lines[place] ?? '');
      if (!('entry' in own)) throw new TypeError('not an entry');
      const made = rewrite(exported.lines, (entries) => entries.toSpliced(index, 0, own.entry), null);
      const found = await firstFinding(made);
      expect(found).toBeDefined();
      // Copied to where it stands, it is one too many from the next place on.
      expect(found?.index ?? Infinity).toBeLessThanOrEqual(index + 1);
    }
  });

  it('changed places with any other', async () => {
    for (const [index, place] of places.entries()) {
      for (const [second, otherPlace] of places.entries()) {
        if (second <= index) continue;
        const swapped = exported.lines
          .with(place, exported.lines[otherPlace] ?? '')
          .with(otherPlace, exported.lines[place] ?? '');
        expect(await firstFinding(swapped)).toMatchObject({ fault: 'entry-place', index, found: second });
      }
    }
  });

  it('cut off where a checkpoint stands, in a file that says it is no longer than that', async () => {
    const [first = '', ...rest] = exported.lines;
    const header = logExportHeaderSchema.parse(JSON.parse(first));
    let checkpoints = 0;
    for (const [at, text] of rest.slice(0, -1).entries()) {
      const line = lineOf(text);
      if (!('checkpoint' in line)) continue;
      checkpoints += 1;
      const { size } = parseCheckpoint(line.checkpoint) ?? { size: 0 };
      const cut = [JSON.stringify({ ...header, size }), ...rest.slice(0, at + 1)];
      expect(await firstFinding(cut)).toMatchObject({ fault: 'export-missing', index: size });
    }
    expect(checkpoints).toBeGreaterThan(5);
    const later = JSON.stringify({ ...header, exportedAt: '2036-01-01T00:00:00+08:00' });
    expect(await firstFinding([later, ...rest])).toMatchObject({ fault: 'export-missing' });
  });

  it('cut off', async () => {
    for (const [index, place] of places.entries())
      expect(await firstFinding(exported.lines.slice(0, place))).toMatchObject({ fault: 'truncated', index });
  });
});

it('each checkpoint is named by its size: another root, another signature, none that can be read', async () => {
  for (const [at, text] of exported.lines.entries()) {
    const line = at === 0 ? null : lineOf(text);
    if (line === null || !('checkpoint' in line)) continue;
    const note = line.checkpoint;
    const { size } = parseCheckpoint(note) ?? { size: 0 };
    const withNote = (checkpoint: string) => exported.lines.with(at, JSON.stringify({ checkpoint }));
    const [origin = '', count = '', root = ''] = note.split('\n');
    const forged = exported.sign(size, new Uint8Array(32));
    expect(await firstFinding(withNote(forged))).toMatchObject({ fault: 'checkpoint-root', size });
    const otherRoot = `${origin}\n${count}\n${root.startsWith('A') ? 'B' : 'A'}${root.slice(1)}`;
    const unsigned = note.replace(`${origin}\n${count}\n${root}`, otherRoot);
    expect((await firstFinding(withNote(unsigned)))?.size).toBe(size);
    const spoilt = note.replace(/[^\n](?=[^\n]{20}\n$)/, (letter) => (letter === 'A' ? 'B' : 'A'));
    expect(await firstFinding(withNote(spoilt))).toMatchObject({ fault: 'checkpoint-key', size });
    expect(await firstFinding(withNote(note.slice(1)))).toHaveProperty('fault');
  }
});

describe('a log written anew from any entry on, every hash and signature made again by the hotel’s own key', () => {
  /** Another minute in the entry, and all that follows from it. */
  const from = (index: number) =>
    rewrite(exported.lines, (entries) => entries.with(index, otherMinute(entries[index] ?? '')), exported.sign);

  it('holds in itself, and any guest’s receipt from then or later shows it', async () => {
    for (const index of texts.keys()) {
      const forged = from(index);
      expect(await firstFinding(forged)).toBeUndefined();
      for (const receipt of exported.receipts) {
        const { size = 0 } = parseCheckpoint(receipt.checkpoint) ?? {};
        const { holds, findings } = await readTwice(forged, 'receipt', JSON.stringify(receipt));
        const shown = receipt.index === index ? 'receipt-entry' : 'receipt-contradicts';
        expect([index, size, holds, ...findings.map(({ fault }) => fault)]).toEqual(
          index < size ? [index, size, false, shown] : [index, size, true],
        );
      }
    }
  });

  it('is shown by an anchor from then or later', async () => {
    const { size = 0 } = parseCheckpoint(exported.anchor) ?? {};
    for (const index of texts.keys()) {
      const { holds, findings } = await readTwice(from(index), 'anchor', exported.anchor);
      expect([index, holds, ...findings.map(({ fault }) => fault)]).toEqual(
        index < size ? [index, false, 'anchor-contradicts'] : [index, true],
      );
    }
  });
});

function otherMinute(text: string): string {
  return text.replace(/(?<="time":"[^"]{11}\d\d:)\d\d/, (before) => (before === '59' ? '00' : '59'));
}
