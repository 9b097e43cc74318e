import type { Language } from '../../protocol/languages.ts';
import { qrCodePaths } from '../../ui/qr/qr-code-paths.ts';
import { fingerprintWords } from '../../ui/seal/fingerprint-words.ts';
import { sealInk, sealMarkPaths } from '../../ui/seal/seal-mark-paths.ts';
import { breakLines, fitSize } from './fit-text.ts';

/** What one language says on the poster. */
export interface PosterWords {
  readonly language: Language;
  readonly hotel: string;
  readonly line: string;
  readonly compare: string;
  /** Which poster it is, small, for whoever hangs it. */
  readonly channel: string;
}

export interface PosterContent {
  /** The address inside the code. */
  readonly url: string;
  /** The site's name as people read it. */
  readonly site: string;
  readonly fingerprint: Uint8Array;
  /** The hotel's languages, its first first. */
  readonly words: readonly PosterWords[];
}

/** Filled or stroked, drawn in units of its own: moved to x, y (millimetres) and scaled. */
export interface DrawnPath {
  readonly kind: 'path';
  readonly d: string;
  readonly x: number;
  readonly y: number;
  readonly scale: number;
  readonly colour: string;
  /** In the path's own units; null fills. */
  readonly strokeWidth: number | null;
}

export interface DrawnText {
  readonly kind: 'text';
  readonly text: string;
  readonly language: Language | null;
  /** Millimetres; y is the baseline. */
  readonly x: number;
  readonly y: number;
  readonly size: number;
  readonly bold: boolean;
  /** Headings in Chinese, as on the screens. */
  readonly song?: boolean;
  readonly anchor: 'start' | 'middle' | 'end';
  readonly colour: string;
}

/** A sheet of paper, in millimetres. */
export interface Drawing {
  readonly width: number;
  readonly height: number;
  readonly shapes: readonly (DrawnPath | DrawnText)[];
}

// Ink on white paper, the same as `--ink` and `--ink-soft` of the light theme in tokens.css.
const ink = '#1e2a2d';
const soft = '#414d50';
const black = '#000000';
const paper = '#ffffff';

const sheet = { width: 210, height: 297 } as const;
const margin = 18;
const middle = sheet.width / 2;
const measure = sheet.width - 2 * margin;
const codeSide = 118;
const codeTop = 98;

/** An A4 poster: the hotel, one line a language, the code, the site's name, the seal with its words. */
export function posterDrawing(content: PosterContent): Drawing {
  const shapes: (DrawnPath | DrawnText)[] = [
    { kind: 'path', d: `M0 0h210v297H0z`, x: 0, y: 0, scale: 1, colour: paper, strokeWidth: null },
    ...names(content.words),
    ...lines(content.words),
  ];
  const code = qrCodePaths(content.url);
  shapes.push({
    kind: 'path',
    d: code.dark,
    x: middle - codeSide / 2,
    y: codeTop,
    scale: codeSide / code.size,
    colour: black,
    strokeWidth: null,
  });
  const site = { language: null, bold: true, anchor: 'middle', colour: ink } as const;
  const siteSize = fitSize(content.site, measure, 6.2, 3.4);
  shapes.push({ kind: 'text', text: content.site, x: middle, y: codeTop + codeSide + 6, size: siteSize, ...site });
  shapes.push(...seal(content));
  return { ...sheet, shapes };
}

function names(words: readonly PosterWords[]): DrawnText[] {
  const drawn: DrawnText[] = [];
  let y = 32;
  for (const [index, { hotel, language }] of words.entries()) {
    if (words.slice(0, index).some((other) => other.hotel === hotel)) continue;
    const size = fitSize(hotel, measure, index === 0 ? 15 : 8, 6);
    for (const text of breakLines(hotel, measure / size).slice(0, 2)) {
      drawn.push({
        kind: 'text',
        text,
        language,
        x: middle,
        y,
        size,
        bold: index === 0,
        song: language.startsWith('zh'),
        anchor: 'middle',
        colour: ink,
      });
      y += size * 1.25;
    }
    y += 1;
  }
  return drawn;
}

function lines(words: readonly PosterWords[]): DrawnText[] {
  const size = words.length > 3 ? 4.2 : 5.2;
  const all = words.flatMap(({ line, language }) =>
    breakLines(line, measure / size).map((text) => ({ text, language })),
  );
  const first = codeTop - 4 - (all.length - 1) * size * 1.5;
  return all.map(({ text, language }, index) => ({
    kind: 'text',
    text,
    language,
    x: middle,
    y: first + index * size * 1.5,
    size,
    bold: false,
    anchor: 'middle',
    colour: soft,
  }));
}

function seal({ fingerprint, words }: PosterContent): (DrawnPath | DrawnText)[] {
  const mark = sealMarkPaths(fingerprint);
  const side = 32;
  const top = sheet.height - margin - side;
  const at = { kind: 'path', x: margin + 4, y: top, scale: side / mark.size } as const;
  const drawn: (DrawnPath | DrawnText)[] = [
    { ...at, d: mark.ground, colour: sealInk, strokeWidth: null },
    { ...at, d: mark.strokes, colour: paper, strokeWidth: mark.strokeWidth },
  ];
  const x = margin + 4 + side + 8;
  const step = Math.min(16, side / Math.max(1, words.length));
  for (const [index, { language, compare }] of words.entries()) {
    const y = top + (side - step * words.length) / 2 + step * index + step / 2;
    const shared = { kind: 'text', language, x, anchor: 'start' } as const;
    drawn.push({ ...shared, text: compare, y: y - 1.6, size: 3.4, bold: false, colour: soft });
    const four = fingerprintWords(fingerprint, language).join(' · ');
    drawn.push({ ...shared, text: four, y: y + 4.2, size: 5, bold: true, colour: ink });
  }
  const channel = words.map((word) => word.channel).join(' · ');
  const corner = { language: null, x: sheet.width - margin, y: sheet.height - 10, anchor: 'end' } as const;
  drawn.push({ kind: 'text', text: channel, size: 3, bold: false, colour: soft, ...corner });
  return drawn;
}
