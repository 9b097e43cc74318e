import { closeSync, fsyncSync, ftruncateSync, openSync, readFileSync, writeSync } from 'node:fs';
import * as z from 'zod/mini';
import { digestSchema, idSchema, propertyIdSchema } from '../../../protocol/ids.ts';
import { purposeIdSchema } from '../../../protocol/purposes.ts';
import { deletedClassSchema } from '../../../protocol/receipt.ts';
import { StorageUnavailable } from '../store.ts';
import { StartRefused } from './open-database.ts';

/** One line: what was destroyed, by ids alone. `at` in milliseconds. */
const lineSchema = z.object({
  format: z.literal('foyer-erasure/1'),
  id: idSchema,
  property: propertyIdSchema,
  registration: idSchema,
  classes: z.array(deletedClassSchema),
  /** Envelopes sealed under an event of a lower number are meant. */
  through: z.number(),
  /** SHA-256 of the desk's note that was replaced: that one alone is meant. A release that knows no such lines destroys nothing by it. */
  note: z.optional(digestSchema),
  at: z.number(),
  /** Whether nothing was left of the registration but what is sealed off. */
  ended: z.boolean(),
  /** It ended because its guest never came. */
  expired: z.optional(z.literal(true)),
  /** Purposes that were still held when it was written; of the classes these were replaced, the others taken back. */
  held: z.array(purposeIdSchema),
  sealedOff: z.array(z.object({ purpose: purposeIdSchema, until: z.nullable(z.string()) })),
});
export type LedgerLine = z.infer<typeof lineSchema>;

/** What the ledger does to its open file. Tests put a disk that fails in its place. */
export interface LedgerDisk {
  /** Writes from a byte on at the end of the file; gives how many bytes went. */
  readonly write: (file: number, bytes: Uint8Array, from: number) => number;
  readonly sync: (file: number) => void;
  readonly truncate: (file: number, length: number) => void;
}

export const realDisk: LedgerDisk = { write: writeSync, sync: fsyncSync, truncate: ftruncateSync };

/**
 * The erasure ledger: a file beside the database that only grows. Whoever puts an older copy of the database back leaves it where it
 * is, and the server destroys anew what the copy brought back. It names nobody.
 *
 * Lines are written before the database commits what they tell of, and stay only if it does: `append`, then `keep` or `undo`.
 */
export class ErasureLedger {
  readonly #file: number;
  readonly #disk: LedgerDisk;
  readonly #lines = new Map<string, LedgerLine>();
  #appended: readonly LedgerLine[] = [];
  /** Bytes up to the end of the last line that stays, and up to the end of the last that was written. */
  #kept = 0;
  #written = 0;
  /** Whether there may be bytes beyond `#kept` that have to go. */
  #excess = false;

  /**
   * Opens or makes it. A last line that was cut off while it was being written goes: what it tells of was never committed.
   * Throws StartRefused naming any other line that can't be read.
   */
  constructor(path: string, disk: LedgerDisk = realDisk) {
    this.#disk = disk;
    this.#file = openSync(path, 'a+', 0o600);
    try {
      this.#read(readFileSync(path));
    } catch (error) {
      closeSync(this.#file);
      throw error;
    }
  }

  has(id: string): boolean {
    return this.#lines.has(id);
  }

  lines(): LedgerLine[] {
    return [...this.#lines.values()];
  }

  /** Returns when the lines are on disk. Throws StorageUnavailable; none of them is in the ledger then. */
  append(lines: readonly LedgerLine[]): void {
    if (lines.length === 0) return;
    const bytes = Buffer.from(lines.map((line) => `${JSON.stringify(line)}\n`).join(''));
    try {
      if (this.#excess) this.#cut();
      this.#excess = true;
      for (let done = 0; done < bytes.length; ) done += this.#disk.write(this.#file, bytes, done);
      this.#disk.sync(this.#file);
    } catch (error) {
      this.undo();
      throw new StorageUnavailable('the erasure ledger refuses', { cause: error });
    }
    this.#written = this.#kept + bytes.length;
    this.#appended = lines;
  }

  /** What was appended stays. */
  keep(): void {
    if (this.#appended.length === 0) return;
    for (const line of this.#appended) this.#lines.set(line.id, line);
    this.#appended = [];
    this.#kept = this.#written;
    this.#excess = false;
  }

  /** Takes back what was appended and not kept. Where the disk refuses even that, the next `append` begins with it. */
  undo(): void {
    this.#appended = [];
    if (!this.#excess) return;
    try {
      this.#cut();
    } catch {
      // Still in excess: nothing is written after it before it is gone.
    }
  }

  close(): void {
    this.undo();
    closeSync(this.#file);
  }

  #cut(): void {
    this.#disk.truncate(this.#file, this.#kept);
    this.#disk.sync(this.#file);
    this.#excess = false;
  }

  #read(bytes: Buffer): void {
    this.#kept = bytes.lastIndexOf('\n') + 1;
    for (const [at, line] of bytes.toString('utf8', 0, this.#kept).split('\n').entries()) {
      if (line.trim() === '') continue;
      const parsed = lineSchema.safeParse(readJson(line));
      if (!parsed.success) throw new StartRefused(damaged(at + 1));
      this.#lines.set(parsed.data.id, parsed.data);
    }
    if (bytes.length === this.#kept) return;
    this.#excess = true;
    this.#cut();
    // All of it but the end of the line: a copy that was put together by hand.
    const parsed = lineSchema.safeParse(readJson(bytes.toString('utf8', this.#kept)));
    if (!parsed.success) return;
    this.append([parsed.data]);
    this.keep();
  }
}

function damaged(line: number): string {
  return `line ${line} of foyer.erasures can't be read; put back a sound copy of that file, or an older copy of the database could bring back what the line says is gone`;
}

function readJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
