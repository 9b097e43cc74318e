import { signConsent } from '../../crypto/consent.ts';
import type { GuestKeys } from '../../crypto/guest-secret.ts';
import { importKeyPair, keyPairOfJwk } from '../../crypto/key-pair.ts';
import { sealEnvelope } from '../../crypto/seal-envelope.ts';
import { sealSelfCopy } from '../../crypto/self-copy.ts';
import { payloadBytes } from '../../pii/canonical-bytes.ts';
import { actingOf } from '../../pii/check-party.ts';
import type { GuestDetails } from '../../pii/details.ts';
import { contactNeeded, fieldsFor } from '../../pii/form-fields.ts';
import { cardPayload, purposePayload, type SelfPayload } from '../../pii/payloads.ts';
import { isAsked } from '../../protocol/asked-now.ts';
import { type ChangeEffect, changeEffect } from '../../protocol/check-change.ts';
import type { ConsentEvent } from '../../protocol/consent-event.ts';
import type { StandingDecision } from '../../protocol/consent-state.ts';
import type { Envelope } from '../../protocol/envelope.ts';
import type { RandomBytes } from '../../protocol/ids.ts';
import type { Language } from '../../protocol/languages.ts';
import type { ManifestPurpose, SignedManifest } from '../../protocol/manifest.ts';
import { Refusal } from '../../protocol/problems.ts';
import { cardSchemaVersion, type PurposeId } from '../../protocol/purposes.ts';
import type { RegistrationChange } from '../../protocol/registration-change.ts';
import { submissionLimit } from '../../protocol/submission.ts';
import { toInstant } from '../../protocol/time.ts';

/** A registration as its guest has opened and checked it; what every later act rests on. */
export interface ActBasis {
  readonly property: string;
  readonly registration: string;
  readonly keys: GuestKeys;
  /** The guest's own copy. */
  readonly own: SelfPayload;
  /** The newest consent event. */
  readonly last: { readonly number: number; readonly hash: string };
}

export interface ChangeInput {
  readonly basis: ActBasis;
  readonly decisions: ReadonlyMap<PurposeId, StandingDecision>;
  /** Purposes with an envelope. */
  readonly held: readonly PurposeId[];
  /** Today's rules, in the language the guest read them. */
  readonly signedManifest: SignedManifest;
  readonly language: Language;
  /** When the notice was shown, milliseconds. */
  readonly shownAt: number;
  /** Purposes said yes to now; one that is held already is agreed to anew, in today's words. */
  readonly give: readonly PurposeId[];
  readonly takeBack: readonly PurposeId[];
  /** Everything the guest tells from here on; null where that stays as it is. */
  readonly details: GuestDetails | null;
  readonly now: number;
  readonly random: RandomBytes;
}

/** A change or a deletion ready to go. */
export interface SealedAct {
  /** The exact text to send; sent again, it is the same act. */
  readonly body: string;
  readonly registration: string;
  readonly kind: ChangeEffect['kind'] | 'deletion';
  /** The consent event inside; the receipt must say what it says. */
  readonly event: ConsentEvent;
  /** Its SHA-256; the receipt must name it. */
  readonly eventHash: string;
  /** SHA-256 of the manifest it was sealed for; null for a deletion, which seals nothing. */
  readonly manifestHash: string | null;
}

/**
 * Seals what changes: the self copy always, the card while any purpose is held, each purpose given, and those whose contents the new
 * details change. The card shows no contact that none of the purposes still held needs.
 * Throws Refusal `consent_invalid` where a purpose isn't offered, taken back without being held, or lacks the contact it needs;
 * `too_large`.
 */
