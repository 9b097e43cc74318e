import { type LogAction, logEntrySchema } from '../../../protocol/audit-log.ts';
import type { Change } from '../change.ts';
import type { Tables } from './draft.ts';

/** What is noted of somebody who was turned away. */
const turnedAway: ReadonlySet<LogAction> = new Set([
  'sign-in-failed',
  'step-up-failed',
  'opening-refused',
  'attempt-refused',
  'attempts-stopped',
]);
/** Refused to who is shut out by what they do themselves, as if what proves them were wrong. */
const proving: ReadonlySet<Change['kind']> = new Set(['start-session', 'change-passphrase', 'answer-approval']);

/**
 * Whether a change is a member of staff's who has been removed or shut out by now, or isn't what they were: what they began before comes
 * to nothing, however long it was on its way.
 */
export function isBySomebodyGone({ staff, invitations }: Tables, property: number, change: Change): boolean {
  // A restored owner is one by this change alone.
  if (change.kind === 'restore-owner') return false;
  const entry = change.kind === 'sign-team' ? change.team.entry : 'entry' in change ? change.entry : undefined;
  if (entry === undefined || isByGuest(entry)) return false;
  const { actor, role, action } = logEntrySchema.parse(JSON.parse(entry));
  if (role === 'guest' || role === 'server') return false;
  if (staff.byId(property, actor)?.person.role !== role) return true;
  return !turnedAway.has(action) && !proving.has(change.kind) && invitations.shutsOut(property, actor);
}

/** By the server's own spelling: the greatest number of changes by far, which needn't be read for it. */
function isByGuest(entry: string): boolean {
  return entry.includes('"role":"guest"');
}
