import { sealInk, sealMarkPaths } from '../../ui/seal/seal-mark-paths.ts';

export interface CertificateWords {
  readonly title: string;
  readonly hotel: string;
  /** Label and value, in order; values may be long. */
  readonly facts: readonly (readonly [string, string])[];
  readonly caption: string;
}

const width = 1080;
const margin = 96;
const paper = '#faf7f2';
const ink = '#1e2a2d';
const soft = '#414d50';
const sans = 'system-ui, -apple-system, "PingFang SC", "Noto Sans CJK SC", sans-serif';

/** Draws the certificate to keep among one's pictures. Throws Error where the browser doesn't draw. */
export function drawCertificate(
  document: Document,
  words: CertificateWords,
  fingerprint: Uint8Array,
): HTMLCanvasElement {
  const canvas = document.createElement('canvas');
  const measure = canvas.getContext('2d');
  if (measure === null) throw new Error('this browser does not draw');
  const room = width - 2 * margin;
  const blocks = words.facts.map(([label, value]) => {
    measure.font = `400 38px ${sans}`;
    return { label, lines: wrap(measure, value, room) };
  });
  measure.font = `400 32px ${sans}`;
  const caption = wrap(measure, words.caption, room);
  const height =
    420 + blocks.reduce((sum, { lines }) => sum + 62 + lines.length * 54 + 26, 0) + caption.length * 48 + 120;
  canvas.width = width;
  canvas.height = height;
  // Setting the size wiped the pen as well.
  const pen = canvas.getContext('2d');
  if (pen === null) throw new Error('this browser does not draw');
  pen.fillStyle = paper;
  pen.fillRect(0, 0, width, height);
  drawSeal(pen, fingerprint);
  write(pen, words.title, `600 64px ${sans}`, ink, 190, room - 240);
  write(pen, words.hotel, `400 44px ${sans}`, soft, 260, room - 240);
  let y = 400;
  for (const { label, lines } of blocks) {
    write(pen, label, `400 32px ${sans}`, soft, y, room);
    y += 54;
    for (const line of lines) {
      write(pen, line, `400 38px ${sans}`, ink, y, room);
      y += 54;
    }
    y += 34;
  }
  y += 20;
  for (const line of caption) {
    write(pen, line, `400 32px ${sans}`, soft, y, room);
    y += 48;
  }
  return canvas;
}

function write(pen: CanvasRenderingContext2D, text: string, font: string, colour: string, y: number, most: number) {
  pen.font = font;
  pen.fillStyle = colour;
  pen.fillText(text, margin, y, most);
}

/** Breaks at spaces, and in Chinese between any two characters. */
function wrap(pen: CanvasRenderingContext2D, text: string, room: number): string[] {
  const lines: string[] = [];
  let line = '';
  for (const token of text.match(/[\p{Script=Latin}\p{N}\p{P}]+\s*|\s+|[^]/gu) ?? []) {
    if (line !== '' && pen.measureText(line + token).width > room) {
      lines.push(line.trimEnd());
      line = token.trimStart();
    } else line += token;
  }
  return line === '' ? lines : [...lines, line];
}

function drawSeal(pen: CanvasRenderingContext2D, fingerprint: Uint8Array): void {
  const { size, ground, strokes, strokeWidth } = sealMarkPaths(fingerprint);
  pen.save();
  pen.translate(width - margin - 200, 90);
  pen.scale(200 / size, 200 / size);
  pen.fillStyle = sealInk;
  paint(pen, new Path2D(ground));
  pen.strokeStyle = paper;
  pen.lineWidth = strokeWidth;
  pen.lineCap = 'round';
  pen.lineJoin = 'round';
  pen.stroke(new Path2D(strokes));
  pen.restore();
}

function paint(pen: CanvasRenderingContext2D, area: Path2D): void {
  pen.fill(area);
}
