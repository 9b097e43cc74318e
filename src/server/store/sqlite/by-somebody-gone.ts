import { logEntrySchema } from '../../../protocol/audit-log.ts';
import type { Change } from '../change.ts';
import type { Tables } from './draft.ts';

/**
 * Whether a change is a member of staff's who has been removed by now, or isn't what they were: what they began before comes to nothing,
 * however long it was on its way.
 */
export function isBySomebodyGone({ staff }: Tables, property: number, change: Change): boolean {
  // A restored owner is one by this change alone.
  if (change.kind === 'restore-owner') return false;
  const entry = change.kind === 'sign-team' ? change.team.entry : 'entry' in change ? change.entry : undefined;
  if (entry === undefined || isByGuest(entry)) return false;
  const { actor, role } = logEntrySchema.parse(JSON.parse(entry));
  return role !== 'guest' && role !== 'server' && staff.byId(property, actor)?.person.role !== role;
}

/** By the server's own spelling: the greatest number of changes by far, which needn't be read for it. */
function isByGuest(entry: string): boolean {
  return entry.includes('"role":"guest"');
}
