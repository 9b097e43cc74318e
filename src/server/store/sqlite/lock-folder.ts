import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { StartRefused } from './open-database.ts';

/**
 * Takes a data folder for this process alone, making it where there is none. The lock is a locked (empty) database, so the
 * operating system lets go of it however the process ends. Returns what gives it back.
 * Throws StartRefused where another server has it.
 */
export function lockFolder(folder: string): () => void {
  let lock: DatabaseSync;
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    lock = new DatabaseSync(join(folder, 'foyer.lock'), { timeout: 0 });
  } catch (error) {
    throw new StartRefused(`The data folder ${folder} can't be used: ${reason(error)}`, { cause: error });
  }
  try {
    lock.exec('PRAGMA journal_mode = MEMORY; BEGIN EXCLUSIVE');
  } catch (error) {
    lock.close();
    throw new StartRefused(
      `The data folder ${folder} is in use by another server. Stop that one, or set DATA_DIR to another folder.`,
      { cause: error },
    );
  }
  return () => lock.close();
}

function reason(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
