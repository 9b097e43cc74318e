import { agreedAfter } from '../../protocol/agreed-words.ts';
import { checkSubmission, sealedPurposes } from '../../protocol/check-submission.ts';
import { type ConsentEvent, consentEventSchema, consentJwsType } from '../../protocol/consent-event.ts';
import type { Clock, RandomBytes } from '../../protocol/ids.ts';
import { Refusal } from '../../protocol/problems.ts';
import { composeReceipt } from '../../protocol/receipt.ts';
import type { Submission } from '../../protocol/submission.ts';
import type { Committer } from '../commit/committer.ts';
import { writeOne } from '../commit/write-one.ts';
import { digest } from '../digest.ts';
import { type Hotels, refuseEnded, refuseReplacedWords, refuseUnopenable, usablePublication } from '../hotel/hotels.ts';
import { refusePlainPoster } from '../hotel/posters.ts';
import { logEntryText } from '../log/log-entry.ts';
import { verifyJws } from '../p256.ts';
import { parseJsonText, parseWith } from '../parse-json.ts';
import type { SteadyClock } from '../steady-clock.ts';
import type { Store } from '../store/store.ts';
import { provenReceiptJson, receiptJson } from './proven-receipt.ts';
import { refuseFarStay } from './refuse-far-stay.ts';

export interface RegisterParts {
  readonly store: Store;
  readonly committer: Committer;
  readonly hotels: Hotels;
  readonly clock: Clock;
  readonly steady: SteadyClock;
  readonly random: RandomBytes;
  readonly publicUrl: string;
}

export interface RegisterAnswer {
  readonly status: 200 | 201;
  /** A proven receipt's JSON. */
  readonly json: string;
}

/**
 * Takes a submission whose shape has been checked, with the exact bytes it came in. Answers after it is durable.
 * The same bytes give the same receipt for as long as the record lives, whatever has changed since.
 */
export async function register(
  parts: RegisterParts,
  property: string,
  submission: Submission,
  raw: Uint8Array,
): Promise<RegisterAnswer> {
  const bodyHash = digest(raw);
  try {
    return await registerNew(parts, property, submission, bodyHash);
  } catch (error) {
    const repeated =
      error instanceof Refusal ? await registeredBefore(parts.store, property, submission, bodyHash) : null;
    if (repeated === null) throw error;
    return repeated;
  }
}

async function registerNew(
  parts: RegisterParts,
  property: string,
  submission: Submission,
  bodyHash: string,
): Promise<RegisterAnswer> {
  const hotel = await parts.hotels.get(property);
  if (submission.property !== property) throw new Refusal('malformed', 'property');
  refuseUnopenable(hotel);
  refusePlainPoster(hotel, submission);
  const now = parts.clock();
  const { hash, sequence } = submission.manifest;
  const publication = usablePublication(hotel, hash, sequence, { wall: now, moment: parts.steady.now() });
  const event = await readConsent(submission);
  const fault = checkSubmission(submission, event, publication.manifest);
  if (fault !== null) throw new Refusal(fault.code, fault.detail);
  refuseFarStay(submission, now);
  refuseReplacedWords(hotel, publication, event);
  refuseEnded(hotel, publication, event, now);
  const notice = publication.notices.get(event.notice.language)?.notice;
  if (notice === undefined) throw new Refusal('consent_invalid', 'consent.notice');

  const consentHash = digest(submission.consent);
  const composed = composeReceipt({
    manifest: publication,
    notice,
    submission,
    event,
    eventHash: consentHash,
    submissionHash: bodyHash,
    now,
    random: parts.random,
    publicUrl: parts.publicUrl,
  });
  const receipt = JSON.stringify(composed);
  const receiptParts = [
    composed.receipt_id,
    composed.record_id,
    consentHash,
    bodyHash,
    composed.issued_at,
    event.time,
    event.notice.shownAt,
  ];
  const agreed = agreedAfter(event, [], sealedPurposes(submission));
  const entry = logEntryText({
    at: now,
    actor: 'guest',
    role: 'guest',
    action: 'registered',
    registration: submission.registration,
    digest: digest(receipt),
  });
  const { outcome, tree } = await writeOne(
    parts.committer,
    property,
    { kind: 'register', at: now, submission, bodyHash, consentHash, receipt, receiptParts, agreed, entry },
    hotel.sign,
  );
  if (outcome.kind === 'done' && outcome.index !== null && tree !== null) {
    const { index } = outcome;
    const json = provenReceiptJson({ receipt, entry, index, tree, manifest: publication.jws });
    return { status: 201, json };
  }
  const repeated = await registeredBefore(parts.store, property, submission, bodyHash);
  if (repeated === null) throw new TypeError('an existing registration is not there');
  return repeated;
}

async function readConsent(submission: Submission): Promise<ConsentEvent> {
  const verified = await verifyJws(submission.consent, submission.signer, consentJwsType);
  if (verified === null) throw new Refusal('consent_invalid', 'consent');
  const json = parseJsonText(verified.text, 'consent_invalid', 'consent');
  return parseWith(consentEventSchema, json, 'consent_invalid');
}

/** The receipt of a registration that is there with the very same bytes, or null. */
async function registeredBefore(
  store: Store,
  property: string,
  submission: Submission,
  bodyHash: string,
): Promise<RegisterAnswer | null> {
  const stored = await store.registration(submission.registration);
  if (stored === null || stored.property !== property || stored.bodyHash !== bodyHash) return null;
  if (stored.state === 'expired' || stored.state === 'erased') return null;
  return { status: 200, json: await receiptJson(store, stored) };
}
