import type { ChangeOf, Outcome } from '../change.ts';
import { type Draft, done, log, type Tables, unchanged } from './draft.ts';

/** Destroys again what an older copy brought back of a record that can't be read. */
export function eraseDamagedAgain(
  tables: Tables,
  draft: Draft,
  property: number,
  { erasure, entry }: ChangeOf<'erase-again'>,
): Outcome {
  const there = tables.damaged.byId(erasure.registration);
  if (there === null || there.owner !== property) return unchanged;
  if (there.state === 'erased' || there.state === 'expired') return unchanged;
  draft.lastChange += 1;
  if (erasure.ended) {
    for (const sealed of erasure.sealedOff) tables.amendments.sealOff(there.id, sealed);
    const kept = erasure.sealedOff.map(({ purpose }) => purpose);
    end(tables, draft, there.id, erasure.expired === true ? 'expired' : 'erased', kept);
  } else if (erasure.note !== undefined) {
    tables.damaged.eraseNote(there.id, draft.lastChange, erasure.note);
  } else {
    tables.damaged.erase(there, draft.lastChange, erasure.classes, erasure.through);
  }
  return done(draft, entry);
}

/** Destroys all that is stored of a record that can't be read. */
export function destroyDamaged(
  tables: Tables,
  draft: Draft,
  property: number,
  { registration, at, erasure, entry, further }: ChangeOf<'destroy-damaged'>,
): Outcome {
  const there = tables.damaged.byId(registration);
  if (there === null || there.owner !== property) return unchanged;
  draft.lastChange += 1;
  end(tables, draft, there.id, 'erased', []);
  tables.amendments.addErasure(property, registration, there.events + 1, at, erasure);
  const index = log(draft, entry);
  for (const more of further) log(draft, more);
  return { kind: 'done', index };
}

function end(tables: Tables, draft: Draft, row: number, state: 'erased' | 'expired', kept: readonly string[]): void {
  tables.damaged.end(row, draft.lastChange, state, kept);
  if (tables.approvals.end(row)) draft.topics.add('approvals');
  if (kept.length > 0) return;
  tables.retention.forgetStay(row);
  tables.handOvers.delete(row);
}
