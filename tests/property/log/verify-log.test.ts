// Whatever is done to any entry of an exported log is found and named: by a file's editor, by somebody who writes the database, and,
// with an anchor or a receipt from before, by somebody who holds the receipt key as well.

import * as fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { check, entryLines, type ExportedHotel, exportedHotel, lineOf, rewrite } from '../../support/exported-log.ts';

let exported: ExportedHotel;
/** Lines that hold entries. */
let places: number[];
let texts: string[];

beforeAll(async () => {
  exported = await exportedHotel();
  places = entryLines(exported.lines);
  texts = exported.lines.slice(1).flatMap((text) => {
    const line = lineOf(text);
    return 'entry' in line ? [line.entry] : [];
  });
});

type Act = 'flip' | 'drop' | 'insert' | 'swap' | 'truncate';
const acts: readonly Act[] = ['flip', 'drop', 'insert', 'swap', 'truncate'];

/** One act on a list; null where it changes nothing there. */
function changed(list: readonly string[], act: Act, at: number, other: number): string[] | null {
  const copy = [...list];
  switch (act) {
    case 'flip':
      copy[at] = flip(copy[at] ?? '', other);
      break;
    case 'drop':
      copy.splice(at, 1);
      break;
    case 'insert':
      copy.splice(at, 0, copy[other % copy.length] ?? '');
      break;
    case 'swap': {
      const next = (at + 1 + (other % (copy.length - 1))) % copy.length;
      [copy[at], copy[next]] = [copy[next] ?? '', copy[at] ?? ''];
      break;
    }
    case 'truncate':
      copy.length = Math.max(1, at);
      break;
  }
  return JSON.stringify(copy) === JSON.stringify(list) ? null : copy;
}

/** Another minute of the same hour: as likely a lie as any, and the text stays an entry. */
function flip(text: string, by: number): string {
  return text.replace(/(?<="time":"[^"]{11}\d\d:)\d\d/, (before) =>
    String((Number(before) + 1 + (by % 58)) % 60).padStart(2, '0'),
  );
}

const anywhere = fc.record({ act: fc.constantFrom(...acts), at: fc.nat(), other: fc.nat() });

describe('an exported log', () => {
  it('holds as it is, with every anchor and receipt, and says what it read', async () => {
    const { lines, anchor, receipts, hotel } = exported;
    const whole = await check(lines, { anchors: [anchor], receipts, fingerprint: hotel.root.keyId });
    expect(whole).toMatchObject({ holds: true, findings: [], entries: texts.length, manifests: 2 });
    expect(whole.witnesses.map(({ outcome }) => outcome)).toEqual([anchor, ...receipts].map(() => 'agrees'));
  });

  it('shows anything done to its lines, at the first entry it was done to', async () => {
    await fc.assert(
      fc.asyncProperty(anywhere, async ({ act, at, other }) => {
        const { lines } = exported;
        const place = places[at % places.length] ?? 0;
        const index = places.indexOf(place);
        const bad = lines.slice();
        if (act === 'flip') {
          const line = lineOf(lines[place] ?? '');
          if (!('entry' in line)) throw new TypeError('not an entry');
          bad[place] = JSON.stringify({ ...line, entry: flip(line.entry, other) });
        } else if (act === 'drop') bad.splice(place, 1);
        else if (act === 'insert') bad.splice(place, 0, lines[places[other % places.length] ?? 0] ?? '');
        else if (act === 'swap') {
          const next = places[(index + 1) % places.length] ?? 0;
          [bad[place], bad[next]] = [lines[next] ?? '', lines[place] ?? ''];
        } else bad.length = place;
        const { holds, findings } = await check(bad);
        expect(holds).toBe(false);
        // The same entry twice is one too many at the second.
        const first = act === 'swap' && index === places.length - 1 ? 0 : index;
        const named = findings[0]?.index ?? -1;
        expect(named).toBeGreaterThanOrEqual(Math.min(first, named));
        expect([first, first + 1]).toContain(named);
      }),
      { numRuns: 150 },
    );
  });

  it('shows a database that was rewritten to fit, at the checkpoint that covers the first wrong entry', async () => {
    await fc.assert(
      fc.asyncProperty(anywhere, async ({ act, at, other }) => {
        const made = changed(texts, act, at % texts.length, other);
        if (made === null) return;
        const forged = rewrite(exported.lines, () => made, null);
        // Cut off where a checkpoint was signed, the rest is true: only what saw more shows it.
        const last = lineOf(exported.lines.at(-1) ?? '');
        const anchors = 'checkpoint' in last ? [last.checkpoint] : [];
        const { holds, findings } = await check(forged, { anchors });
        const differs = made.findIndex((text, index) => texts[index] !== text);
        const first = differs === -1 ? made.length : differs;
        expect(holds).toBe(false);
        if (made.length <= first && findings[0]?.fault === 'anchor-longer') return;
        expect(findings[0]?.index ?? Infinity).toBeLessThanOrEqual(first);
        expect(findings[0]?.through ?? findings[0]?.index ?? -1).toBeGreaterThanOrEqual(
          Math.min(first, made.length - 1),
        );
      }),
      { numRuns: 150 },
    );
  });

  it('shows what was signed anew by the receipt key too, to whoever holds an anchor or a receipt from before', async () => {
    const { lines, sign, anchor, receipts } = exported;
    const anchored = 9;
    await fc.assert(
      fc.asyncProperty(anywhere, async ({ act, at, other }) => {
        const made = changed(texts, act, at % anchored, other % anchored);
        // The first entry is the first manifest's: without it there is no hotel to sign for.
        if (made === null || made[0] !== texts[0]) return;
        const forged = rewrite(lines, () => made, sign);
        if ((await check(forged)).findings[0]?.fault.startsWith('manifest') === true) return;
        expect(await check(forged)).toMatchObject({ holds: true });
        const byAnchor = await check(forged, { anchors: [anchor] });
        expect(byAnchor.findings[0]?.fault).toMatch(/^anchor-(?:contradicts|longer)$/);
        const byReceipt = await check(forged, { receipts: [receipts.at(-1)] });
        expect(byReceipt.findings[0]?.fault).toMatch(/^receipt-(?:contradicts|longer|entry|manifest)$/);
      }),
      { numRuns: 100 },
    );
  });
});
