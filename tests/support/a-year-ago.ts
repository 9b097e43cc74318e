// What a server knows, as if a year had gone by since: written into the database it runs on, because its clock is the machine's.

import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import type { RunningServer } from '../tools/start-server.ts';

const year = 366 * 86_400_000;

/** The sheet was proven, the training confirmed and every passphrase set a year earlier than they were. */
export function aYearAgo({ dataDir }: Pick<RunningServer, 'dataDir'>): void {
  const database = new DatabaseSync(join(dataDir, 'foyer.db'));
  try {
    database.exec('PRAGMA busy_timeout = 5000');
    database.prepare('UPDATE recoveries SET proven_at = proven_at - ?').run(year);
    database.prepare('UPDATE people SET trained_at = trained_at - ?1, passphrase_at = passphrase_at - ?1').run(year);
  } finally {
    database.close();
  }
}
