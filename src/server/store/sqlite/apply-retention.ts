import { deletedClassSchema } from '../../../protocol/receipt.ts';
import { approvalsKept } from '../approval-changes.ts';
import type { ChangeOf, Outcome } from '../change.ts';
import { type Draft, done, log, refused, type Tables, unchanged } from './draft.ts';
import { forgetStay } from './forget-stay.ts';

export function setStay(tables: Tables, draft: Draft, property: number, change: ChangeOf<'set-stay'>): Outcome {
  const there = tables.registrations.byId(change.registration);
  if (there === null || there.owner !== property) return refused('not_found');
  if (there.state === 'expired' || there.state === 'erased') return refused('gone');
  if (there.state !== 'arrived' && there.state !== 'departed') return refused('conflict');
  const state = change.departed ? 'departed' : 'arrived';
  if (there.state === state && there.desk_check_out === change.checkOut) return unchanged;
  draft.lastChange += 1;
  tables.retention.setStay(there.id, draft.lastChange, state, change.checkOut);
  return done(draft, change.entry);
}

/** Ends what its guest never came for. */
export function expire(tables: Tables, draft: Draft, property: number, change: ChangeOf<'expire'>): Outcome {
  const there = tables.registrations.byId(change.registration);
  if (there === null || there.owner !== property) return unchanged;
  if (there.state !== 'received' && there.state !== 'seen') return unchanged;
  draft.lastChange += 1;
  const classes = tables.registrations
    .envelopes(there.id, 'all')
    .map(({ envelope }) => deletedClassSchema.parse(envelope.purpose ?? envelope.kind));
  tables.registrations.expire(there.id, draft.lastChange);
  forgetStay(tables, draft, there.id);
  const erasure = { id: change.erasure.id, classes, byTerm: true } as const;
  tables.amendments.addErasure(property, change.registration, there.events + 1, change.at, erasure);
  return done(draft, change.entry);
}

/** Ends what has come due, while the registration stands as it did when that was decided. */
export function retain(tables: Tables, draft: Draft, property: number, change: ChangeOf<'retain'>): Outcome {
  const there = tables.registrations.byId(change.registration);
  const { state, checkOut, events, purposes } = change.expected;
  const stands =
    there !== null &&
    there.owner === property &&
    there.state === state &&
    (there.desk_check_out ?? there.check_out) === checkOut &&
    there.events === events &&
    there.purposes.join() === purposes.join();
  if (!stands) return unchanged;
  draft.lastChange += 1;
  for (const sealed of change.sealedOff) tables.amendments.sealOff(there.id, sealed);
  if (change.ended) {
    const kept = tables.amendments.sealedOff(there.id).map(({ purpose }) => purpose);
    tables.registrations.erase(there.id, draft.lastChange, kept);
    forgetStay(tables, draft, there.id);
  } else {
    for (const purpose of change.erased) tables.registrations.erasePurpose(there.id, draft.lastChange, purpose);
    const gone = new Set([...change.erased, ...change.sealedOff.map(({ purpose }) => purpose)]);
    tables.registrations.setPurposes(
      there.id,
      draft.lastChange,
      there.purposes.filter((id) => !gone.has(id)),
      there.withdrawn,
    );
  }
  const { erasure } = change;
  // What was sealed under any event so far must not come back after a restore.
  if (erasure !== null)
    tables.amendments.addErasure(property, change.registration, there.events + 1, change.at, erasure);
  const index = log(draft, change.entry);
  for (const entry of change.further) log(draft, entry);
  return { kind: 'done', index };
}

export function certify(tables: Tables, draft: Draft, property: number, change: ChangeOf<'certify'>): Outcome {
  tables.approvals.forget(property, draft.moment - approvalsKept);
  const outcome = done(draft, change.entry);
  if (outcome.kind === 'done' && outcome.index !== null) tables.retention.certify(property, outcome.index, change);
  return outcome;
}
