import type { DatabaseSync } from 'node:sqlite';
import * as z from 'zod/mini';
import { blob } from './column.ts';

/** A secret of the server's own, made at the first asking. */
export function secretOf(database: DatabaseSync, name: string, make: () => Uint8Array): Uint8Array {
  const stored = database.prepare('SELECT value FROM secrets WHERE name = ?').get(name);
  if (stored !== undefined) return z.object({ value: blob }).parse(stored).value;
  const value = make();
  database.prepare('INSERT INTO secrets (name, value) VALUES (?, ?)').run(name, value);
  return value;
}
