import { join } from 'node:path';
import type { DatabaseSync } from 'node:sqlite';
import * as z from 'zod/mini';
import { type PurposeId, purposeIdSchema } from '../../../protocol/purposes.ts';
import { deletedClassSchema } from '../../../protocol/receipt.ts';
import { digest } from '../../digest.ts';
import type { ChangeOf, Outcome } from '../change.ts';
import { bytesText, decode, json } from './column.ts';
import { type Draft, done, type Tables, unchanged } from './draft.ts';
import { eraseDamagedAgain } from './erase-damaged.ts';
import { ErasureLedger, type LedgerDisk, type LedgerLine } from './erasure-ledger.ts';
import { forgetStay } from './forget-stay.ts';
import { StartRefused } from './open-database.ts';

const erasureRow = z.object({
  id: z.number(),
  ledger: bytesText,
  property: z.string(),
  registration: bytesText,
  classes: json(z.array(deletedClassSchema)),
  through: z.number(),
  at: z.number(),
  note: z.nullable(bytesText),
});

/** The database's erasures and the ledger's file, kept the same but where the database is an older copy. */
export class RecordedErasures {
  readonly #database: DatabaseSync;
  readonly #tables: Tables;
  readonly #ledger: ErasureLedger;
  /** Row of the last erasure that is in the file to stay; of the last that was written there. */
  #recorded = 0;
  #written = 0;

  /** Adds to the file what it lacks. Throws StartRefused where the file can't be used. */
  constructor(database: DatabaseSync, tables: Tables, folder: string, disk?: LedgerDisk) {
    this.#database = database;
    this.#tables = tables;
    try {
      this.#ledger = new ErasureLedger(join(folder, 'foyer.erasures'), disk);
      this.record();
      this.keep();
    } catch (error) {
      const reason = error instanceof Error ? error.message : '';
      throw new StartRefused(`The erasure ledger in ${folder} can't be used: ${reason}.`, { cause: error });
    }
  }

  /**
   * Writes every erasure the database has, the open transaction's with it, that the file doesn't have yet; they are on disk then, and
   * stay there if `keep` follows. Throws StorageUnavailable, the file being as it was.
   */
  record(): void {
    const rows = this.#database
      .prepare(
        `SELECT e.id, ledger, p.property, registration, classes, through, at, note
          FROM erasures e JOIN properties p ON p.id = e.property WHERE e.id > ? ORDER BY e.id`,
      )
      .all(this.#recorded)
      .map((row) => erasureRow.parse(row));
    this.#ledger.append(rows.filter((row) => !this.#ledger.has(row.ledger)).map((row) => this.#line(row)));
    this.#written = rows.at(-1)?.id ?? this.#recorded;
  }

  /** The transaction was committed. */
  keep(): void {
    this.#ledger.keep();
    this.#recorded = this.#written;
  }

  /** The transaction was rolled back; its lines go. */
  undo(): void {
    this.#ledger.undo();
    this.#written = this.#recorded;
  }

  /** Lines of the file the database doesn't have. */
  lost(property: string): LedgerLine[] {
    const known = this.#database.prepare('SELECT id FROM erasures WHERE ledger = ?');
    return this.#ledger.lines().filter((one) => one.property === property && known.get(decode(one.id)) === undefined);
  }

  close(): void {
    this.#ledger.close();
  }

  #line({ ledger: id, property, registration, classes, through, at, note }: z.infer<typeof erasureRow>): LedgerLine {
    // Also of a record that can't be read as a whole.
    const there = this.#tables.damaged.byId(registration);
    return {
      format: 'foyer-erasure/1',
      id,
      property,
      registration,
      classes,
      through,
      at,
      ...(note === null ? {} : { note }),
      ended: there?.state === 'erased' || there?.state === 'expired',
      ...(there?.state === 'expired' ? { expired: true } : {}),
      held: (there?.purposes ?? '').split(',').flatMap((one) => purposeIdSchema.safeParse(one).data ?? []),
      sealedOff: there === null ? [] : this.#tables.amendments.stillSealedOff(there.id),
    };
  }
}

/** Destroys again what an older copy brought back. A registration the copy never had is only noted. */
export function eraseAgain(tables: Tables, draft: Draft, property: number, change: ChangeOf<'erase-again'>): Outcome {
  const { id, registration, classes, through, at, ended, expired, held, sealedOff, note } = change.erasure;
  const byTerm = expired === true ? { byTerm: true as const } : {};
  const noted = note === undefined ? {} : { note };
  tables.amendments.addErasure(property, registration, through, at, { id, classes, ...byTerm, ...noted });
  if (change.damaged === true) return eraseDamagedAgain(tables, draft, property, change);
  const there = tables.registrations.byId(registration);
  if (there === null || there.owner !== property) return unchanged;
  if (there.state === 'erased' || there.state === 'expired') return unchanged;
  if (!ended && note !== undefined && !hasNote(tables, there.id, note)) return unchanged;
  draft.lastChange += 1;
  if (expired === true) {
    tables.registrations.expire(there.id, draft.lastChange);
    forgetStay(tables, draft, there.id);
  } else if (ended) {
    for (const sealed of sealedOff) tables.amendments.sealOff(there.id, sealed);
    tables.registrations.erase(
      there.id,
      draft.lastChange,
      sealedOff.map(({ purpose }) => purpose),
    );
    forgetStay(tables, draft, there.id);
  } else if (note !== undefined) {
    tables.registrations.erasePurpose(there.id, draft.lastChange, 'desk');
  } else {
    const isClass = (name: string) => classes.some((one) => one === name);
    const left = new Set<string>();
    for (const { envelope, event } of tables.registrations.envelopes(there.id, 'all')) {
      const name = envelope.purpose ?? envelope.kind;
      if (event < through && isClass(name)) tables.registrations.erasePurpose(there.id, draft.lastChange, name);
      else left.add(name);
    }
    const takenBack = there.purposes.filter((purpose) => isClass(purpose) && !held.includes(purpose));
    const purposes = there.purposes.filter((purpose) => left.has(purpose));
    const withdrawn: PurposeId[] = [...there.withdrawn.filter((one) => !takenBack.includes(one)), ...takenBack];
    tables.registrations.setPurposes(there.id, draft.lastChange, purposes, withdrawn);
  }
  return done(draft, change.entry);
}

/** Whether the desk's note of a registration is the one of this hash. */
function hasNote(tables: Tables, row: number, note: string): boolean {
  return tables.registrations
    .envelopes(row, 'listed')
    .some(({ envelope }) => envelope.kind === 'desk' && digest(envelope.ciphertext) === note);
}
