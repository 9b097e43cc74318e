import type { ChangeOf, Outcome } from '../change.ts';
import { type Draft, done, log, refused, type Tables, unchanged } from './draft.ts';

type PaperChange = ChangeOf<'record-paper'> | ChangeOf<'move-paper'> | ChangeOf<'destroy-paper'>;

/** Writes the register of paper. */
export function applyPaper({ papers }: Tables, draft: Draft, property: number, change: PaperChange): Outcome {
  const there = papers.one(property, change.record);
  if (change.kind === 'record-paper') {
    if (there !== null) return unchanged;
    if (papers.isTaken(change.record)) return refused('conflict');
    papers.insert(property, change);
    return done(draft, change.entry);
  }
  if (there === null) return refused('not_found');
  const kept = there.parts.filter(({ destroyed }) => destroyed === null).map(({ purpose }) => purpose);
  if (change.kind === 'move-paper') {
    if (kept.length === 0) return refused('gone');
    papers.setStay(change.record, change.checkOut, change.departed);
    return done(draft, change.entry);
  }
  if (!change.purposes.every((purpose) => kept.includes(purpose))) return refused('conflict');
  papers.destroy(change);
  const outcome = done(draft, change.entry);
  for (const entry of change.further) log(draft, entry);
  return outcome;
}
