import { encode } from 'uqr';
import { escapeXml } from '../escape-xml.ts';

/** Modules of empty paper around a code (ISO/IEC 18004). */
export const quietZone = 4;

export interface QrCodePaths {
  /** Modules on a side, the quiet zone included. */
  readonly size: number;
  /** The dark modules, one unit each; to be filled. */
  readonly dark: string;
}

/**
 * A QR code as one path. Error correction M: a poster in a lobby gets scratched, a bigger code is harder to scan.
 *
 * @throws Error when the text is too long for a code
 */
export function qrCodePaths(text: string): QrCodePaths {
  const { data, size } = encode(text, { ecc: 'M', border: quietZone });
  let dark = '';
  for (const [y, row] of data.entries()) {
    let x = 0;
    while (x < size) {
      let run = 0;
      while (row[x + run] === true) run += 1;
      if (run > 0) dark += `M${x} ${y}h${run}v1h-${run}z`;
      x += run + 1;
    }
  }
  return { size, dark };
}

/** The code as a file of its own: black on white, whatever the theme. */
export function qrCodeSvg(text: string, label: string): string {
  const { size, dark } = qrCodePaths(text);
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${size} ${size}" shape-rendering="crispEdges" role="img" ` +
    `aria-label="${escapeXml(label)}"><path d="M0 0h${size}v${size}H0z" fill="#ffffff"/><path d="${dark}" fill="#000000"/></svg>`
  );
}
