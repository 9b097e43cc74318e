import { signConsent } from '../../crypto/consent.ts';
import { keyIdOf, privateJwk } from '../../crypto/key-pair.ts';
import { sealSelfCopy } from '../../crypto/self-copy.ts';
import { payloadBytes } from '../../pii/canonical-bytes.ts';
import { actingOf } from '../../pii/check-party.ts';
import type { GuestDetails } from '../../pii/details.ts';
import { cardPayload, purposePayload, type SelfPayload } from '../../pii/payloads.ts';
import { decodeBase64Url, encodeBase64Url } from '../../protocol/base64url.ts';
import type { ConsentEvent } from '../../protocol/consent-event.ts';
import type { Envelope } from '../../protocol/envelope.ts';
import { arrivalCode, newId, type RandomBytes } from '../../protocol/ids.ts';
import type { Language } from '../../protocol/languages.ts';
import { isAsked } from '../../protocol/asked-now.ts';
import type { SignedManifest } from '../../protocol/manifest.ts';
import { Refusal } from '../../protocol/problems.ts';
import type { PurposeId } from '../../protocol/purposes.ts';
import { type Channel, type Submission, submissionLimit } from '../../protocol/submission.ts';
import { toInstant } from '../../protocol/time.ts';
import { type Choices, purposesChosen, statutoryHere } from './choices.ts';
import { type PreparedSealing, prepareSealing, type SealedBefore, servesFor } from './prepare-sealing.ts';

export interface SubmissionInput {
  readonly signedManifest: SignedManifest;
  readonly choices: Choices;
  readonly details: GuestDetails;
  readonly channel: Channel;
  /** The token of the poster the guest came by. */
  readonly poster?: string | null;
  /** The language of the notice the guest read. */
  readonly language: Language;
  /** When the notice was shown, milliseconds. */
  readonly shownAt: number;
  readonly now: number;
  readonly random: RandomBytes;
  /** A registration the hotel doesn't have yet, sealed anew: code, link and key stay. */
  readonly again?: SealedBefore;
  /** The registration's id where it was made before; one is made otherwise. */
  readonly registration?: string;
  /** The registration this guest comes along with. */
  readonly party?: string | null;
}

/** A registration ready to go. `secret` stays with the guest; everything else may be sent or shown. */
export interface SealedSubmission {
  /** The exact text to send; sent again, it is the same registration. */
  readonly body: string;
  readonly property: string;
  readonly registration: string;
  /** The arrival code. */
  readonly code: string;
  /** 43 characters: the fragment of the guest's own link. */
  readonly secret: string;
  /** SHA-256 of the consent event inside; the receipt must name it. */
  readonly consentHash: string;
  /** SHA-256 of the manifest it was sealed for. */
  readonly manifestHash: string;
}

/** A registration just sealed. */
export interface ComposedSubmission extends SealedSubmission {
  /** Calendar date of the planned check-out. */
  readonly checkOut: string;
  readonly channel: Channel;
}

/**
 * Seals a registration: a card for the desk's list, one envelope per purpose chosen or filled in by law, and the guest's own
 * copy; the decisions signed with a key made for this registration alone.
 * What a temporary rule asks is left out where it has ended by `now`.
 * Throws Refusal `consent_invalid` when nothing was chosen or the manifest doesn't know the language, `too_large` when
 * everything together is more than may be sent.
 *
 * @param prepared what was prepared for this registration; another manifest's, or one that lacks a purpose, is not used
 */
export async function composeSubmission(
  input: SubmissionInput,
  prepared?: PreparedSealing,
): Promise<ComposedSubmission> {
  const { signedManifest, choices, details, now, random } = input;
  const { manifest } = signedManifest;
  const offered = manifest.purposes.filter((purpose) => isAsked(purpose, now));
  const statutory = statutoryHere(choices, offered, details.minors);
  const chosen = purposesChosen(choices, offered);
  if (chosen.length + statutory.length === 0) throw new Refusal('consent_invalid', 'nothing chosen');
  const sealing = [...chosen, ...statutory];
  const ready =
    prepared !== undefined && servesFor(prepared, signedManifest, sealing)
      ? prepared
      : await prepareSealing(signedManifest, sealing, random, input.again);
  const { signer, secret } = ready;
  const registration = input.again?.registration ?? input.registration ?? newId(now, random);
  const consent = await signConsent(consentEvent(input, registration, chosen, statutory), ready.signingKey);
  const bound = { registration, consent: consent.hash };
  const root = await keyIdOf(decodeBase64Url(manifest.root) ?? new Uint8Array());
  const own: SelfPayload = {
    details: toldFor(statutory, details),
    signingKey: privateJwk(signer),
    hotel: { root, channel: input.channel },
  };
  const envelopes = await Promise.all<Envelope>([
    ready.card(bound, payloadBytes(cardPayload(details))),
    sealSelfCopy({ property: manifest.property, ...bound }, ready.keys.selfKey, payloadBytes(own), random),
    ...[...ready.purposes]
      .filter(([id]) => sealing.includes(id))
      .map(([id, seal]) => seal(bound, payloadBytes(purposePayload(id, details)))),
  ]);
  const submission: Submission = {
    format: 'foyer-submission/1',
    property: manifest.property,
    registration,
    channel: input.channel,
    ...(typeof input.poster === 'string' ? { poster: input.poster } : {}),
    language: input.language,
    partySize: details.partySize,
    minors: details.minors.length > 0,
    ...(typeof input.party === 'string' ? { party: input.party } : {}),
    checkIn: details.checkIn,
    checkOut: details.checkOut,
    manifest: { sequence: manifest.sequence, hash: signedManifest.hash },
    signer: encodeBase64Url(signer.publicKey),
    ...ready.hashes,
    consent: consent.jws,
    envelopes,
  };
  const body = JSON.stringify(submission);
  // Base64url and ids only, so characters are bytes.
  if (body.length > submissionLimit) throw new Refusal('too_large');
  return {
    body,
    property: manifest.property,
    registration,
    code: arrivalCode(registration),
    secret,
    consentHash: consent.hash,
    manifestHash: signedManifest.hash,
    checkOut: details.checkOut,
    channel: input.channel,
  };
}

/** The guest's own copy holds no answer to a rule that has ended before it was sealed. */
function toldFor(statutory: readonly PurposeId[], { temporary, ...details }: GuestDetails): GuestDetails {
  return temporary !== undefined && statutory.includes('temporary') ? { ...details, temporary } : details;
}

function consentEvent(
  input: SubmissionInput,
  registration: string,
  chosen: readonly PurposeId[],
  statutory: PurposeId[],
): ConsentEvent {
  const { manifest } = input.signedManifest;
  const notice = manifest.notices[input.language];
  if (notice === undefined) throw new Refusal('consent_invalid', 'language');
  return {
    format: 'foyer-consent/1',
    property: manifest.property,
    registration,
    number: 1,
    previous: null,
    time: toInstant(input.now),
    acting: actingOf(input.details),
    notice: { language: input.language, ...notice, shownAt: toInstant(input.shownAt) },
    decisions: manifest.purposes
      .filter(({ basis }) => basis === 'consent')
      .map(({ id, wording }) => {
        const text = wording[input.language];
        if (text === undefined) throw new Refusal('consent_invalid', id);
        return { purpose: id, decision: chosen.includes(id) ? 'given' : 'refused', wording: text };
      }),
    statutory,
  };
}
