import type { DatabaseSync } from 'node:sqlite';
import type { Store } from '../store.ts';
import { BatchWriter } from './batch-writer.ts';
import { countsOf } from './counts.ts';
import { guarded } from './guarded.ts';
import { guestReads } from './guest-reads.ts';
import { hotelReads } from './hotel-reads.ts';
import { Journal } from './journal.ts';
import { logReads } from './log-reads.ts';
import { keepMoment, keptMoment } from './kept-moment.ts';
import { LogTables } from './log-tables.ts';
import { RecordedErasures } from './lost-erasures.ts';
import { openTables } from './open-tables.ts';
import { peopleReads } from './people-reads.ts';
import type { ReadParts } from './read-parts.ts';
import { ReceiptTemplates } from './receipt-templates.ts';
import { retentionReads } from './retention-reads.ts';
import { secretOf } from './secret-of.ts';
import type { SqliteStoreOptions } from './sqlite-store-options.ts';

/** The store in one SQLite database; `openSqliteStore` is the way to one. */
export function sqliteStore(
  database: DatabaseSync,
  folder: string,
  unlock: () => void,
  options: SqliteStoreOptions,
): Store {
  if (options.secureDelete === false) database.exec('PRAGMA secure_delete = 0');
  const log = new LogTables(database);
  const templates = new ReceiptTemplates(database);
  const tables = openTables(database, templates);
  const journal = new Journal(database, { rebuilds: options.rebuild !== false });
  const erasures = new RecordedErasures(database, tables, folder, options.ledgerDisk);
  const beforeCommit = options.beforeCommit ?? (() => undefined);
  const writer = new BatchWriter({ database, tables, log, templates, journal, erasures, beforeCommit });
  const of: ReadParts['of'] = (property, none, read) =>
    guarded(() => {
      const row = tables.properties.rowOf(property);
      return row === null ? none : read(row);
    });
  const parts: ReadParts = { tables, log, erasures, of };
  return {
    ...hotelReads(parts),
    ...guestReads(parts),
    ...retentionReads(parts),
    ...peopleReads(parts),
    ...logReads(parts),
    commit: async (batch) => guarded(() => writer.write(batch)),
    secret: async (name, make) => guarded(() => secretOf(database, name, make)),
    keptMoment: async () => guarded(() => keptMoment(database)),
    keepMoment: async (kept) => guarded(() => keepMoment(database, kept)),
    counts: async () => guarded(() => countsOf(database)),
    scrub: async (most = Number.POSITIVE_INFINITY) => guarded(() => journal.scrub(most)),
    close: async () => {
      try {
        journal.empty();
      } finally {
        database.close();
        erasures.close();
        unlock();
      }
    },
  };
}
