import { encode } from 'uqr';
import { escapeXml } from '../escape-xml.ts';

/** Modules of empty paper around a code (ISO/IEC 18004). */
export const quietZone = 4;

/** Dark modules side by side in one row. */
export interface QrCodeRun {
  readonly x: number;
  readonly y: number;
  readonly length: number;
}

export interface QrCodeRuns {
  /** Modules on a side, the quiet zone included. */
  readonly size: number;
  readonly runs: readonly QrCodeRun[];
}

/**
 * A QR code, row by row. Error correction M: a poster in a lobby gets scratched, a bigger code is harder to scan.
 *
 * @throws Error when the text is too long for a code
 */
export function qrCodeRuns(text: string): QrCodeRuns {
  const { data, size } = encode(text, { ecc: 'M', border: quietZone });
  const runs: QrCodeRun[] = [];
  for (const [y, row] of data.entries()) {
    let x = 0;
    while (x < size) {
      let length = 0;
      while (row[x + length] === true) length += 1;
      if (length > 0) runs.push({ x, y, length });
      x += length + 1;
    }
  }
  return { size, runs };
}

/** The dark modules as one path, one unit each; to be filled. Throws as `qrCodeRuns` does. */
export function qrCodePaths(text: string): { readonly size: number; readonly dark: string } {
  const { size, runs } = qrCodeRuns(text);
  return { size, dark: runs.map(({ x, y, length }) => `M${x} ${y}h${length}v1h-${length}z`).join('') };
}

/** The code as a file of its own: black on white, whatever the theme. */
export function qrCodeSvg(text: string, label: string): string {
  const { size, dark } = qrCodePaths(text);
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${size} ${size}" shape-rendering="crispEdges" role="img" ` +
    `aria-label="${escapeXml(label)}"><path d="M0 0h${size}v${size}H0z" fill="#ffffff"/><path d="${dark}" fill="#000000"/></svg>`
  );
}
