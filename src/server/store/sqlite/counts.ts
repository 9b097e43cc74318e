import type { DatabaseSync } from 'node:sqlite';
import * as z from 'zod/mini';

/** Rows of the tables that say how much a server has to do. */
export function countsOf(database: DatabaseSync): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const table of ['registrations', 'log_entries', 'people', 'sessions']) {
    const row = database.prepare(`SELECT count(*) AS n FROM ${table}`).get();
    counts[table] = z.object({ n: z.number() }).parse(row).n;
  }
  return counts;
}
