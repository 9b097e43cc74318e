import { join } from 'node:path';
import type { Store } from '../store.ts';
import { lockFolder } from './lock-folder.ts';
import { openDatabase, StartRefused } from './open-database.ts';
import { sqliteStore } from './sqlite-store.ts';
import type { SqliteStoreOptions } from './sqlite-store-options.ts';
import { isStorageError } from './storage-error.ts';

/**
 * Opens the store in a data folder, which this process then has to itself.
 * Throws StartRefused where the folder is in use, can't be written, or the database isn't fit to serve from.
 */
export function openSqliteStore(folder: string, options: SqliteStoreOptions = {}): Store {
  const unlock = lockFolder(folder);
  try {
    const database = openDatabase(join(folder, 'foyer.db'));
    return sqliteStore(database, folder, unlock, options);
  } catch (error) {
    unlock();
    if (!isStorageError(error)) throw error;
    const reason = error instanceof Error ? error.message : '';
    throw new StartRefused(`The database in ${folder} can't be opened: ${reason}.`, { cause: error });
  }
}
