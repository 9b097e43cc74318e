import { DatabaseSync } from 'node:sqlite';
import * as z from 'zod/mini';
import { migrations } from './schema.ts';

/** Thrown where the data folder can't be served from; the message is for whoever starts the server. */
export class StartRefused extends Error {
  override readonly name = 'StartRefused';
}

/** Before 3.51.3 a WAL database could be corrupted by two connections. */
const oldestVersion = [3, 51, 3] as const;

/**
 * What every connection is set to and must read back. Numbers are SQLite's own: synchronous 2 is FULL, temp_store 2 MEMORY: what a
 * rebuild copies would otherwise lie in a temporary file outside the data folder, and stay on the disk after that is removed.
 */
const settings: Readonly<Record<string, string | number>> = {
  journal_mode: 'wal',
  synchronous: 2,
  secure_delete: 1,
  trusted_schema: 0,
  foreign_keys: 1,
  temp_store: 2,
  // 32 MiB, in KiB.
  cache_size: -32_768,
  // Pages of journal until it is copied into the database.
  wal_autocheckpoint: 2000,
};

/**
 * Opens (or makes) the database file and brings it to the newest shape.
 * Throws StartRefused where SQLite is too old, a setting doesn't hold, or the file is from a newer release.
 */
export function openDatabase(file: string): DatabaseSync {
  const database = new DatabaseSync(file, { timeout: 5000, enableForeignKeyConstraints: true });
  try {
    checkVersion(database);
    for (const [name, value] of Object.entries(settings)) {
      database.exec(`PRAGMA ${name} = ${value}`);
      const kept = z.record(z.string(), z.unknown()).parse(database.prepare(`PRAGMA ${name}`).get());
      const actual = Object.values(kept)[0];
      if (actual !== value) throw new StartRefused(`SQLite's ${name} is ${String(actual)} and must be ${value}.`);
    }
    database.enableDefensive(true);
    migrate(database);
    // SQLite opens a file it may not write for reading only, and says so at the first write.
    database.exec(`BEGIN IMMEDIATE; PRAGMA user_version = ${migrations.length}; ROLLBACK`);
    return database;
  } catch (error) {
    database.close();
    throw error;
  }
}

function checkVersion(database: DatabaseSync): void {
  const row = z.object({ version: z.string() }).parse(database.prepare('SELECT sqlite_version() AS version').get());
  const version = row.version.split('.').map(Number);
  for (const [at, oldest] of oldestVersion.entries()) {
    const part = version[at] ?? 0;
    if (part > oldest) return;
    if (part < oldest) {
      throw new StartRefused(`SQLite is ${row.version} and must be ${oldestVersion.join('.')} or newer.`);
    }
  }
}

function migrate(database: DatabaseSync): void {
  const { user_version: version } = z
    .object({ user_version: z.number() })
    .parse(database.prepare('PRAGMA user_version').get());
  if (version > migrations.length) {
    throw new StartRefused('The data folder was written by a newer release. Start that release, or restore a backup.');
  }
  for (const [step, sql] of migrations.entries()) {
    if (step < version) continue;
    database.exec('BEGIN IMMEDIATE');
    try {
      database.exec(sql);
      database.exec(`PRAGMA user_version = ${step + 1}`);
      database.exec('COMMIT');
    } catch (error) {
      if (database.isTransaction) database.exec('ROLLBACK');
      throw error;
    }
  }
}
