import * as z from 'zod/mini';
import { agreedWordsSchema } from './agreed-words.ts';
import { envelopeSchema } from './envelope.ts';
import { hotelSettingsSchema } from './hotel-settings.ts';
import { digestSchema, idSchema, propertyIdSchema } from './ids.ts';
import { sealingKeySchema } from './manifest.ts';
import { handedOverSchema } from './hand-over.ts';
import { propertyProfileSchema } from './property-profile.ts';
import { manifestTextSchema } from './published.ts';
import { provenReceiptSchema } from './receipt.ts';
import { guestRequestSchema } from './request.ts';
import { openingReasonSchema } from './roles.ts';
import {
  deviceKindSchema,
  grantSchema,
  handleSchema,
  newPersonSchema,
  passphraseParametersSchema,
  personSchema,
  recoveryRecordSchema,
  sealedSchema,
  wrappedSchema,
} from './staff.ts';
import { teamListTextSchema } from './team-list.ts';
import { channelSchema, registrationStateSchema } from './submission.ts';
import { languageSchema } from './languages.ts';
import { purposeIdSchema } from './purposes.ts';
import { dateSchema, instantSchema } from './time.ts';

/** Exact notice texts per language, as hashed in the manifest. */
export const noticeTextsSchema = z.partialRecord(languageSchema, z.string().check(z.maxLength(200_000)));
export type NoticeTexts = z.infer<typeof noticeTextsSchema>;

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
  manifest: manifestTextSchema,
  notices: noticeTextsSchema,
  owner: newPersonSchema,
  /** What time the owner's device has: a second clock for the server, whose own may be wrong from the start. */
  time: z.optional(instantSchema),
});
export type Setup = z.infer<typeof setupSchema>;

export const manifestPublicationSchema = z.strictObject({
  profile: propertyProfileSchema,
  manifest: manifestTextSchema,
  notices: noticeTextsSchema,
  /** A purpose offered for the first time brings a key: sealed here to whoever is to open it. */
  grants: z.optional(z.array(z.strictObject({ person: idSchema, grant: grantSchema })).check(z.maxLength(64))),
});
export type ManifestPublication = z.infer<typeof manifestPublicationSchema>;

export const signInStartSchema = z.strictObject({ handle: handleSchema });
export const signInChallengeSchema = z.object({ salt: z.string(), parameters: passphraseParametersSchema });
export type SignInChallenge = z.infer<typeof signInChallengeSchema>;
/** `proof` is 32 bytes derived from the passphrase in the browser; the server keeps only its hash. */
export const signInSchema = z.strictObject({
  handle: handleSchema,
  proof: digestSchema,
  device: z.optional(deviceKindSchema),
  /** What time the device has: a second clock for the server. */
  time: z.optional(instantSchema),
});
export type SignIn = z.infer<typeof signInSchema>;
export const signedInSchema = z.object({
  session: digestSchema,
  person: personSchema,
  wrapped: wrappedSchema,
  grants: z.array(grantSchema),
  /** The root, for an owner whose wrapped keys don't hold it. */
  sealedRoot: z.optional(sealedSchema),
  /** After signing in with a passkey: the person's private keys under what its PRF gives. */
  wrappedByPasskey: z.optional(wrappedSchema),
  /** Milliseconds without a request after which the server ends the session. */
  idleLimit: z.number(),
});
export type SignedIn = z.infer<typeof signedInSchema>;

export const staffPropertySchema = z.object({
  property: propertyIdSchema,
  publicUrl: z.string(),
  profile: propertyProfileSchema,
  manifest: manifestTextSchema,
  recoveryProven: z.boolean(),
  recoveryMade: z.boolean(),
  settings: hotelSettingsSchema,
  /** Its code was typed to restore an owner: a new one has to be made. */
  recoveryUsed: z.boolean(),
  /** A sheet was proven before, and what is proven now is none: the hotel has got keys since that are on no sheet, or it was used. */
  recoveryLapsed: z.boolean(),
  /** When the sheet was last proven to work. */
  recoveryProvenAt: z.nullable(instantSchema),
  /** The last owner made with the recovery sheet, for everyone to see. */
  restored: z.nullable(z.object({ at: instantSchema, name: z.string() })),
});
export type StaffProperty = z.infer<typeof staffPropertySchema>;

/**
 * One row of the desk's list: the public part, and the envelopes the list itself shows. Where nothing is left of a registration
 * (`staysNothing`), the store has forgotten the stay, and the fields from `channel` to `checkOut` only fill their places.
 */
