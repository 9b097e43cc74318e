import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Store } from '../../src/server/store/store.ts';

/**
 * Bytes. Every ciphertext is cut into pieces of this length without a gap, so that any 16 bytes of it that are still somewhere, at
 * its head, in its middle or at its end, hold a whole piece, whatever page they were cut into. 2^64 leaves no room for chance.
 */
const piece = 8;

/** Bits of the filter that almost every place of a file fails at once. */
const filterBits = 20;

interface Probe {
  readonly bytes: Buffer;
  /** Places in the list of ciphertexts; two guests never share a piece, the same envelope twice does. */
  readonly of: number[];
}

/** Finds pieces of many ciphertexts (base64url) in one pass over each text, in the bytes they are or as the text they travel as. */
class Search {
  readonly #filter = new Uint8Array(2 ** filterBits);
  readonly #probes = new Map<number, Probe[]>();

  constructor(ciphertexts: readonly string[]) {
    for (const [at, text] of ciphertexts.entries()) {
      for (const bytes of [Buffer.from(text, 'base64url'), Buffer.from(text, 'latin1')])
        for (let from = 0; from + piece <= bytes.length; from += piece)
          this.#add(bytes.subarray(from, from + piece), at);
    }
  }

  /** Adds the places of every ciphertext of which a piece is in `content`. */
  find(content: Buffer, found: Set<number>): void {
    const filter = this.#filter;
    const last = content.length - piece;
    // The four bytes at `from`, little-endian.
    let head = content.length < 4 ? 0 : content.readInt32LE(0);
    for (let from = 0; from <= last; from += 1) {
      if (filter[slot(head)] === 1) this.#compare(content, from, head >>> 0, found);
      head = (head >>> 8) | ((content[from + 4] ?? 0) << 24);
    }
  }

  #add(bytes: Buffer, at: number): void {
    const head = bytes.readUInt32LE(0);
    this.#filter[slot(head | 0)] = 1;
    const known = this.#probes.get(head) ?? [];
    const same = known.find((probe) => probe.bytes.equals(bytes));
    if (same === undefined) known.push({ bytes, of: [at] });
    else same.of.push(at);
    this.#probes.set(head, known);
  }

  #compare(content: Buffer, from: number, head: number, found: Set<number>): void {
    for (const { bytes, of } of this.#probes.get(head) ?? [])
      if (content.compare(bytes, 0, piece, from, from + piece) === 0) for (const at of of) found.add(at);
  }
}

function slot(head: number): number {
  return Math.imul(head, 0x9e37_79b1) >>> (32 - filterBits);
}

/** Which of these ciphertexts (base64url) have 16 bytes in a row of theirs, or more, in any file under a folder. */
export async function foundOnDisk(folder: string, ciphertexts: readonly string[]): Promise<string[]> {
  const files = await readdir(folder, { recursive: true, withFileTypes: true });
  const search = new Search(ciphertexts);
  const found = new Set<number>();
  for (const file of files) if (file.isFile()) search.find(await readFile(join(file.parentPath, file.name)), found);
  return ciphertexts.filter((_, at) => found.has(at));
}

/**
 * The same once the store has scrubbed, as its regular round does: a commit overwrites the rows, and a rebuild what earlier moves
 * between pages left of them (about one envelope in a thousand).
 */
export async function leftOnDisk(
  { store, folder }: { readonly store: Pick<Store, 'scrub'>; readonly folder: string },
  ciphertexts: readonly string[],
): Promise<string[]> {
  await store.scrub();
  return foundOnDisk(folder, ciphertexts);
}

/** The same in a text: a log, an answer. */
export function foundInText(text: string, ciphertexts: readonly string[]): string[] {
  const found = new Set<number>();
  new Search(ciphertexts).find(Buffer.from(text), found);
  return ciphertexts.filter((_, at) => found.has(at));
}
