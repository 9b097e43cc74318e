import * as z from 'zod/mini';
import { manifestPublicationSchema } from './api.ts';
import { digestSchema, idSchema } from './ids.ts';
import { purposeIdSchema } from './purposes.ts';
import { teamListTextSchema } from './team-list.ts';
import { deviceKindSchema, grantSchema } from './staff.ts';
import { instantSchema } from './time.ts';

/** A session somebody can see and end. `id` is the hash the server keeps; it authorises nothing. */
export const sessionSchema = z.object({
  id: digestSchema,
  person: idSchema,
  startedAt: instantSchema,
  usedAt: instantSchema,
  device: deviceKindSchema,
  /** Whether it is the one that asks. */
  current: z.boolean(),
});
export type StaffSession = z.infer<typeof sessionSchema>;
/** One's own; everybody's for an owner. Newest use first. */
export const sessionsSchema = z.object({ sessions: z.array(sessionSchema) });

/** Ends one session, or all of a person's but the one that asks. */
export const sessionEndingSchema = z.union([
  z.strictObject({ session: digestSchema }),
  z.strictObject({ person: idSchema }),
]);
export type SessionEnding = z.infer<typeof sessionEndingSchema>;

/** An owner holds the root, which no change of role gives or takes. */
export const roleChangeSchema = z.strictObject({ role: z.enum(['front-desk', 'supervisor']) });
export type RoleChange = z.infer<typeof roleChangeSchema>;

/** Keys of a purpose, today's and earlier ones, sealed to somebody who is to open it from now on, and the team list that says so. */
export const grantingSchema = z.strictObject({
  grants: z.array(grantSchema).check(z.minLength(1), z.maxLength(256)),
  team: teamListTextSchema,
});
export type Granting = z.infer<typeof grantingSchema>;

/**
 * A new epoch, whole or not at all: who leaves, what is taken from whom, the manifest with all new keys, and these keys sealed to
 * everybody who stays and is in the team list of that epoch. Every session of the hotel ends with it.
 */
export const keyRenewalSchema = z.strictObject({
  removed: z.nullable(idSchema),
  revoked: z.array(z.strictObject({ person: idSchema, purpose: purposeIdSchema })).check(z.maxLength(64)),
  publication: z.omit(manifestPublicationSchema, { grants: true }),
  grants: z.array(z.strictObject({ person: idSchema, grant: grantSchema })).check(z.maxLength(2048)),
  team: teamListTextSchema,
});
export type KeyRenewal = z.infer<typeof keyRenewalSchema>;
