import { digest } from '../../digest.ts';
import type { ChangeOf, Outcome } from '../change.ts';
import { type Draft, done, refused, type Tables, unchanged } from './draft.ts';

/** Replaces what the hotel itself noted, while it stands as whoever corrects it saw it. */
export function correctStay(tables: Tables, draft: Draft, property: number, change: ChangeOf<'correct-stay'>): Outcome {
  const there = tables.registrations.byId(change.registration);
  if (there === null || there.owner !== property) return refused('not_found');
  if (there.state === 'expired' || there.state === 'erased') return refused('gone');
  if (there.state !== 'arrived' && there.state !== 'departed') return refused('conflict');
  const notes = tables.registrations.envelopes(there.id, 'listed').filter(({ envelope }) => envelope.kind === 'desk');
  const [note] = notes.map(({ envelope }) => envelope.ciphertext);
  if (note === change.desk.ciphertext && there.desk_check_out === change.checkOut) return unchanged;
  if (change.manifestSequence < tables.properties.epochSince(property)) return refused('unknown_key');
  const { expected, erasure } = change;
  const replaced = note === undefined ? null : digest(note);
  if (replaced !== expected.desk || there.desk_check_out !== expected.checkOut) return refused('conflict');
  draft.lastChange += 1;
  tables.registrations.correctStay(there.id, draft.lastChange, change);
  if (replaced !== null && note !== change.desk.ciphertext) {
    // It rests on no consent event: its own hash says which one is meant.
    const line = { id: erasure.id, classes: ['desk'], note: replaced } as const;
    tables.amendments.addErasure(property, change.registration, 0, change.at, line);
  }
  return done(draft, change.entry);
}
