import type { ChangeOf, Outcome } from '../change.ts';
import { type Draft, done, refused, type Tables, unchanged } from './draft.ts';

export function handOver(tables: Tables, draft: Draft, property: number, change: ChangeOf<'hand-over'>): Outcome {
  const there = tables.registrations.byId(change.registration);
  if (there === null || there.owner !== property) return refused('not_found');
  if (there.state === 'expired' || there.state === 'erased') return refused('gone');
  if (there.state !== 'arrived' && there.state !== 'departed') return refused('conflict');
  const before = tables.handOvers.get(there.id);
  const { way, at, actor } = change;
  if (way === null) {
    if (before === null) return unchanged;
    tables.handOvers.delete(there.id);
  } else {
    if (before?.consentNumber === there.events) return unchanged;
    tables.handOvers.set(there.id, { at, actor, way }, there.events);
  }
  draft.lastChange += 1;
  tables.handOvers.tell(there.id, draft.lastChange);
  return done(draft, change.entry);
}
