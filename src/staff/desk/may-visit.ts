import { type Permission, permissionsOf, type Role } from '../../protocol/roles.ts';
import type { Place } from './use-where.ts';

/** What a person must be allowed for a place to be of use to them; null where it is everybody's. */
const needs: Readonly<Record<Place, Permission | null>> = {
  desk: null,
  account: null,
  training: null,
  paper: null,
  requests: 'request.read',
  register: 'register.hand-over',
  'paper-register': 'paper.read',
  notice: 'manifest.publish',
  posters: 'posters.read',
  recovery: 'recovery.manage',
  retention: 'retention.read',
  records: 'log.export',
  team: 'people.manage',
  settings: 'settings.write',
};

/** Whether a place belongs to somebody's role. What doesn't is neither offered nor drawn, whichever way somebody comes there. */
export function mayVisit(role: Role, place: Place): boolean {
  const needed = needs[place];
  return needed === null || permissionsOf[role].includes(needed);
}
