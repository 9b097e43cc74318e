import { join } from 'node:path';
import type { DatabaseSync } from 'node:sqlite';
import { emptyEdge } from '../../log/merkle-tree.ts';
import { type Batch, type Committed, StorageUnavailable, type Store, type StoredRegistration } from '../store.ts';
import { AmendmentTables } from './amendment-tables.ts';
import { applyChange } from './apply-change.ts';
import { type Counters, type Draft, destroyedAny, type Tables, touchesRequests } from './draft.ts';
import { Journal } from './journal.ts';
import { lockFolder } from './lock-folder.ts';
import { LogTables } from './log-tables.ts';
import { countsOf } from './counts.ts';
import { RecordedErasures } from './lost-erasures.ts';
import { openDatabase, StartRefused } from './open-database.ts';
import { PropertyTables } from './property-tables.ts';
import { type RegistrationRow, toStored } from './registration-rows.ts';
import { ReceiptTemplates } from './receipt-templates.ts';
import { certificatesOf, envelopesOf, eventsOf, receiptsOf, sealedOffOf } from './registration-history.ts';
import { RegistrationTables } from './registration-tables.ts';
import { RequestTables } from './request-tables.ts';
import { RetentionTables } from './retention-tables.ts';
import type { SqliteStoreOptions } from './sqlite-store-options.ts';
import { StaffTables } from './staff-tables.ts';
import { secretOf } from './secret-of.ts';
import { isStorageError } from './storage-error.ts';

/**
 * Opens the store in a data folder, which this process then has to itself.
 * Throws StartRefused where the folder is in use, can't be written, or the database isn't fit to serve from.
 */
export function openSqliteStore(folder: string, options: SqliteStoreOptions = {}): Store {
  const unlock = lockFolder(folder);
  try {
    const database = openDatabase(join(folder, 'foyer.db'));
    return new SqliteStore(database, folder, unlock, options);
  } catch (error) {
    unlock();
    if (!isStorageError(error)) throw error;
    const reason = error instanceof Error ? error.message : '';
    throw new StartRefused(`The database in ${folder} can't be opened: ${reason}.`, { cause: error });
  }
}

class SqliteStore implements Store {
  readonly #database: DatabaseSync;
  readonly #unlock: () => void;
  readonly #options: SqliteStoreOptions;
  readonly #log: LogTables;
  readonly #tables: Tables;
  readonly #templates: ReceiptTemplates;
  /** Dropped when a transaction fails, so that the next reads them from the database again. */
  readonly #counters = new Map<string, Counters>();
  #lastRow: number | null = null;
  readonly #journal: Journal;
  readonly #erasures: RecordedErasures;

  constructor(database: DatabaseSync, folder: string, unlock: () => void, options: SqliteStoreOptions) {
    if (options.secureDelete === false) database.exec('PRAGMA secure_delete = 0');
    this.#database = database;
    this.#unlock = unlock;
    this.#options = options;
    this.#log = new LogTables(database);
    this.#templates = new ReceiptTemplates(database);
    this.#tables = {
      properties: new PropertyTables(database),
      registrations: new RegistrationTables(database, this.#templates),
      amendments: new AmendmentTables(database, this.#templates),
      requests: new RequestTables(database),
      retention: new RetentionTables(database),
      staff: new StaffTables(database),
    };
    this.#journal = new Journal(database);
    this.#erasures = new RecordedErasures(database, this.#tables, folder);
  }

  async commit(batch: Batch): Promise<Committed> {
    return this.#guard(() => {
      this.#database.exec('BEGIN IMMEDIATE');
      try {
        const committed = this.#apply(batch);
        this.#options.beforeCommit?.();
        this.#database.exec('COMMIT');
        this.#journal.afterCommit(destroyedAny(batch.changes, committed.outcomes));
        // In the ledger's file before anybody is told.
        this.#erasures.record();
        return committed;
      } catch (error) {
        this.#counters.delete(batch.property);
        this.#lastRow = null;
        this.#templates.forget();
        if (this.#database.isTransaction) this.#database.exec('ROLLBACK');
        throw error;
      }
    });
  }

