import * as z from 'zod/mini';
import { idSchema } from './ids.ts';
import { deviceKindSchema, wrappedSchema } from './staff.ts';
import { instantSchema } from './time.ts';

const bytes = (most: number) => z.string().check(z.regex(/^[A-Za-z0-9_-]+$/), z.maxLength(most));

/** What its owner calls a passkey, to know which one to remove. */
export const passkeyNameSchema = z.string().check(z.trim(), z.minLength(1), z.maxLength(40));

/** What an authenticator signs over: good for once and for a few minutes. */
export const passkeyChallengeSchema = z.object({ challenge: bytes(100), rpId: z.string() });
export type PasskeyChallenge = z.infer<typeof passkeyChallengeSchema>;

/** The same for making one; `known` are credentials the person has already. */
export const passkeyCreationSchema = z.extend(passkeyChallengeSchema, { known: z.array(bytes(1400)) });
export type PasskeyCreation = z.infer<typeof passkeyCreationSchema>;

/** What an authenticator gave when it made a passkey (WebAuthn level 3, §6.5). */
const passkeyAttestationSchema = z.strictObject({
  id: bytes(1400),
  clientDataJSON: bytes(4000),
  attestationObject: bytes(16_000),
});

/** Proof that an authenticator holds a passkey (§6.3.3). The PRF's output is not part of it and is never sent. */
export const passkeyAssertionSchema = z.strictObject({
  id: bytes(1400),
  clientDataJSON: bytes(4000),
  authenticatorData: bytes(4000),
  signature: bytes(1000),
});
export type PasskeyAssertion = z.infer<typeof passkeyAssertionSchema>;

/** POST by whoever signs in with one. */
export const passkeySignInSchema = z.strictObject({
  assertion: passkeyAssertionSchema,
  device: z.optional(deviceKindSchema),
  /** What time the device has: a second clock for the server. */
  time: z.optional(instantSchema),
});
export type PasskeySignIn = z.infer<typeof passkeySignInSchema>;

/** POST by its owner. `wrapped` are their private keys under what the passkey's PRF gives; null where it has none. */
export const newPasskeySchema = z.strictObject({
  name: passkeyNameSchema,
  attestation: passkeyAttestationSchema,
  wrapped: z.nullable(wrappedSchema),
});
export type NewPasskey = z.infer<typeof newPasskeySchema>;

/** A passkey as its owner sees it. */
export const passkeySchema = z.object({
  id: idSchema,
  name: z.string(),
  addedAt: instantSchema,
  usedAt: z.nullable(instantSchema),
  /** Whether signing in with it needs no passphrase. */
  opensKeys: z.boolean(),
});
export type Passkey = z.infer<typeof passkeySchema>;
export const passkeysSchema = z.object({ passkeys: z.array(passkeySchema) });

/** Most a person can have. */
export const mostPasskeys = 10;
