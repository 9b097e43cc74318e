// Two hotels on one server. Set-up makes one only, so the second one's rows are carried over from a server of its own.

import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import * as z from 'zod/mini';

const row = 1000;
/** What is added to the row ids of each table, and to whatever points at them, so that the two don't meet. */
const shifts: Readonly<Record<string, Readonly<Record<string, number>>>> = {
  properties: { id: row },
  receipt_keys: { property: row },
  manifests: { id: row, property: row },
  notices: { id: row, property: row },
  manifest_notices: { id: row, manifest: row, notice: row },
  people: { id: row, property: row },
  grants: { id: row, person: row },
  passkeys: { id: row, person: row },
  invitations: { id: row, property: row },
  recoveries: { property: row },
  receipt_templates: { id: row },
  registrations: { id: row, property: row, receipt_template: row },
  envelopes: { id: row * 16 },
  later_events: { registration: row },
  later_receipts: { registration: row, receipt_template: row },
  sealed_off: { registration: row },
  erasures: { id: row, property: row },
  requests: { id: row, property: row },
  certificates: { id: row, property: row },
  log_entries: { id: row * 2 ** 40 },
  log_nodes: { id: row * 2 ** 41 },
  log_checkpoints: { id: row * 2 ** 40 },
  settings: { property: row },
  team_lists: { property: row },
  paper_records: { id: row, property: row },
  paper_parts: { id: row, record: row },
  hand_overs: { registration: row },
  anchors: { id: row, checkpoint: row * 2 ** 40 },
  posters: { id: row, property: row },
  recovery_sheets: { property: row },
  recovery_proofs: { id: row, property: row },
  restorations: { id: row, property: row, person: row },
  approvals: { id: row, property: row, registration: row },
};
/** The server's own, whatever hotels it has. */
const servers = ['secrets', 'sessions', 'counted_time', 'steady_time'];
const named = z.array(z.object({ name: z.string() }));

/** Puts the hotel of one data folder beside the hotel of another. No server may have either open. */
export function graftHotel(from: string, into: string): void {
  const database = new DatabaseSync(join(into, 'foyer.db'));
  try {
    database.exec('PRAGMA foreign_keys = OFF');
    database.prepare('ATTACH ? AS other').run(join(from, 'foyer.db'));
    const tables = named.parse(database.prepare("SELECT name FROM other.sqlite_schema WHERE type = 'table'").all());
    const unknown = tables.filter(({ name }) => shifts[name] === undefined && !servers.includes(name));
    if (unknown.length > 0)
      throw new Error(`It isn't said how to carry over ${unknown.map(({ name }) => name).join()}.`);
    for (const [table, shifted] of Object.entries(shifts)) {
      const columns = named.parse(database.prepare(`PRAGMA other.table_info(${table})`).all());
      const values = columns.map(({ name }) => (shifted[name] === undefined ? name : `${name} + ${shifted[name]}`));
      database.exec(`INSERT INTO main.${table} SELECT ${values.join()} FROM other.${table}`);
    }
    if (database.prepare('PRAGMA foreign_key_check').all().length > 0)
      throw new Error('The two hotels don’t fit together.');
  } finally {
    database.close();
  }
}
