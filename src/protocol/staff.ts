import * as z from 'zod/mini';
import { digestSchema, idSchema, publicKeySchema } from './ids.ts';
import { purposeIdSchema } from './purposes.ts';
import { roleSchema } from './roles.ts';
import { instantSchema } from './time.ts';

const bytesText = (most: number) => z.string().check(z.regex(/^[A-Za-z0-9_-]+$/), z.maxLength(most));

/** What a person types to say who they are; unique in a property, lower case. */
export const handleSchema = z.string().check(z.regex(/^[a-z0-9][a-z0-9.-]{1,31}$/));

/**
 * Argon2id parameters (RFC 9106): memory in KiB, passes, lanes. The floor is OWASP's 19 MiB · 2 · 1; the product uses 64 MiB · 3 · 1.
 */
export const passphraseParametersSchema = z.strictObject({
  algorithm: z.literal('argon2id'),
  memory: z.int().check(z.gte(19_456), z.lte(1_048_576)),
  passes: z.int().check(z.gte(2), z.lte(16)),
  lanes: z.literal(1),
});
export type PassphraseParameters = z.infer<typeof passphraseParametersSchema>;
export const passphraseParameters: PassphraseParameters = {
  algorithm: 'argon2id',
  memory: 65_536,
  passes: 3,
  lanes: 1,
};

/** Bytes under AES-256-GCM: 12-byte nonce and ciphertext with tag. */
export const wrappedSchema = z.strictObject({ nonce: bytesText(16), ciphertext: bytesText(12_000) });
export type Wrapped = z.infer<typeof wrappedSchema>;

/** Bytes under HPKE base mode: encapsulated point and ciphertext with tag. */
export const sealedSchema = z.strictObject({ enc: bytesText(87), ciphertext: bytesText(12_000) });
export type Sealed = z.infer<typeof sealedSchema>;

/** Which sealing key a grant opens: the desk list's card key, or one purpose's. */
export const keyPurposeSchema = z.union([purposeIdSchema, z.literal('card')]);
export type KeyPurpose = z.infer<typeof keyPurposeSchema>;

/** A purpose's private key, HPKE-sealed to one person. Only they can use it; the server stores it blindly. */
export const grantSchema = z.strictObject({
  purpose: keyPurposeSchema,
  keyId: idSchema,
  epoch: z.int(),
  sealed: sealedSchema,
});
export type Grant = z.infer<typeof grantSchema>;

/** What it takes to sign in with a passphrase. `proofHash` is SHA-256 of the proof the tablet derives; the passphrase is never sent. */
export const credentialSchema = z.strictObject({
  salt: bytesText(43),
  parameters: passphraseParametersSchema,
  proofHash: digestSchema,
  /** The person's private keys, wrapped by the other half of what Argon2id gives. */
  wrapped: wrappedSchema,
});
export type Credential = z.infer<typeof credentialSchema>;

/** A person's own new passphrase; `proof` is derived from the old one. */
export const passphraseChangeSchema = z.strictObject({ proof: digestSchema, credential: credentialSchema });
export type PassphraseChange = z.infer<typeof passphraseChangeSchema>;

/** What colleagues call somebody. */
export const displayNameSchema = z.string().check(z.trim(), z.minLength(1), z.maxLength(60));
/** What somebody signs in on, in no more than is needed to know it again among one's own. */
const deviceKinds = ['iphone', 'ipad', 'android-phone', 'android-tablet', 'windows', 'mac', 'linux', 'other'] as const;
export const deviceKindSchema = z.enum(deviceKinds);
export type DeviceKind = z.infer<typeof deviceKindSchema>;

/** A member of staff as their creator's tablet sends them to the server. */
export const newPersonSchema = z.strictObject({
  /** Stable pseudonym, the actor of log entries. */
  id: idSchema,
  handle: handleSchema,
  displayName: displayNameSchema,
  role: roleSchema,
  /** Grants are sealed to this key. */
  publicKey: publicKeySchema,
  credential: credentialSchema,
  /** Today's keys, and earlier ones for what was sealed before. */
  grants: z.array(grantSchema).check(z.maxLength(256)),
  /** The root's private key sealed to them: for an owner who made their keys on their own device. */
  sealedRoot: z.optional(sealedSchema),
});
export type NewPerson = z.infer<typeof newPersonSchema>;

/** A member of staff as colleagues see them. */
export const personSchema = z.object({
  id: idSchema,
  handle: z.string(),
  displayName: z.string(),
  role: roleSchema,
  publicKey: publicKeySchema,
  granted: z.array(keyPurposeSchema),
  /** When they last confirmed what people at the desk have to know; null before the first time. */
  trainedAt: z.nullable(instantSchema),
  /** Since when their passphrase is the one it is. */
  passphraseSince: instantSchema,
  /** Tried so much that was refused that they may open nothing before then; absent else, and where the person themselves asks. */
  stoppedUntil: z.optional(instantSchema),
});
export type Person = z.infer<typeof personSchema>;

/**
 * The way back when tablets and people are lost. The sheet's code (32 bytes, on paper only) unwraps the recovery private key;
 * the keyring (root and every purpose's private key) is HPKE-sealed to its public key.
 */
export const recoveryRecordSchema = z.strictObject({
  publicKey: publicKeySchema,
  wrappedPrivateKey: wrappedSchema,
  /** Grows by a set of keys with each epoch. */
  sealedKeyring: z.strictObject({ enc: bytesText(87), ciphertext: bytesText(200_000) }),
  madeOn: z.string(),
});
export type RecoveryRecord = z.infer<typeof recoveryRecordSchema>;
