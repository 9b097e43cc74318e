// Looks for many planted texts at once, in all their forms, in as many bytes as there are.

import { needleForms } from './needle-forms.ts';

export interface Hit {
  readonly needle: string;
  readonly form: string;
  /** Where it was found, as the place calls itself. */
  readonly place: string;
}

interface Pattern {
  readonly needle: string;
  readonly form: string;
  readonly bytes: Buffer;
}

/** How many layers of base64 are looked into. */
const deepest = 3;

/** Finds whichever of the needles are in some bytes. Build it once: it prepares a table of every form. */
export class NeedleFinder {
  /** One bit per hash of a pattern's first four bytes: nearly everything is passed over with one look. */
  readonly #filter = new Uint8Array(2 ** 21);
  readonly #patterns = new Map<number, Pattern[]>();

  constructor(needles: Iterable<string>) {
    for (const needle of new Set(needles)) {
      for (const { form, bytes } of needleForms(needle)) {
        const start = bytes.readUInt32LE(0);
        const bit = slot(start);
        this.#filter[bit >>> 3] = (this.#filter[bit >>> 3] ?? 0) | (1 << (bit & 7));
        const known = this.#patterns.get(start);
        if (known === undefined) this.#patterns.set(start, [{ needle, form, bytes }]);
        else known.push({ needle, form, bytes });
      }
    }
  }

  /**
   * Every needle that is in `bytes`, once per form. `place` is for the report. `unwrap`: look inside base64 too, and inside
   * base64 inside base64.
   */
  find(bytes: Uint8Array | string, place: string, { unwrap = true } = {}): Hit[] {
    const haystack =
      typeof bytes === 'string' ? Buffer.from(bytes) : Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    const hits = new Map<string, Hit>();
    this.#search(haystack, place, unwrap ? deepest : 0, (hit) =>
      hits.set(`${hit.needle} ${hit.form} ${hit.place}`, hit),
    );
    return [...hits.values()];
  }

  #search(haystack: Buffer, place: string, depth: number, found: (hit: Hit) => void): void {
    this.#scan(haystack, place, found);
    if (depth === 0) return;
    for (const [token] of haystack.toString('latin1').matchAll(/[A-Za-z0-9+/_-]{24,}/g)) {
      this.#search(Buffer.from(token, 'base64'), `${place} › base64`, depth - 1, found);
    }
  }

  #scan(haystack: Buffer, place: string, found: (hit: Hit) => void): void {
    let start = haystack.length < 4 ? 0 : haystack.readUInt32LE(0) << 8;
    for (let at = 0; at + 4 <= haystack.length; at++) {
      start = (start >>> 8) | ((haystack[at + 3] ?? 0) << 24);
      const bit = slot(start);
      if (((this.#filter[bit >>> 3] ?? 0) & (1 << (bit & 7))) === 0) continue;
      for (const { needle, form, bytes } of this.#patterns.get(start >>> 0) ?? []) {
        if (haystack.subarray(at, at + bytes.length).equals(bytes)) found({ needle, form, place });
      }
    }
  }
}

/** 24 bits. */
function slot(start: number): number {
  return Math.imul(start, 0x9e3779b1) >>> 8;
}
