import * as z from 'zod/mini';
import { digestSchema, idSchema, propertyIdSchema, publicKeySchema } from './ids.ts';
import { localizedSchema } from './languages.ts';
import { pages } from './pages.ts';
import { purposeIdSchema } from './purposes.ts';
import { roleSchema } from './roles.ts';
import { credentialSchema, displayNameSchema, grantSchema, handleSchema, sealedSchema } from './staff.ts';
import { keyRenewalSchema } from './team.ts';
import { teamListTextSchema } from './team-list.ts';
import { instantSchema } from './time.ts';

/** Milliseconds from an invitation until its link ends. */
export const invitationLasts = 30 * 60_000;

/**
 * `open` until somebody answers; `answered` until the owner has compared the words. The rest are ends, and `expired` comes by itself:
 * of an ended invitation the server keeps no name.
 */
export const invitationStateSchema = z.enum(['open', 'answered', 'confirmed', 'called-off', 'expired']);
export type InvitationState = z.infer<typeof invitationStateSchema>;

/**
 * For somebody who belongs to the team and comes without their keys: pseudonym, name and role stay, their keys are made anew. `exposed`
 * where others may hold what they had: they are shut out until they come in anew or the invitation is called off, also once it has run
 * out, and a new epoch begins with their answer.
 */
const againSchema = z.strictObject({ person: idSchema, exposed: z.boolean() });

/** What an owner decides before anybody is asked. */
const invited = {
  displayName: displayNameSchema,
  handle: handleSchema,
  role: roleSchema,
  purposes: z.array(purposeIdSchema).check(z.maxLength(16)),
  /** Absent where somebody new is invited. */
  again: z.optional(againSchema),
};

/** POST by an owner. The link's secret stays on the owner's device: the server gets the hash of a token derived from it. */
export const newInvitationSchema = z.strictObject({
  ...invited,
  id: idSchema,
  tokenHash: digestSchema,
  /** The secret, sealed to the owner who invites: so that a tablet that was locked meanwhile can go on. */
  sealedSecret: sealedSchema,
});
export type NewInvitation = z.infer<typeof newInvitationSchema>;

/** What the owner sees of an invitation that waits, or has run out and still shuts somebody out (`expired`). */
export const invitationSchema = z.object({
  ...invited,
  id: idSchema,
  state: invitationStateSchema,
  /** The owner who invited, who alone can confirm. */
  by: idSchema,
  expiresAt: instantSchema,
  sealedSecret: sealedSchema,
  /** Of the colleague, once they have answered. */
  person: z.nullable(idSchema),
  publicKey: z.nullable(publicKeySchema),
});
export type Invitation = z.infer<typeof invitationSchema>;
export const invitationsSchema = z.object({ invitations: z.array(invitationSchema) });

/** POST by whoever has the link. */
export const invitationTokenSchema = z.strictObject({ token: digestSchema });

/** What the invited person sees; their name only while it waits for them. */
export const invitationViewSchema = z.object({
  property: propertyIdSchema,
  state: invitationStateSchema,
  expiresAt: instantSchema,
  hotel: localizedSchema,
  invited: z.nullable(z.object(invited)),
});
export type InvitationView = z.infer<typeof invitationViewSchema>;

/**
 * POST by the invited person: the keys they made on their own device. Taken once; the very same again is taken as done. Who is invited
 * again answers under their own pseudonym.
 */
export const invitationAnswerSchema = z.strictObject({
  token: digestSchema,
  id: idSchema,
  publicKey: publicKeySchema,
  credential: credentialSchema,
});
export type InvitationAnswer = z.infer<typeof invitationAnswerSchema>;

/** POST by the owner after the words were compared: everything is sealed to this very key. */
export const invitationConfirmationSchema = z.strictObject({
  publicKey: publicKeySchema,
  grants: z.array(grantSchema).check(z.maxLength(256)),
  /** The root's private key for another owner. */
  sealedRoot: z.optional(sealedSchema),
  /** The team list with this person under this key. */
  team: teamListTextSchema,
  /** With `exposed` alone: the new epoch, as when somebody leaves; what it gives to the person confirmed is in `grants`. */
  renewal: z.optional(z.pick(keyRenewalSchema, { publication: true, grants: true })),
});
export type InvitationConfirmation = z.infer<typeof invitationConfirmationSchema>;

/** The link: fragment `<root fingerprint>.<secret>`, which no server gets to see. */
export function invitationUrl(publicUrl: string, fingerprint: string, secret: string): string {
  return `${publicUrl}${pages.join}#${fingerprint}.${secret}`;
}