export const deskRowSchema = z.object({
  registration: idSchema,
  state: registrationStateSchema,
  channel: channelSchema,
  language: languageSchema,
  partySize: z.number(),
  minors: z.boolean(),
  /** The registration this guest said to come along with; absent where there is none. */
  party: z.optional(idSchema),
  checkIn: dateSchema,
  checkOut: dateSchema,
  receivedAt: instantSchema,
  seenAt: z.nullable(instantSchema),
  arrivedAt: z.nullable(instantSchema),
  /** The running number of the guest's file, given at the arrival; absent before it and after everything was erased. */
  fileNumber: z.optional(z.int().check(z.gte(1))),
  /** Consent purposes given, and law purposes filled in; each has an envelope that can be opened. */
  purposes: z.array(purposeIdSchema),
  /** Purposes the guest took back, and those sealed off after a deletion. Absent where there are none. */
  withdrawn: z.optional(z.array(purposeIdSchema)),
  sealedOff: z.optional(z.array(purposeIdSchema)),
  /** In which words each of `purposes` and of `sealedOff` was agreed to, or filled in. */
  agreed: z.optional(z.array(agreedWordsSchema)),
  /** The day each sealed-off purpose is erased, where a term is known. */
  sealedUntil: z.optional(z.partialRecord(purposeIdSchema, dateSchema)),
  /** Number of the newest consent event; absent means 1. It never goes back: a tablet refuses a row in which it does. */
  consentNumber: z.optional(z.int().check(z.gte(1))),
  /** The consent event each purpose's envelope was sealed under; absent while there is only the first. */
  sealedUnder: z.optional(z.partialRecord(purposeIdSchema, z.object({ number: z.int(), hash: digestSchema }))),
  /** That what the law asks was handed over to the police; absent while it wasn't, or not by a record here. */
  handedOver: z.optional(handedOverSchema),
  /** SHA-256 of the consent event the card was sealed under. */
  consentHash: digestSchema,
  card: z.nullable(envelopeSchema),
  desk: z.nullable(envelopeSchema),
  /** That what is stored of it is damaged and can't be read: all but whose it is only fills its place (`unreadableRow`). */
  unreadable: z.optional(z.literal(true)),
});
export type DeskRow = z.infer<typeof deskRowSchema>;

/** Whether nothing is left of a registration, not even what a law still holds. */
export function staysNothing({ state, sealedOff = [] }: Pick<DeskRow, 'state' | 'sealedOff'>): boolean {
  return (state === 'expired' || state === 'erased') && sealedOff.length === 0;
}

/** What a tablet keeps of a row once its envelopes have been opened. */
export const listedRowSchema = z.omit(deskRowSchema, { card: true, desk: true });
export type ListedRow = z.infer<typeof listedRowSchema>;

/**
 * A page of rows in order of change, `since` a cursor, or backwards from the newest, `before` one; ask again with `cursor` until `more`
 * is false. `top` is the highest cursor there was when the page was read: what comes after it is on the change stream.
 */
export const deskRowsSchema = z.object({
  rows: z.array(deskRowSchema),
  cursor: z.number(),
  more: z.boolean(),
  top: z.number(),
});
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
/** POST: somebody is about to print what is about this registration. */
export const printedSchema = z.strictObject({ registration: idSchema });
/** The envelope, handed out after the log entry is durable; `index` is the entry's place in the log. */
export const openedSchema = z.object({
  index: z.number(),
  at: instantSchema,
  /** SHA-256 of the consent event this envelope was sealed under. */
  consentHash: digestSchema,
  envelope: envelopeSchema,
});
export type Opened = z.infer<typeof openedSchema>;

export const arrivalSchema = z.strictObject({ checkOut: dateSchema, desk: envelopeSchema });
export type Arrival = z.infer<typeof arrivalSchema>;

/**
 * What the hotel notes of a stay, written anew after the arrival: planned check-out, and the desk's note sealed again. `expected` is
 * what was corrected: SHA-256 of the note's `ciphertext` as text, null where there is none any more, and the check-out it stood with.
 */
export const stayCorrectionSchema = z.strictObject({
  checkOut: dateSchema,
  desk: envelopeSchema,
  expected: z.strictObject({ desk: z.nullable(digestSchema), checkOut: dateSchema }),
});
export type StayCorrection = z.infer<typeof stayCorrectionSchema>;