export async function composeChange(input: ChangeInput): Promise<SealedAct> {
  const { basis, held, signedManifest, now, random } = input;
  const { manifest } = signedManifest;
  const { property, registration, keys, own, last } = basis;
  const details = input.details ?? own.details;
  const offers = new Map(manifest.purposes.map((purpose) => [purpose.id, purpose]));
  const statutory = statutoryChanged(input, details, offers);
  const event = changeEvent(input, statutory);
  const minors = details.minors.length > 0;
  const effect = changeEffect(event, minors, held);
  if (input.give.length > 0 && lacksContact(input.give, details)) throw new Refusal('consent_invalid', 'contact');
  const { privateKey } = await importKeyPair(keyPairOfJwk(own.signingKey), 'sign');
  const signed = await signConsent(event, privateKey);
  const context = { property, registration, consent: signed.hash };
  const isOffered = (id: PurposeId) => {
    const offer = offers.get(id);
    return offer !== undefined && isAsked(offer, now);
  };
  const anew = effect.held.filter(
    (id) =>
      event.statutory.includes(id) ||
      effect.given.includes(id) ||
      (isOffered(id) && differs(purposePayload(id, own.details), purposePayload(id, details))),
  );
  const envelopes: Promise<Envelope>[] = [
    sealSelfCopy(context, keys.selfKey, payloadBytes({ ...own, details } satisfies SelfPayload), random),
    ...anew.map((id) => {
      const purpose = offerOf(offers, id);
      const payload = payloadBytes(purposePayload(id, details));
      return sealEnvelope({ ...context, kind: 'purpose', purpose: id, schema: purpose.schema }, purpose, payload);
    }),
  ];
  if (effect.held.length > 0) {
    const shown = payloadBytes(cardPayload(contactFor(effect.held, details)));
    envelopes.push(
      sealEnvelope({ ...context, kind: 'card', purpose: null, schema: cardSchemaVersion }, manifest.card, shown),
    );
  }
  const change: RegistrationChange = {
    format: 'foyer-change/1',
    lookup: keys.lookup,
    token: keys.token,
    manifest: { sequence: manifest.sequence, hash: signedManifest.hash },
    event: signed.jws,
    partySize: details.partySize,
    minors,
    checkIn: details.checkIn,
    checkOut: details.checkOut,
    envelopes: await Promise.all(envelopes),
  };
  const body = JSON.stringify(change);
  // Base64url and ids only, so characters are bytes.
  if (body.length > submissionLimit) throw new Refusal('too_large');
  return { body, registration, kind: effect.kind, event, eventHash: signed.hash, manifestHash: signedManifest.hash };

  function changeEvent({ language, shownAt, give, takeBack, decisions }: ChangeInput, law: PurposeId[]): ConsentEvent {
    const notice = manifest.notices[language];
    if (notice === undefined) throw new Refusal('consent_invalid', 'language');
    return {
      format: 'foyer-consent/1',
      property,
      registration,
      number: last.number + 1,
      previous: last.hash,
      act: 'change',
      time: toInstant(now),
      acting: actingOf(details),
      notice: { language, ...notice, shownAt: toInstant(shownAt) },
      decisions: [
        ...takeBack.map((purpose) => {
          const given = decisions.get(purpose);
          if (given?.decision !== 'given' || !held.includes(purpose)) throw new Refusal('consent_invalid', purpose);
          return { purpose, decision: 'withdrawn', wording: given.wording } as const;
        }),
        ...give.map((purpose) => {
          const offer = offers.get(purpose);
          const wording = offer?.basis === 'consent' ? offer.wording[language] : undefined;
          if (wording === undefined) throw new Refusal('consent_invalid', purpose);
          return { purpose, decision: 'given', wording } as const;
        }),
      ],
      statutory: law,
    };
  }
}

/** The details without a contact none of these purposes needs. */
function contactFor(purposes: readonly PurposeId[], details: GuestDetails): GuestDetails {
  return contactNeeded(fieldsFor(purposes, [])) ? details : { ...details, phone: null, email: null };
}

/** Whether these purposes need a way to reach the guest and the details have none. */
export function lacksContact(purposes: readonly PurposeId[], details: GuestDetails): boolean {
  return contactNeeded(fieldsFor(purposes, [])) && details.phone === null && details.email === null;
}

/** The law's purposes filled in for the first time or with other contents. */
function statutoryChanged(
  { basis, held, now }: ChangeInput,
  details: GuestDetails,
  offers: ReadonlyMap<PurposeId, ManifestPurpose>,
): PurposeId[] {
  const filled: PurposeId[] = [];
  if (details.people.length > 0) filled.push('identity');
  if (details.minors.length > 0) filled.push('minors');
  if (details.temporary !== undefined) filled.push('temporary');
  return filled.filter((id) => {
    const offer = offers.get(id);
    return (
      offer?.basis === 'law' &&
      isAsked(offer, now) &&
      (!held.includes(id) || differs(purposePayload(id, basis.own.details), purposePayload(id, details)))
    );
  });
}

function offerOf(offers: ReadonlyMap<PurposeId, ManifestPurpose>, id: PurposeId): ManifestPurpose {
  const offer = offers.get(id);
  if (offer === undefined) throw new Refusal('consent_invalid', id);
  return offer;
}

function differs(one: object, other: object): boolean {
  return JSON.stringify(one) !== JSON.stringify(other);
}
