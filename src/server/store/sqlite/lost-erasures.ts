import type { DatabaseSync } from 'node:sqlite';
import * as z from 'zod/mini';
import type { PurposeId } from '../../../protocol/purposes.ts';
import { deletedClassSchema } from '../../../protocol/receipt.ts';
import type { ChangeOf, Outcome } from '../change.ts';
import { bytesText, decode, json } from './column.ts';
import { type Draft, done, type Tables, unchanged } from './draft.ts';
import type { ErasureLedger, LedgerLine } from './erasure-ledger.ts';

const erasureRow = z.object({
  id: z.number(),
  ledger: bytesText,
  property: z.string(),
  registration: bytesText,
  classes: json(z.array(deletedClassSchema)),
  through: z.number(),
  at: z.number(),
});

/**
 * Writes every erasure of the database after row `since` that the file doesn't have yet. Returns the last row.
 * Throws StorageUnavailable; asked again, it goes on where it was.
 */
export function recordErasures(database: DatabaseSync, tables: Tables, ledger: ErasureLedger, since: number): number {
  const rows = database
    .prepare(
      `SELECT e.id, ledger, p.property, registration, classes, through, at
        FROM erasures e JOIN properties p ON p.id = e.property WHERE e.id > ? ORDER BY e.id`,
    )
    .all(since)
    .map((row) => erasureRow.parse(row));
  const missing = rows.filter((row) => !ledger.has(row.ledger));
  ledger.append(
    missing.map(({ ledger: id, property, registration, classes, through, at }): LedgerLine => {
      const there = tables.registrations.byId(registration);
      return {
        format: 'foyer-erasure/1',
        id,
        property,
        registration,
        classes,
        through,
        at,
        ended: there?.state === 'erased',
        held: [...(there?.purposes ?? [])],
        sealedOff: there === null ? [] : tables.amendments.sealedOff(there.id),
      };
    }),
  );
  return rows.at(-1)?.id ?? since;
}

/** Lines of the file the database doesn't have: it is an older copy. */
export function lostErasures(database: DatabaseSync, ledger: ErasureLedger, property: string): LedgerLine[] {
  const known = database.prepare('SELECT id FROM erasures WHERE ledger = ?');
  return ledger.lines().filter((line) => line.property === property && known.get(decode(line.id)) === undefined);
}

/** Destroys again what an older copy brought back. A registration the copy never had is only noted. */
export function eraseAgain(tables: Tables, draft: Draft, property: number, change: ChangeOf<'erase-again'>): Outcome {
  const { id, registration, classes, through, at, ended, held, sealedOff } = change.erasure;
  tables.amendments.addErasure(property, registration, through, at, { id, classes });
  const there = tables.registrations.byId(registration);
  if (there === null || there.owner !== property || there.state === 'erased') return unchanged;
  draft.lastChange += 1;
  if (ended) {
    for (const sealed of sealedOff) tables.amendments.sealOff(there.id, sealed);
    tables.registrations.erase(
      there.id,
      draft.lastChange,
      sealedOff.map(({ purpose }) => purpose),
    );
  } else {
    const isClass = (name: string) => classes.some((one) => one === name);
    const left = tables.registrations.eraseSealedBefore(there.id, through, isClass);
    const takenBack = there.purposes.filter((purpose) => isClass(purpose) && !held.includes(purpose));
    const purposes = there.purposes.filter((purpose) => left.has(purpose));
    const withdrawn: PurposeId[] = [...there.withdrawn.filter((one) => !takenBack.includes(one)), ...takenBack];
    tables.registrations.setPurposes(there.id, draft.lastChange, purposes, withdrawn);
  }
  return done(draft, change.entry);
}