/** A test record: a random value sealed to the card key; knowing its hash, the server sees whether the sheet opened it. */
export const recoveryTestSchema = z.strictObject({ id: idSchema, envelope: envelopeSchema, valueHash: digestSchema });
export type RecoveryTest = z.infer<typeof recoveryTestSchema>;
export const recoveryUploadSchema = z.strictObject({
  record: recoveryRecordSchema,
  test: recoveryTestSchema,
  /** SHA-256 of what names the sheet (`sheetIdOf`): tells this one from those before it and from another hotel's. */
  sheet: z.optional(digestSchema),
});
export type RecoveryUpload = z.infer<typeof recoveryUploadSchema>;
export const recoverySchema = z.object({
  record: recoveryRecordSchema,
  test: z.object({ id: idSchema, envelope: envelopeSchema }),
  provenAt: z.nullable(instantSchema),
  /** Every time a sheet was proven, newest first; `rehearsal` where the same sheet had been proven before. */
  proofs: z.array(z.object({ at: instantSchema, by: z.string(), rehearsal: z.boolean() })),
});
export type Recovery = z.infer<typeof recoverySchema>;
export const recoveryProofSchema = z.strictObject({ value: digestSchema });

/** Everybody who works here, and the team list signed last: JWS, null where none was signed yet. */
export const peopleSchema = z.object({ people: z.array(personSchema), team: z.nullable(teamListTextSchema) });
export type People = z.infer<typeof peopleSchema>;

/** Lookup id and request token, both derived from the guest's secret; the server stores their hashes only. */
export const guestAccessSchema = z.strictObject({ lookup: digestSchema, token: digestSchema });
export type GuestAccess = z.infer<typeof guestAccessSchema>;
export const guestStatusSchema = z.object({
  state: registrationStateSchema,
  seenAt: z.nullable(instantSchema),
  arrivedAt: z.nullable(instantSchema),
});
export type GuestStatus = z.infer<typeof guestStatusSchema>;

/** Which receipt to hand over: what the link on a printed certificate says. `token` is the server's, for this one receipt. */
export const handedProofSchema = z.strictObject({
  registration: idSchema,
  number: z.int().check(z.gte(1), z.lte(100_000)),
  token: idSchema,
});
export type HandedProof = z.infer<typeof handedProofSchema>;

/**
 * How a purpose stands. `until` is the day it is erased by itself, where one is known: while it is held, counted from the planned
 * check-out until the guest has left. `went` is the day it was erased.
 */
export const purposeStandingSchema = z.object({
  purpose: purposeIdSchema,
  state: z.enum(['held', 'withdrawn', 'expired', 'erased', 'sealed-off']),
  until: z.nullable(dateSchema),
  went: z.optional(dateSchema),
});
export type PurposeStanding = z.infer<typeof purposeStandingSchema>;

export const guestViewSchema = z.object({
  status: guestStatusSchema,
  /** The newest. */
  receipt: provenReceiptSchema,
  registration: idSchema,
  property: propertyIdSchema,
  /** The newest consent event's JWS; the self copy is sealed under it. */
  consent: z.string(),
  self: z.nullable(envelopeSchema),
  /** Every receipt and every consent event's JWS, oldest first. */
  receipts: z.array(provenReceiptSchema),
  events: z.array(z.string()),
  /** The exact text of every notice a consent event names: what the guest agreed to, word for word. */
  notices: z.array(z.object({ hash: digestSchema, text: z.string() })),
  /** Purposes that were ever given or filled in. */
  purposes: z.array(purposeStandingSchema),
  requests: z.array(guestRequestSchema),
});
export type GuestView = z.infer<typeof guestViewSchema>;

/** Sizes of the trees whose checkpoints the phone holds; each is asked to be inside today's. */
export const guestLogRequestSchema = z.strictObject({
  lookup: digestSchema,
  token: digestSchema,
  known: z.array(z.int().check(z.gte(0))).check(z.maxLength(64)),
});
export type GuestLogRequest = z.infer<typeof guestLogRequestSchema>;

const proofSchema = z.array(digestSchema).check(z.maxLength(64));

/** Every entry about one registration with its inclusion proof in the newest tree, and that tree's checkpoint. */
export const guestLogSchema = z.object({
  checkpoint: z.string(),
  entries: z.array(z.object({ text: z.string(), index: z.int().check(z.gte(0)), proof: proofSchema })),
  /** Consistency proofs from known sizes (RFC 9162 §2.1.4); none from 0, from today's own size, or from a size this log never had. */
  consistency: z.array(z.object({ from: z.int().check(z.gte(1)), proof: proofSchema })),
});
export type GuestLog = z.infer<typeof guestLogSchema>;
