// Reads a data folder that no server has open, and says everything that is wrong with it.

import { createHash } from 'node:crypto';
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import * as z from 'zod/mini';
import { verifyCheckpoint } from '../../../src/crypto/verify-receipt.ts';
import { logEntrySchema } from '../../../src/protocol/audit-log.ts';
import { parseCheckpoint } from '../../../src/protocol/checkpoint.ts';
import type { Manifest } from '../../../src/protocol/manifest.ts';
import { joinReceipt } from '../../../src/server/store/receipt-template.ts';
import { slowRoot } from '../../vectors/slow-tree.ts';

export interface Inspected {
  /** Sentences; empty where all is well. */
  readonly faults: readonly string[];
  /** SHA-256 of the body by registration id, both base64url. */
  readonly registrations: ReadonlyMap<string, string>;
  readonly entries: readonly string[];
  /** By size of the tree. */
  readonly checkpoints: ReadonlyMap<number, string>;
}

const blob = z.instanceof(Uint8Array);
const registrationRow = z.object({
  id: z.number(),
  registration: blob,
  purposes: z.string(),
  state: z.string(),
  sealed_off: z.number(),
  arrived: z.number(),
  body_hash: blob,
  template: z.string(),
  receipt_parts: z.string(),
  leaf: z.number(),
  envelopes: z.number(),
});
const partsSchema = z.array(z.string());
const sha256 = (data: string) => createHash('sha256').update(data).digest('base64url');
const text = (bytes: Uint8Array) => Buffer.from(bytes).toString('base64url');
/** Roots recomputed besides the newest: each costs a hash per entry. */
const rootsChecked = 12;

/** For a server with one hotel. Works on a copy, so that the folder stays as the crash left it. */
export async function inspectDatabase(folder: string, manifest: Manifest): Promise<Inspected> {
  const copy = mkdtempSync(join(tmpdir(), 'foyer-inspect-'));
  cpSync(folder, copy, { recursive: true });
  const database = new DatabaseSync(join(copy, 'foyer.db'));
  try {
    return await inspect(database, manifest);
  } finally {
    database.close();
    rmSync(copy, { recursive: true });
  }
}

async function inspect(database: DatabaseSync, manifest: Manifest): Promise<Inspected> {
  const faults: string[] = [];
  const all = <Row>(sql: string, parse: (row: unknown) => Row) => database.prepare(sql).all().map(parse);

  for (const { integrity_check: said } of all('PRAGMA integrity_check', (row) =>
    z.object({ integrity_check: z.string() }).parse(row),
  )) {
    if (said !== 'ok') faults.push(`integrity_check: ${said}`);
  }
  if (database.prepare('PRAGMA foreign_key_check').all().length > 0) faults.push('foreign_key_check found something');

  const entries = all(
    'SELECT entry FROM log_entries ORDER BY id',
    (row) => z.object({ entry: z.string() }).parse(row).entry,
  );
  const notes = all(
    'SELECT note FROM log_checkpoints ORDER BY id',
    (row) => z.object({ note: z.string() }).parse(row).note,
  );
  const checkpoints = new Map(notes.map((note) => [parseCheckpoint(note)?.size ?? -1, note]));
  const newest = notes.at(-1);
  if (newest === undefined || parseCheckpoint(newest)?.size !== entries.length)
    faults.push(`the newest checkpoint is not of ${entries.length} entries`);
  for (const note of sample(notes)) {
    const { size, root } = await verifyCheckpoint(note, manifest.receiptKey, manifest.logOrigin);
    if (text(slowRoot(entries.slice(0, size))) !== text(root))
      faults.push(`the entries don't give the root of size ${size}`);
  }

  const rows = all(
    `SELECT r.id, registration, purposes, state, arrived_at IS NOT NULL AS arrived, body_hash, template, receipt_parts, leaf,
      (SELECT count(*) FROM sealed_off s WHERE s.registration = r.id) AS sealed_off,
      (SELECT count(*) FROM envelopes e WHERE e.id >= r.id * 16 AND e.id < (r.id + 1) * 16) AS envelopes
      FROM registrations r JOIN receipt_templates t ON t.id = r.receipt_template`,
    (row) => registrationRow.parse(row),
  );
  for (const row of rows) {
    const id = text(row.registration);
    const receipt = joinReceipt({ template: row.template, parts: partsSchema.parse(JSON.parse(row.receipt_parts)) });
    const entry = logEntrySchema.safeParse(JSON.parse(entries[row.leaf] ?? 'null'));
    if (
      !entry.success ||
      entry.data.action !== 'registered' ||
      entry.data.registration !== id ||
      entry.data.digest !== sha256(receipt)
    )
      faults.push(`registration ${id} and its log entry don't agree`);
    if (row.envelopes !== envelopesOf(row)) faults.push(`registration ${id} has ${row.envelopes} envelopes`);
  }
  const logged = entries.filter((entry) => entry.includes('"action":"registered"')).length;
  if (logged !== rows.length) faults.push(`${logged} registrations in the log, ${rows.length} in the table`);
  const orphans = all(
    'SELECT count(*) AS n FROM envelopes e WHERE NOT EXISTS (SELECT 1 FROM registrations r WHERE r.id = e.id / 16)',
    (row) => z.object({ n: z.number() }).parse(row).n,
  );
  if (orphans[0] !== 0) faults.push(`${orphans[0] ?? '?'} envelopes belong to no registration`);
  return {
    faults,
    registrations: new Map(rows.map((row) => [text(row.registration), text(row.body_hash)])),
    entries,
    checkpoints,
  };
}

/** How many a registration must have: one per purpose, the card while there is any, the guest's own copy, the desk's note. */
function envelopesOf({ state, purposes, arrived, sealed_off: sealedOff }: z.infer<typeof registrationRow>): number {
  if (state === 'erased') return sealedOff;
  if (state === 'expired') return 0;
  return (purposes === '' ? 0 : purposes.split(',').length + 1) + 1 + arrived;
}

/** The newest, the oldest, and some between. */
function sample(notes: readonly string[]): string[] {
  const step = Math.max(1, Math.floor(notes.length / rootsChecked));
  return notes.filter((_, at) => at % step === 0 || at === notes.length - 1);
}
