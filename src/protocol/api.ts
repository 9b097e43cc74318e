import * as z from 'zod/mini';
import { envelopeSchema } from './envelope.ts';
import { digestSchema, idSchema, propertyIdSchema } from './ids.ts';
import { sealingKeySchema } from './manifest.ts';
import { propertyProfileSchema } from './property-profile.ts';
import { provenReceiptSchema } from './receipt.ts';
import { openingReasonSchema } from './roles.ts';
import {
  grantSchema,
  handleSchema,
  newPersonSchema,
  passphraseParametersSchema,
  personSchema,
  recoveryRecordSchema,
  wrappedSchema,
} from './staff.ts';
import { channelSchema, registrationStateSchema } from './submission.ts';
import { languageSchema } from './languages.ts';
import { purposeIdSchema } from './purposes.ts';
import { dateSchema, instantSchema } from './time.ts';

const jws = z.string().check(z.maxLength(64_000));
/** Exact notice texts per language, as hashed in the manifest. */
export const noticeTextsSchema = z.partialRecord(languageSchema, z.string().check(z.maxLength(200_000)));
export type NoticeTexts = z.infer<typeof noticeTextsSchema>;

/** A manifest with its notice in one language; what the welcome page embeds and a phone fetches again before sealing. */
export const publishedSchema = z.object({ manifest: jws, language: languageSchema, notice: z.string() });
export type Published = z.infer<typeof publishedSchema>;

/** GET set-up: what the owner's browser needs to make the first manifest. The one-time token goes in `Authorization: Setup <token>`. */
export const setupStartSchema = z.object({
  property: propertyIdSchema,
  receiptKey: sealingKeySchema,
  publicUrl: z.string(),
  now: z.number(),
});
export type SetupStart = z.infer<typeof setupStartSchema>;

/** POST set-up: everything at once, so that a hotel exists whole or not at all. */
export const setupSchema = z.strictObject({
  profile: propertyProfileSchema,
  manifest: jws,
  notices: noticeTextsSchema,
  owner: newPersonSchema,
});
export type Setup = z.infer<typeof setupSchema>;

export const manifestPublicationSchema = z.strictObject({
  profile: propertyProfileSchema,
  manifest: jws,
  notices: noticeTextsSchema,
});
export type ManifestPublication = z.infer<typeof manifestPublicationSchema>;

export const signInStartSchema = z.strictObject({ handle: handleSchema });
export const signInChallengeSchema = z.object({ salt: z.string(), parameters: passphraseParametersSchema });
export type SignInChallenge = z.infer<typeof signInChallengeSchema>;
/** `proof` is 32 bytes derived from the passphrase in the browser; the server keeps only its hash. */
export const signInSchema = z.strictObject({ handle: handleSchema, proof: digestSchema });
export const signedInSchema = z.object({
  session: digestSchema,
  person: personSchema,
  wrapped: wrappedSchema,
  grants: z.array(grantSchema),
  /** Milliseconds without a request after which the server ends the session. */
  idleLimit: z.number(),
});
export type SignedIn = z.infer<typeof signedInSchema>;

export const staffPropertySchema = z.object({
  property: propertyIdSchema,
  publicUrl: z.string(),
  profile: propertyProfileSchema,
  manifest: jws,
  recoveryProven: z.boolean(),
  recoveryMade: z.boolean(),
});
export type StaffProperty = z.infer<typeof staffPropertySchema>;

/** One row of the desk's list: the public part, and the envelopes the list itself shows. */
export const deskRowSchema = z.object({
  registration: idSchema,
  state: registrationStateSchema,
  channel: channelSchema,
  language: languageSchema,
  partySize: z.number(),
  minors: z.boolean(),
  checkIn: dateSchema,
  checkOut: dateSchema,
  receivedAt: instantSchema,
  seenAt: z.nullable(instantSchema),
  arrivedAt: z.nullable(instantSchema),
  /** Consent purposes given, and law purposes filled in; each has an envelope. */
  purposes: z.array(purposeIdSchema),
  consentHash: digestSchema,
  card: z.nullable(envelopeSchema),
  desk: z.nullable(envelopeSchema),
});
export type DeskRow = z.infer<typeof deskRowSchema>;

/** A page of rows in order of change; ask again with `cursor` until `more` is false. */
export const deskRowsSchema = z.object({ rows: z.array(deskRowSchema), cursor: z.number(), more: z.boolean() });
export type DeskRows = z.infer<typeof deskRowsSchema>;

/** One server-sent event on the change stream: event `row`, its id is the cursor to resume from. */
export const changeSchema = z.object({ cursor: z.number(), row: deskRowSchema });
export type Change = z.infer<typeof changeSchema>;

export const seenSchema = z.strictObject({ registrations: z.array(idSchema).check(z.minLength(1), z.maxLength(200)) });
export const openingSchema = z.strictObject({
  registration: idSchema,
  purpose: purposeIdSchema,
  reason: openingReasonSchema,
});
export type Opening = z.infer<typeof openingSchema>;
/** The envelope, handed out after the log entry is durable; `index` is the entry's place in the log. */
export const openedSchema = z.object({
  index: z.number(),
  at: instantSchema,
  consentHash: digestSchema,
  envelope: envelopeSchema,
});
export type Opened = z.infer<typeof openedSchema>;

export const arrivalSchema = z.strictObject({ checkOut: dateSchema, desk: envelopeSchema });
export type Arrival = z.infer<typeof arrivalSchema>;

/** A test record: a random value sealed to the card key; knowing its hash, the server sees whether the sheet opened it. */
export const recoveryUploadSchema = z.strictObject({
  record: recoveryRecordSchema,
  test: z.strictObject({ id: idSchema, envelope: envelopeSchema, valueHash: digestSchema }),
});
export type RecoveryUpload = z.infer<typeof recoveryUploadSchema>;
export const recoverySchema = z.object({
  record: recoveryRecordSchema,
  test: z.object({ id: idSchema, envelope: envelopeSchema }),
  provenAt: z.nullable(instantSchema),
});
export type Recovery = z.infer<typeof recoverySchema>;
export const recoveryProofSchema = z.strictObject({ value: digestSchema });

export const peopleSchema = z.object({ people: z.array(personSchema) });

/** Lookup id and request token, both derived from the guest's secret; the server stores their hashes only. */
export const guestAccessSchema = z.strictObject({ lookup: digestSchema, token: digestSchema });
export type GuestAccess = z.infer<typeof guestAccessSchema>;
export const guestStatusSchema = z.object({
  state: registrationStateSchema,
  seenAt: z.nullable(instantSchema),
  arrivedAt: z.nullable(instantSchema),
});
export type GuestStatus = z.infer<typeof guestStatusSchema>;
export const guestViewSchema = z.object({
  status: guestStatusSchema,
  receipt: provenReceiptSchema,
  registration: idSchema,
  property: propertyIdSchema,
  consent: z.string(),
  self: z.nullable(envelopeSchema),
});
export type GuestView = z.infer<typeof guestViewSchema>;
