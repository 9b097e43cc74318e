import type { DatabaseSync, StatementSync } from 'node:sqlite';
import * as z from 'zod/mini';
import { digestBytes } from '../../digest.ts';

/** Most kept in memory: a few manifests, each with every choice guests make. */
const kept = 500;
const idRow = z.object({ id: z.number() });

/** The table of what receipts have in common. */
export class ReceiptTemplates {
  readonly #insert: StatementSync;
  readonly #select: StatementSync;
  readonly #rows = new Map<string, number>();

  constructor(database: DatabaseSync) {
    this.#insert = database.prepare(
      'INSERT INTO receipt_templates (hash, template) VALUES (?, ?) ON CONFLICT DO NOTHING',
    );
    this.#select = database.prepare('SELECT id FROM receipt_templates WHERE hash = ?');
  }

  /** The row of a template, made where there is none. Runs inside the caller's transaction; if that fails, `forget`. */
  rowOf(template: string): number {
    const known = this.#rows.get(template);
    if (known !== undefined) return known;
    const hash = digestBytes(template);
    this.#insert.run(hash, template);
    const { id } = idRow.parse(this.#select.get(hash));
    if (this.#rows.size >= kept) this.#rows.clear();
    this.#rows.set(template, id);
    return id;
  }

  forget(): void {
    this.#rows.clear();
  }
}
