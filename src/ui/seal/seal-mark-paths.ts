import { escapeXml } from '../escape-xml.ts';

/**
 * A seal (印) drawn from the hotel's fingerprint: white strokes cut into a vermilion square, folded like seal script and
 * symmetrical, so that two of them can be told apart at a glance. The same bytes always give the same drawing; changing
 * how it is drawn would make phones differ from printed posters.
 */
export interface SealMarkPaths {
  /** Side of the square drawing, in its own units. */
  readonly size: number;
  /** The inked square with its worn edge; to be filled. */
  readonly ground: string;
  /** The carved lines; to be stroked with round ends, `strokeWidth` wide. */
  readonly strokes: string;
  readonly strokeWidth: number;
}

const size = 100;
const lines = 7;
const halfLines = 4;
const first = 15.5;
const step = 11.5;

/** @throws RangeError when the fingerprint is not 16 bytes */
export function sealMarkPaths(fingerprint: Uint8Array): SealMarkPaths {
  if (fingerprint.length !== 16) throw new RangeError('a fingerprint has 16 bytes');
  const random = draws(fingerprint);
  const strokes = carve(random);
  return { size, ground: wornSquare(random), strokes, strokeWidth: 5.6 };
}

/** The seal as a file of its own, in the colours of paper. */
export function sealMarkSvg(fingerprint: Uint8Array, label: string): string {
  const { ground, strokes, strokeWidth } = sealMarkPaths(fingerprint);
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${size} ${size}" role="img" aria-label="${escapeXml(label)}">` +
    `<path d="${ground}" fill="${sealInk}"/>` +
    `<path d="${strokes}" fill="none" stroke="#ffffff" stroke-width="${strokeWidth}" stroke-linecap="round" stroke-linejoin="round"/>` +
    '</svg>'
  );
}

/** Vermilion on paper; the same as `--seal` of the light theme in tokens.css. */
export const sealInk = '#c23b22';

/** A spanning tree over the left half's crossings, sideways steps preferred, then mirrored. */
function carve(random: () => number): string {
  const visited = new Set<string>(['3,0']);
  const trail: [number, number][] = [[3, 0]];
  let path = '';
  while (trail.length > 0) {
    const here = trail[trail.length - 1];
    if (here === undefined) break;
    const [x, y] = here;
    const open = neighbours(x, y).filter(([nx, ny]) => !visited.has(`${nx},${ny}`));
    const next = open[random() % Math.max(1, open.length)];
    if (next === undefined) {
      trail.pop();
      continue;
    }
    const [nx, ny] = next;
    visited.add(`${nx},${ny}`);
    trail.push([nx, ny]);
    path += segment(x, y, nx, ny);
    const mirrored = segment(lines - 1 - x, y, lines - 1 - nx, ny);
    if (x !== halfLines - 1 || nx !== halfLines - 1) path += mirrored;
  }
  return path;
}

function neighbours(x: number, y: number): [number, number][] {
  const sideways: [number, number][] = [
    [x - 1, y],
    [x + 1, y],
  ];
  const upright: [number, number][] = [
    [x, y - 1],
    [x, y + 1],
  ];
  // Listing the sideways steps twice makes them twice as likely: the folds of seal script run across.
  return [...sideways, ...sideways, ...upright].filter(
    ([nx, ny]) => nx >= 0 && nx < halfLines && ny >= 0 && ny < lines,
  );
}

function segment(x: number, y: number, nx: number, ny: number): string {
  return `M${at(x)} ${at(y)}L${at(nx)} ${at(ny)}`;
}

function at(line: number): number {
  return first + line * step;
}

/** Corner to corner in short steps, each a little inside the edge, as stone wears. */
function wornSquare(random: () => number): string {
  const steps = 9;
  const near = 3;
  const far = size - near;
  const side = Array.from({ length: steps }, (_, index) => near + 4 + ((far - near - 8) * index) / (steps - 1));
  const back = [...side].reverse();
  const wear = () => (random() % 16) / 10;
  const points = [
    ...side.map((along) => [along, near + wear()]),
    ...side.map((along) => [far - wear(), along]),
    ...back.map((along) => [along, far - wear()]),
    ...back.map((along) => [near + wear(), along]),
  ];
  return `M${points.map((point) => point.map((part) => part.toFixed(1)).join(' ')).join('L')}Z`;
}

/** xoshiro128** (Blackman and Vigna), seeded with all 16 bytes: a way of spreading them over the drawing, not a secret. */
function draws(seed: Uint8Array): () => number {
  const view = new DataView(seed.buffer, seed.byteOffset, 16);
  let [a, b, c, d] = [0x9e3779b9, 0x7f4a7c15, 0xf39cc060, 0x5cedc834];
  a ^= view.getUint32(0);
  b ^= view.getUint32(4);
  c ^= view.getUint32(8);
  d ^= view.getUint32(12);
  const rotate = (value: number, by: number) => (value << by) | (value >>> (32 - by));
  const draw = () => {
    const result = Math.imul(rotate(Math.imul(b, 5), 7), 9) >>> 0;
    const shifted = b << 9;
    c ^= a;
    d ^= b;
    b ^= c;
    a ^= d;
    c ^= shifted;
    d = rotate(d, 11);
    return result >>> 8;
  };
  for (let round = 0; round < 24; round += 1) draw();
  return draw;
}
