import { closeSync, fsyncSync, openSync, readFileSync, writeSync } from 'node:fs';
import * as z from 'zod/mini';
import { idSchema, propertyIdSchema } from '../../../protocol/ids.ts';
import { purposeIdSchema } from '../../../protocol/purposes.ts';
import { deletedClassSchema } from '../../../protocol/receipt.ts';
import { StorageUnavailable } from '../store.ts';

/** One line: what was destroyed, by ids alone. `at` in milliseconds. */
const lineSchema = z.object({
  format: z.literal('foyer-erasure/1'),
  id: idSchema,
  property: propertyIdSchema,
  registration: idSchema,
  classes: z.array(deletedClassSchema),
  /** Envelopes sealed under an event of a lower number are meant. */
  through: z.number(),
  at: z.number(),
  /** Whether nothing was left of the registration but what is sealed off. */
  ended: z.boolean(),
  /** Purposes that were still held when it was written; of the classes these were replaced, the others taken back. */
  held: z.array(purposeIdSchema),
  sealedOff: z.array(z.object({ purpose: purposeIdSchema, until: z.nullable(z.string()) })),
});
export type LedgerLine = z.infer<typeof lineSchema>;

/**
 * The erasure ledger: a file beside the database that is only ever appended to. Whoever puts an older copy of the database back leaves
 * it where it is, and the server destroys anew what the copy brought back. It names nobody.
 */
export class ErasureLedger {
  readonly #file: number;
  readonly #lines = new Map<string, LedgerLine>();

  /** Opens or makes it. A line that was cut off while it was being written is passed over: its erasure is still in the database. */
  constructor(path: string) {
    this.#file = openSync(path, 'a+', 0o600);
    const text = readFileSync(path, 'utf8');
    for (const line of text.split('\n')) {
      const parsed = lineSchema.safeParse(readJson(line));
      if (parsed.success) this.#lines.set(parsed.data.id, parsed.data);
    }
    if (text !== '' && !text.endsWith('\n')) this.#write('\n');
  }

  has(id: string): boolean {
    return this.#lines.has(id);
  }

  lines(): LedgerLine[] {
    return [...this.#lines.values()];
  }

  /** Resolves nothing before the lines are on disk. Throws StorageUnavailable. */
  append(lines: readonly LedgerLine[]): void {
    if (lines.length === 0) return;
    this.#write(lines.map((line) => `${JSON.stringify(line)}\n`).join(''));
    for (const line of lines) this.#lines.set(line.id, line);
  }

  close(): void {
    closeSync(this.#file);
  }

  #write(text: string): void {
    try {
      const bytes = Buffer.from(text);
      for (let done = 0; done < bytes.length; ) done += writeSync(this.#file, bytes, done);
      fsyncSync(this.#file);
    } catch (error) {
      throw new StorageUnavailable('the erasure ledger refuses', { cause: error });
    }
  }
}

function readJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
