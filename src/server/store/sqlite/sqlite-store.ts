import type { DatabaseSync } from 'node:sqlite';
import { defaultSettings } from '../../../protocol/hotel-settings.ts';
import type { Batch, Committed, Store, StoredRegistration } from '../store.ts';
import { BatchWriter } from './batch-writer.ts';
import type { Tables } from './draft.ts';
import { guarded } from './guarded.ts';
import { Journal } from './journal.ts';
import { LogTables } from './log-tables.ts';
import { countsOf } from './counts.ts';
import { RecordedErasures } from './lost-erasures.ts';
import { openTables } from './open-tables.ts';
import type { PurposeId } from '../../../protocol/purposes.ts';
import { keptForExport } from './kept-for-export.ts';
import { type RegistrationRow, toStored } from './registration-rows.ts';
import { ReceiptTemplates } from './receipt-templates.ts';
import { certificatesOf, envelopesOf, eventsOf, receiptsOf, sealedOffOf } from './registration-history.ts';
import type { SqliteStoreOptions } from './sqlite-store-options.ts';
import { secretOf } from './secret-of.ts';

/** Before an owner has saved any. */
const unsaved = { settings: defaultSettings, revision: 0 };

/** The store in one SQLite database; `openSqliteStore` is the way to one. */
export class SqliteStore implements Store {
  readonly #database: DatabaseSync;
  readonly #unlock: () => void;
  readonly #log: LogTables;
  readonly #tables: Tables;
  readonly #journal: Journal;
  readonly #erasures: RecordedErasures;
  readonly #writer: BatchWriter;

