import type { DatabaseSync } from 'node:sqlite';
import { logEntrySchema } from '../../../protocol/audit-log.ts';
import { emptyEdge } from '../../log/merkle-tree.ts';
import type { Batch, Committed } from '../store.ts';
import { applyChange } from './apply-change.ts';
import { type Counters, type Draft, destroyedAny, type Tables, touchesRequests } from './draft.ts';
import type { Journal } from './journal.ts';
import type { LogTables } from './log-tables.ts';
import type { RecordedErasures } from './lost-erasures.ts';
import type { ReceiptTemplates } from './receipt-templates.ts';

export interface BatchWriterParts {
  readonly database: DatabaseSync;
  readonly tables: Tables;
  readonly log: LogTables;
  readonly templates: ReceiptTemplates;
  readonly journal: Journal;
  readonly erasures: RecordedErasures;
  /** Called just before COMMIT. */
  readonly beforeCommit: () => void;
}

/** Writes batches, one transaction each. */
export class BatchWriter {
  readonly #parts: BatchWriterParts;
  /** Dropped when a transaction fails, so that the next reads them from the database again. */
  readonly #counters = new Map<string, Counters>();
  #lastRow: number | null = null;

  constructor(parts: BatchWriterParts) {
    this.#parts = parts;
  }

  /** Throws only where nothing was written: everything that may fail comes before COMMIT, the ledger's lines too. */
  write(batch: Batch): Committed {
    const { database, templates, journal, erasures } = this.#parts;
    database.exec('BEGIN IMMEDIATE');
    let committed: Committed;
    try {
      committed = this.#apply(batch);
      erasures.record();
      this.#parts.beforeCommit();
      database.exec('COMMIT');
    } catch (error) {
      this.#counters.delete(batch.property);
      this.#lastRow = null;
      templates.forget();
      erasures.undo();
      if (database.isTransaction) database.exec('ROLLBACK');
      throw error;
    }
    erasures.keep();
    journal.afterCommit(destroyedAny(batch.changes, committed.outcomes));
    return committed;
  }

  #apply({ property, moment, changes, sign }: Batch): Committed {
    const { tables, log } = this.#parts;
    const counters = this.#counters.get(property) ?? this.#readCounters(property);
    const edge = counters?.edge ?? emptyEdge;
    const entries: string[] = [];
    const draft: Draft = {
      property,
      moment,
      propertyRow: counters?.propertyRow ?? null,
      lastRow: this.#lastRow ?? tables.registrations.lastRow(),
      lastChange: counters?.lastChange ?? 0,
      topics: new Set(),
      entries,
      entriesAbout: (registration) =>
        (counters === null ? 0 : log.entriesOf(counters.propertyRow, registration).length) +
        entries.filter((entry) => isAbout(entry, registration)).length,
      base: edge.size,
    };
    const outcomes = changes.map((change) => applyChange(tables, draft, change));
    const row = draft.propertyRow;
    if (row === null) return { outcomes, tree: null, cursor: null, topics: draft.topics };
    const grown = draft.entries.length === 0 ? null : log.append(row, edge, draft.entries, sign);
    this.#counters.set(property, { propertyRow: row, edge: grown?.edge ?? edge, lastChange: draft.lastChange });
    this.#lastRow = draft.lastRow;
    const moved = draft.lastChange !== (counters?.lastChange ?? 0);
    const { topics } = draft;
    if (changes.some((change, at) => touchesRequests(change) && outcomes[at]?.kind === 'done')) topics.add('requests');
    return { outcomes, tree: grown?.tree ?? null, cursor: moved ? draft.lastChange : null, topics };
  }

  #readCounters(property: string): Counters | null {
    const { tables, log } = this.#parts;
    const propertyRow = tables.properties.rowOf(property);
    if (propertyRow === null) return null;
    const lastChange = tables.registrations.lastChange(propertyRow);
    return { propertyRow, edge: log.edge(propertyRow), lastChange };
  }
}

function isAbout(entry: string, registration: string): boolean {
  return logEntrySchema.parse(JSON.parse(entry)).registration === registration;
}
