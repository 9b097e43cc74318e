import * as z from 'zod/mini';

const sqliteError = z.object({ code: z.literal('ERR_SQLITE_ERROR'), errcode: z.number() });
// BUSY, LOCKED, NOMEM, READONLY, INTERRUPT, IOERR, CORRUPT, FULL, CANTOPEN, PROTOCOL, NOTADB (sqlite.org/rescode.html).
const storageCodes = new Set([5, 6, 7, 8, 9, 10, 11, 13, 14, 15, 26]);

/** Whether the disk or the database refuses, as opposed to a fault of ours. */
export function isStorageError(error: unknown): boolean {
  const parsed = sqliteError.safeParse(error);
  return parsed.success && storageCodes.has(parsed.data.errcode & 0xff);
}