  constructor(database: DatabaseSync, folder: string, unlock: () => void, options: SqliteStoreOptions) {
    if (options.secureDelete === false) database.exec('PRAGMA secure_delete = 0');
    this.#database = database;
    this.#unlock = unlock;
    this.#log = new LogTables(database);
    const templates = new ReceiptTemplates(database);
    this.#tables = openTables(database, templates);
    this.#journal = new Journal(database, { rebuilds: options.rebuild !== false });
    this.#erasures = new RecordedErasures(database, this.#tables, folder, options.ledgerDisk);
    this.#writer = new BatchWriter({
      database,
      tables: this.#tables,
      log: this.#log,
      templates,
      journal: this.#journal,
      erasures: this.#erasures,
      beforeCommit: options.beforeCommit ?? (() => undefined),
    });
  }

  async commit(batch: Batch): Promise<Committed> {
    return guarded(() => this.#writer.write(batch));
  }

  async properties() {
    return guarded(() => this.#tables.properties.all());
  }

  async property(property: string) {
    return guarded(() => this.#tables.properties.get(property));
  }

  async publications(property: string, since: number) {
    return this.#of(property, [], (row) => this.#tables.properties.publications(row, since));
  }

  async manifest(property: string, sequence: number) {
    return this.#of(property, null, (row) => this.#tables.properties.manifest(row, sequence));
  }

  async settings(property: string) {
    return this.#of(property, unsaved, (row) => this.#tables.properties.settings(row));
  }

  async papers(property: string, limit: number) {
    return this.#of(property, [], (row) => this.#tables.papers.list(row, limit));
  }

  async paper(property: string, record: string) {
    return this.#of(property, null, (row) => this.#tables.papers.one(row, record));
  }

  async registration(registration: string) {
    return guarded(() => this.#stored(this.#tables.registrations.byId(registration)));
  }

  async registrationOfGuest(lookupHash: string) {
    return guarded(() => this.#stored(this.#tables.registrations.byLookup(lookupHash)));
  }

  async envelopes(registration: string) {
    return guarded(() => envelopesOf(this.#tables, registration));
  }

  async events(registration: string) {
    return guarded(() => eventsOf(this.#tables, registration));
  }

  async receipts(registration: string) {
    return guarded(() => receiptsOf(this.#tables, this.#log, registration));
  }

  async sealedOff(registration: string) {
    return guarded(() => sealedOffOf(this.#tables, registration));
  }

  async allSealedOff(property: string) {
    return this.#of(property, [], (row) => this.#tables.amendments.allSealedOff(row));
  }

  async erasures(property: string) {
    return this.#of(property, [], (row) => this.#tables.amendments.erasures(row));
  }

  async lostErasures(property: string) {
    return guarded(() => this.#erasures.lost(property));
  }

  async erasuresOf(registration: string) {
    return guarded(() => this.#tables.amendments.erasuresOf(registration));
  }

  async awaited(property: string, purpose: PurposeId, after: number, limit: number) {
    return this.#of(property, [], (row) => this.#tables.retention.awaited(row, after, limit, purpose));
  }

  async kept(property: string, after: number, limit: number) {
    return this.#of(property, [], (row) => this.#tables.retention.kept(row, after, limit));
  }

  async countKept(property: string, purpose: PurposeId) {
    return this.#of(property, 0, (row) => this.#tables.retention.countKept(row, purpose));
  }

  async keptFor(property: string, purpose: PurposeId, after: number, limit: number) {
    return this.#of(property, [], (row) => keptForExport(this.#tables, row, purpose, after, limit));
  }

  async certificates(property: string, limit: number) {
    return this.#of(property, [], (row) => certificatesOf(this.#tables, this.#log, row, limit));
  }

  async countedTime() {
    return guarded(() => this.#tables.retention.countedTime());
  }

  async keepCountedTime(at: number) {
    guarded(() => this.#tables.retention.keepCountedTime(at));
  }

  async requests(property: string, limit: number) {
    return this.#of(property, [], (row) => this.#tables.requests.list(row, limit));
  }

  async request(property: string, request: string) {
    return this.#of(property, null, (row) => this.#tables.requests.get(row, request));
  }

  async requestsOf(registration: string) {
    return guarded(() => this.#tables.requests.of(registration));
  }

  async notice(property: string, hash: string) {
    return this.#of(property, null, (row) => this.#tables.properties.notice(row, hash));
  }

  async entriesOf(property: string, registration: string) {
    return this.#of(property, [], (row) => this.#log.entriesOf(row, registration));
  }

  async rows(property: string, after: number, limit: number) {
    return this.#of(property, [], (row) => this.#tables.registrations.rows(row, 'after', after, limit));
  }

  async rowsBefore(property: string, before: number, limit: number) {
    return this.#of(property, [], (row) => this.#tables.registrations.rows(row, 'before', before, limit));
  }

  async lastChange(property: string) {
    return this.#of(property, 0, (row) => this.#tables.registrations.lastChange(row));
  }

  async overdue(property: string, before: number, limit: number) {
    return this.#of(property, [], (row) => this.#tables.retention.overdue(row, before, limit));
  }

  async people(property: string) {
    return this.#of(property, [], (row) => this.#tables.staff.people(row));
  }

  async person(property: string, person: string) {
    return this.#of(property, null, (row) => this.#tables.staff.byId(row, person));
  }

  async personByHandle(property: string, handle: string) {
    return this.#of(property, null, (row) => this.#tables.staff.byHandle(row, handle));
  }

  async passkeys(person: string) {
    return guarded(() => this.#tables.passkeys.of(person));
  }

  async passkey(property: string, credential: string) {
    return this.#of(property, null, (row) => this.#tables.passkeys.byCredential(row, credential));
  }

  async invitations(property: string, now: number) {
    return this.#of(property, [], (row) => this.#tables.invitations.waiting(row, now));
  }

  async invitationByToken(tokenHash: string) {
    return guarded(() => this.#tables.invitations.byToken(tokenHash));
  }

  async grantedKeys(person: string, purpose: string) {
    return guarded(() => this.#tables.staff.grantedKeys(person, purpose));
  }

  async sessions(property: string) {
    return this.#of(property, [], (row) => this.#tables.sessions.of(row));
  }

  async session(hash: string) {
    return guarded(() => this.#tables.sessions.get(hash));
  }

  async recovery(property: string) {
    return this.#of(property, null, (row) => this.#tables.recoveries.get(row));
  }

  async recoveryProofs(property: string) {
    return this.#of(property, [], (row) => this.#tables.recoveries.proofs(row));
  }

  async hadSheet(property: string, sheet: string) {
    return this.#of(property, false, (row) => this.#tables.recoveries.had(row, sheet));
  }

  async restored(property: string) {
    return this.#of(property, null, (row) => this.#tables.recoveries.restored(row));
  }

  async heldKeys(property: string) {
    return this.#of(property, [], (row) => this.#tables.staff.heldKeys(row));
  }

  async posters(property: string) {
    return this.#of(property, [], (row) => this.#tables.posters.list(row));
  }

  async entries(property: string, from: number, limit: number) {
    return this.#of(property, [], (row) => this.#log.entries(row, from, limit));
  }

  async logPage(property: string, from: number, to: number) {
    return this.#of(property, { entries: [], checkpoints: [] }, (row) => this.#log.page(row, from, to));
  }

  async anchors(property: string, limit: number) {
    return this.#of(property, [], (row) => this.#tables.anchors.list(row, limit));
  }

  async inclusionProof(property: string, index: number, size: number) {
    return this.#of(property, [], (row) => this.#log.inclusionProof(row, index, size));
  }

  async consistencyProof(property: string, oldSize: number, size: number) {
    return this.#of(property, [], (row) => this.#log.consistencyProof(row, oldSize, size));
  }

  async checkpoint(property: string, size: number | null) {
    return this.#of(property, null, (row) => this.#log.checkpoint(row, size));
  }

  async secret(name: string, make: () => Uint8Array) {
    return guarded(() => secretOf(this.#database, name, make));
  }

  async counts() {
    return guarded(() => countsOf(this.#database));
  }

  async scrub(most = Number.POSITIVE_INFINITY) {
    guarded(() => this.#journal.scrub(most));
  }

  async close() {
    try {
      this.#journal.empty();
    } finally {
      this.#database.close();
      this.#erasures.close();
      this.#unlock();
    }
  }

  readonly #stored = (row: RegistrationRow | null): StoredRegistration | null =>
    row === null ? null : toStored(row, this.#log.sizeCovering(row.owner, row.leaf));

  #of<T>(property: string, none: T, read: (row: number) => T): T {
    return guarded(() => {
      const row = this.#tables.properties.rowOf(property);
      return row === null ? none : read(row);
    });
  }
}
