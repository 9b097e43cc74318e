import { qrCodeRuns } from '../../ui/qr/qr-code-paths.ts';
import { sealInk, sealMarkPaths } from '../../ui/seal/seal-mark-paths.ts';

export interface PictureWords {
  readonly hotel: string;
  readonly title: string;
  readonly codeLabel: string;
  readonly code: string;
  readonly stay: string;
  readonly caption: string;
}

const width = 1080;
const height = 1620;
const margin = 96;
const ink = '#1e2a2d';
const soft = '#414d50';
const sans = 'system-ui, -apple-system, "PingFang SC", "Noto Sans CJK SC", sans-serif';

/**
 * Draws the receipt to keep among one's pictures: hotel, seal, arrival code, and the guest's own link as a code to scan.
 * Throws Error where the browser doesn't draw.
 */
export function drawReceipt(
  document: Document,
  words: PictureWords,
  link: string,
  fingerprint: Uint8Array,
): HTMLCanvasElement {
  const canvas = document.createElement('canvas');
  canvas.width = width;
  canvas.height = height;
  const pen = canvas.getContext('2d');
  if (pen === null) throw new Error('this browser does not draw');
  pen.fillStyle = '#faf7f2';
  pen.fillRect(0, 0, width, height);
  drawSeal(pen, fingerprint);
  pen.textBaseline = 'alphabetic';
  line(pen, words.title, 44, soft, margin, 160, width - 2 * margin - 240);
  line(pen, words.hotel, 60, ink, margin, 236, width - 2 * margin - 240, 600);
  line(pen, words.stay, 36, soft, margin, 300, width - 2 * margin);
  line(pen, words.codeLabel, 36, soft, margin, 430, width - 2 * margin);
  pen.font = `600 132px ui-monospace, Menlo, Consolas, "DejaVu Sans Mono", monospace`;
  pen.fillStyle = ink;
  pen.fillText(`${words.code.slice(0, 3)} ${words.code.slice(3)}`, margin, 570, width - 2 * margin);
  const side = 760;
  drawCode(pen, link, (width - side) / 2, 650, side);
  pen.textAlign = 'center';
  line(pen, words.caption, 36, soft, width / 2, 650 + side + 90, width - 2 * margin);
  return canvas;
}

function line(
  pen: CanvasRenderingContext2D,
  text: string,
  size: number,
  colour: string,
  x: number,
  y: number,
  most: number,
  weight = 400,
): void {
  pen.font = `${weight} ${size}px ${sans}`;
  pen.fillStyle = colour;
  pen.fillText(text, x, y, most);
}

function drawSeal(pen: CanvasRenderingContext2D, fingerprint: Uint8Array): void {
  const { size, ground, strokes, strokeWidth } = sealMarkPaths(fingerprint);
  pen.save();
  pen.translate(width - margin - 200, 90);
  pen.scale(200 / size, 200 / size);
  pen.fillStyle = sealInk;
  paint(pen, new Path2D(ground));
  pen.strokeStyle = '#faf7f2';
  pen.lineWidth = strokeWidth;
  pen.lineCap = 'round';
  pen.lineJoin = 'round';
  pen.stroke(new Path2D(strokes));
  pen.restore();
}

function drawCode(pen: CanvasRenderingContext2D, text: string, x: number, y: number, side: number): void {
  const { size, runs } = qrCodeRuns(text);
  const module = Math.floor(side / size);
  const offset = Math.floor((side - module * size) / 2);
  pen.fillStyle = '#ffffff';
  pen.fillRect(x, y, side, side);
  pen.fillStyle = '#000000';
  for (const run of runs)
    pen.fillRect(x + offset + run.x * module, y + offset + run.y * module, run.length * module, module);
}

function paint(pen: CanvasRenderingContext2D, area: Path2D): void {
  pen.fill(area);
}