  #apply({ property, changes, sign }: Batch): Committed {
    const counters = this.#counters.get(property) ?? this.#readCounters(property);
    const edge = counters?.edge ?? emptyEdge;
    const draft: Draft = {
      property,
      propertyRow: counters?.propertyRow ?? null,
      lastRow: this.#lastRow ?? this.#tables.registrations.lastRow(),
      lastChange: counters?.lastChange ?? 0,
      entries: [],
      base: edge.size,
    };
    const outcomes = changes.map((change) => applyChange(this.#tables, draft, change));
    const row = draft.propertyRow;
    if (row === null) return { outcomes, tree: null, cursor: null, requests: false };
    const grown = draft.entries.length === 0 ? null : this.#log.append(row, edge, draft.entries, sign);
    this.#counters.set(property, { propertyRow: row, edge: grown?.edge ?? edge, lastChange: draft.lastChange });
    this.#lastRow = draft.lastRow;
    const moved = draft.lastChange !== (counters?.lastChange ?? 0);
    const requests = changes.some((change, at) => touchesRequests(change) && outcomes[at]?.kind === 'done');
    return { outcomes, tree: grown?.tree ?? null, cursor: moved ? draft.lastChange : null, requests };
  }

  #readCounters(property: string): Counters | null {
    const propertyRow = this.#tables.properties.rowOf(property);
    if (propertyRow === null) return null;
    const lastChange = this.#tables.registrations.lastChange(propertyRow);
    return { propertyRow, edge: this.#log.edge(propertyRow), lastChange };
  }

  async properties() {
    return this.#guard(() => this.#tables.properties.all());
  }

  async property(property: string) {
    return this.#guard(() => this.#tables.properties.get(property));
  }

  async publications(property: string, since: number) {
    return this.#of(property, [], (row) => this.#tables.properties.publications(row, since));
  }

  async manifest(property: string, sequence: number) {
    return this.#of(property, null, (row) => this.#tables.properties.manifest(row, sequence));
  }

  async registration(registration: string) {
    return this.#guard(() => this.#stored(this.#tables.registrations.byId(registration)));
  }

  async registrationOfGuest(lookupHash: string) {
    return this.#guard(() => this.#stored(this.#tables.registrations.byLookup(lookupHash)));
  }

  async envelopes(registration: string) {
    return this.#guard(() => envelopesOf(this.#tables, registration));
  }

  async events(registration: string) {
    return this.#guard(() => eventsOf(this.#tables, registration));
  }

  async receipts(registration: string) {
    return this.#guard(() => receiptsOf(this.#tables, this.#log, registration));
  }

  async sealedOff(registration: string) {
    return this.#guard(() => sealedOffOf(this.#tables, registration));
  }

  async allSealedOff(property: string) {
    return this.#of(property, [], (row) => this.#tables.amendments.allSealedOff(row));
  }

  async erasures(property: string) {
    return this.#of(property, [], (row) => this.#tables.amendments.erasures(row));
  }

  async lostErasures(property: string) {
    return this.#guard(() => this.#erasures.lost(property));
  }

  async erasuresOf(registration: string) {
    return this.#guard(() => this.#tables.amendments.erasuresOf(registration));
  }

  async kept(property: string, after: number, limit: number) {
    return this.#of(property, [], (row) => this.#tables.retention.kept(row, after, limit));
  }

  async certificates(property: string, limit: number) {
    return this.#of(property, [], (row) => certificatesOf(this.#tables, this.#log, row, limit));
  }

  async countedTime() {
    return this.#guard(() => this.#tables.retention.countedTime());
  }

  async keepCountedTime(at: number) {
    this.#guard(() => this.#tables.retention.keepCountedTime(at));
  }

  async requests(property: string, limit: number) {
    return this.#of(property, [], (row) => this.#tables.requests.list(row, limit));
  }

  async request(property: string, request: string) {
    return this.#of(property, null, (row) => this.#tables.requests.get(row, request));
  }

  async requestsOf(registration: string) {
    return this.#guard(() => this.#tables.requests.of(registration));
  }

  async notice(property: string, hash: string) {
    return this.#of(property, null, (row) => this.#tables.properties.notice(row, hash));
  }

  async entriesOf(property: string, registration: string) {
    return this.#of(property, [], (row) => this.#log.entriesOf(row, registration));
  }

  async rows(property: string, after: number, limit: number) {
    return this.#of(property, [], (row) => this.#tables.registrations.rows(row, after, limit));
  }

  async overdue(property: string, before: number, limit: number) {
    return this.#of(property, [], (row) => this.#tables.registrations.overdue(row, before, limit));
  }

  async people(property: string) {
    return this.#of(property, [], (row) => this.#tables.staff.people(row));
  }

  async personByHandle(property: string, handle: string) {
    return this.#of(property, null, (row) => this.#tables.staff.byHandle(row, handle));
  }

  async grantedKeys(person: string, purpose: string) {
    return this.#guard(() => this.#tables.staff.grantedKeys(person, purpose));
  }

  async session(hash: string) {
    return this.#guard(() => this.#tables.staff.session(hash));
  }

  async recovery(property: string) {
    return this.#of(property, null, (row) => this.#tables.properties.recovery(row));
  }

  async entries(property: string, from: number, limit: number) {
    return this.#of(property, [], (row) => this.#log.entries(row, from, limit));
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
    return this.#guard(() => secretOf(this.#database, name, make));
  }

  async counts() {
    return this.#guard(() => countsOf(this.#database));
  }

  async scrub() {
    this.#guard(() => this.#journal.empty());
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

  #stored(row: RegistrationRow | null): StoredRegistration | null {
    return row === null ? null : toStored(row, this.#log.sizeCovering(row.owner, row.leaf));
  }

  #of<T>(property: string, none: T, read: (row: number) => T): T {
    return this.#guard(() => {
      const row = this.#tables.properties.rowOf(property);
      return row === null ? none : read(row);
    });
  }

  /** Tells a refusing disk from a fault of ours. */
  #guard<T>(work: () => T): T {
    try {
      return work();
    } catch (error) {
      throw isStorageError(error) ? new StorageUnavailable('the database refuses', { cause: error }) : error;
    }
  }
}
