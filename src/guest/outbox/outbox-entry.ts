import * as z from 'zod/mini';
import { arrivalCode, idSchema, propertyIdSchema } from '../../protocol/ids.ts';
import { languages } from '../../protocol/languages.ts';
import { provenReceiptSchema } from '../../protocol/receipt.ts';
import { channelSchema } from '../../protocol/submission.ts';
import { addDays } from '../../protocol/time.ts';
import type { CheckedPublished } from '../registration/check-published.ts';
import type { ComposedSubmission, SealedSubmission } from '../registration/compose-submission.ts';

/** `waiting` on this phone; `received` with a verified receipt; `seen` by the desk, after which the phone needn't keep the bytes. */
const entryStates = ['waiting', 'received', 'seen'] as const;

/** A registration as the phone keeps it: sealed bytes, what the receipt is checked against, and how far it has come. */
export const outboxEntrySchema = z.object({
  registration: idSchema,
  property: propertyIdSchema,
  state: z.enum(entryStates),
  /** The exact text to send; null once it isn't needed any more. */
  body: z.nullable(z.string()),
  /** 43 characters; on the device only wrapped. */
  secret: z.string().check(z.length(43)),
  consentHash: z.string(),
  manifestHash: z.string(),
  /** Of the root it was sealed for. */
  fingerprint: idSchema,
  /** The manifest it was sealed for, JWS. */
  manifest: z.string(),
  /** The notice the guest read, as JSON. */
  notice: z.string(),
  language: z.enum(languages),
  /** How the guest came by the root; absent in what an earlier release kept. */
  channel: z.optional(channelSchema),
  receipt: z.nullable(provenReceiptSchema),
  /** Milliseconds. */
  keptAt: z.number(),
  /** Milliseconds; from then on nothing about it is kept, whatever became of it. */
  forgetAt: z.number(),
});
export type OutboxEntry = z.infer<typeof outboxEntrySchema>;

/** Days after the planned check-out on which a phone that never hears from the hotel again forgets by itself. */
const afterCheckOut = 30;

/** What was just sealed, before anything is known of it at the hotel. */
export function waitingEntry(sealed: ComposedSubmission, checked: CheckedPublished, now: number): OutboxEntry {
  return {
    registration: sealed.registration,
    property: sealed.property,
    state: 'waiting',
    body: sealed.body,
    secret: sealed.secret,
    consentHash: sealed.consentHash,
    manifestHash: sealed.manifestHash,
    fingerprint: checked.fingerprint,
    manifest: checked.signed.jws,
    notice: JSON.stringify(checked.notice),
    language: checked.language,
    channel: sealed.channel,
    receipt: null,
    keptAt: now,
    forgetAt: Date.parse(addDays(sealed.checkOut, afterCheckOut)),
  };
}

/** The submission to send; null where its bytes aren't kept any more. */
export function sealedOf(entry: OutboxEntry): SealedSubmission | null {
  const { body, property, registration, secret, consentHash, manifestHash } = entry;
  if (body === null) return null;
  return { body, property, registration, code: arrivalCode(registration), secret, consentHash, manifestHash };
}
