import * as z from 'zod/mini';
import { digestSchema, idSchema } from './ids.ts';
import { purposeIdSchema } from './purposes.ts';
import { openingReasonSchema } from './roles.ts';
import { instantSchema } from './time.ts';

const logActions = [
  'manifest-published',
  'registered',
  'seen',
  'opened',
  'arrived',
  'expired',
  'person-added',
  'passphrase-changed',
  'training-confirmed',
  'attempts-stopped',
  'passkey-added',
  'passkey-removed',
  'person-invited',
  'person-invited-again',
  'person-rejoined',
  'invitation-answered',
  'invitation-called-off',
  'person-removed',
  'role-changed',
  'grants-given',
  'grant-taken',
  'team-signed',
  'signed-in',
  'session-ended',
  'sign-in-failed',
  'stepped-up',
  'step-up-failed',
  'recovery-sheet-made',
  'recovery-sheet-proven',
  'withdrawn',
  'given',
  'corrected',
  'deleted',
  'sealed-off',
  'erased',
  'departed',
  'stay-changed',
  'erasure-certified',
  'clock-confirmed',
  'request-opened',
  'request-verified',
  'request-found',
  'request-done',
  'request-certified',
  'request-refused',
  'log-exported',
  'log-anchored',
  'settings-changed',
  'stay-corrected',
  'handed-over',
  'hand-over-withdrawn',
  'poster-made',
  'poster-revoked',
  'plain-posters-accepted',
  'plain-posters-ended',
  'recovery-rehearsed',
  'owner-restored',
  'owner-restoration-failed',
  'opening-refused',
  'attempt-refused',
  'approval-asked',
  'approved',
  'approval-refused',
  'opened-unapproved',
  'opening-reviewed',
  'export-begun',
  'exported',
  'printed',
  'paper-recorded',
  'paper-moved',
  'paper-destroyed',
] as const;
export type LogAction = (typeof logActions)[number];

/**
 * One leaf of a property's Merkle tree. Actors are stable pseudonyms, registrations their ids; never a person's data.
 * The leaf is the exact text of this JSON: SHA-256(0x00 ‖ text) (RFC 6962 §2.1).
 */
export const logEntrySchema = z.strictObject({
  format: z.literal('foyer-log/1'),
  time: instantSchema,
  /** A staff member's pseudonym id, or `guest`, `server`. */
  actor: z.string(),
  role: z.enum(['guest', 'server', 'front-desk', 'supervisor', 'owner']),
  action: z.enum(logActions),
  registration: z.nullable(idSchema),
  purpose: z.nullable(z.union([purposeIdSchema, z.literal('card')])),
  reason: z.nullable(openingReasonSchema),
  /** SHA-256 of what the entry pins: a receipt's text, a manifest's JWS, an anchored checkpoint, a poster's token, a restoration's JWS, a team list's; null where it pins nothing. */
  digest: z.nullable(digestSchema),
});
export type LogEntry = z.infer<typeof logEntrySchema>;
