import * as z from 'zod/mini';

export const roles = ['front-desk', 'supervisor', 'owner'] as const;
export const roleSchema = z.enum(roles);
export type Role = z.infer<typeof roleSchema>;

/** Everything a signed-in person can ask of the server. */
export const permissions = [
  'list.read',
  'registration.see',
  'envelope.open',
  'registration.arrive',
  'registration.stay',
  'stay.correct',
  'property.read',
  'people.read',
  'people.add',
  'people.manage',
  'manifest.publish',
  'recovery.manage',
  'request.read',
  'request.open',
  'request.handle',
  'retention.read',
  'clock.confirm',
  'log.export',
  'settings.read',
  'settings.write',
  'register.hand-over',
  'posters.read',
  'posters.manage',
  'session.read',
  'session.end',
  'minors.approve',
  'guests.export',
  'paper.read',
  'paper.record',
  'paper.destroy',
] as const;
export type Permission = (typeof permissions)[number];

const frontDesk: readonly Permission[] = [
  'list.read',
  'registration.see',
  'envelope.open',
  'registration.arrive',
  'registration.stay',
  'property.read',
  'request.read',
  'request.open',
  'register.hand-over',
  'session.read',
  'session.end',
  'paper.read',
  'paper.record',
];
const supervisor: readonly Permission[] = [
  ...frontDesk,
  'stay.correct',
  'people.read',
  'request.handle',
  'retention.read',
  'log.export',
  'minors.approve',
  'guests.export',
  'posters.read',
  'paper.destroy',
];

/** Who may ask for what. Opening an envelope needs the purpose's key granted to the person as well. */
export const permissionsOf: Readonly<Record<Role, readonly Permission[]>> = {
  'front-desk': frontDesk,
  supervisor,
  owner: permissions,
};

/** Why an envelope was opened. A closed list: no free text, so no person's data, ever reaches the log. */
const openingReasons = [
  'check-in',
  'contact-guest',
  'guest-asked',
  'bill',
  'lost-property',
  'points',
  'emergency',
  'legal-duty',
] as const;
export const openingReasonSchema = z.enum(openingReasons);
export type OpeningReason = z.infer<typeof openingReasonSchema>;
