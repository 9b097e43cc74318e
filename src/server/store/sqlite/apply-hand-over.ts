import type { ChangeOf, Outcome } from '../change.ts';
import { type Draft, done, log, refused, type Tables, unchanged } from './draft.ts';

export function handOver(tables: Tables, draft: Draft, property: number, change: ChangeOf<'hand-over'>): Outcome {
  const there = tables.registrations.byId(change.registration);
  if (there === null || there.owner !== property) return refused('not_found');
  if (there.state === 'expired' || there.state === 'erased') return refused('gone');
  if (there.state !== 'arrived' && there.state !== 'departed') return refused('conflict');
  const before = tables.handOvers.get(there.id);
  const { way, at, actor, consentNumber } = change;
  const upTo = consentNumber ?? there.events;
  if (upTo > there.events) return refused('conflict');
  if (way === null) {
    if (before === null) return unchanged;
    tables.handOvers.delete(there.id);
  } else {
    if (before !== null && before.consentNumber >= upTo) return unchanged;
    tables.handOvers.set(there.id, { at, actor, way }, upTo);
  }
  draft.lastChange += 1;
  tables.handOvers.tell(there.id, draft.lastChange);
  const outcome = done(draft, change.entry);
  if (change.minorsEntry !== undefined) log(draft, change.minorsEntry);
  return outcome;
}
