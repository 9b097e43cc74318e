import { type SignedConsent, signConsent } from '../../src/crypto/consent.ts';
import { accessHashes, deriveGuestKeys, type GuestKeys } from '../../src/crypto/guest-secret.ts';
import { importKeyPair, type RawKeyPair } from '../../src/crypto/key-pair.ts';
import { sealEnvelope } from '../../src/crypto/seal-envelope.ts';
import { sealSelfCopy } from '../../src/crypto/self-copy.ts';
import { encodeBase64Url } from '../../src/protocol/base64url.ts';
import type { ConsentEvent } from '../../src/protocol/consent-event.ts';
import type { Envelope } from '../../src/protocol/envelope.ts';
import { newId } from '../../src/protocol/ids.ts';
import { Refusal } from '../../src/protocol/problems.ts';
import type { Submission } from '../../src/protocol/submission.ts';
import { toInstant } from '../../src/protocol/time.ts';
import { day, type FixedHotel, now } from './fixed-hotel.ts';
import { fixedKeyPair, fixedRandom } from './fixed-keys.ts';

export interface FixedRegistration {
  readonly id: string;
  readonly secret: string;
  readonly keys: GuestKeys;
  readonly signer: RawKeyPair;
  readonly event: ConsentEvent;
  readonly consent: SignedConsent;
  readonly submission: Submission;
  readonly card: Envelope;
  readonly self: Envelope;
  readonly emergency: Envelope;
  readonly context: { readonly property: string; readonly registration: string; readonly consent: string };
}

export const text = (words: string) => new TextEncoder().encode(words);

/** What the envelopes of a fixed registration hold, before padding. */
export const plaintexts = { card: '{"card":"陈 ○"}', emergency: '{"phone":"+86 138"}', self: '{"self":true}' } as const;

/** A guest who says yes to emergencies and no to offers, and shows their document at the desk. Ids follow from `guest`. */
export async function fixedRegistration(hotel: FixedHotel, guest = 'guest 1'): Promise<FixedRegistration> {
  const random = fixedRandom(`${hotel.property} ${guest}`);
  const id = newId(now, random);
  const secret = encodeBase64Url(random(32));
  const keys = await deriveGuestKeys(secret);
  const signer = fixedKeyPair(`${hotel.property} ${guest} signer`);
  const event = consentOf(hotel, id);
  const consent = await signConsent(event, (await importKeyPair(signer, 'sign')).privateKey);
  const context = { property: hotel.property, registration: id, consent: consent.hash };
  const { manifest, hash } = hotel.manifest;
  const emergencyKey = manifest.purposes.find((purpose) => purpose.id === 'emergency');
  if (emergencyKey === undefined) throw new Refusal('unknown_key', 'emergency');
  const [card, emergency, self] = await Promise.all([
    sealEnvelope({ ...context, kind: 'card', purpose: null, schema: 1 }, manifest.card, text(plaintexts.card)),
    sealEnvelope(
      { ...context, kind: 'purpose', purpose: 'emergency', schema: 1 },
      emergencyKey,
      text(plaintexts.emergency),
    ),
    sealSelfCopy(context, keys.selfKey, text(plaintexts.self), random),
  ]);
  const submission: Submission = {
    format: 'foyer-submission/1',
    property: hotel.property,
    registration: id,
    channel: 'reception',
    language: 'en',
    partySize: 1,
    minors: false,
    checkIn: '2026-05-04',
    checkOut: '2026-05-06',
    manifest: { sequence: manifest.sequence, hash },
    signer: encodeBase64Url(signer.publicKey),
    ...(await accessHashes(keys)),
    consent: consent.jws,
    envelopes: [card, self, emergency],
  };
  return { id, secret, keys, signer, event, consent, submission, card, self, emergency, context };
}

function consentOf(hotel: FixedHotel, registration: string): ConsentEvent {
  const { notices, purposes } = hotel.manifest.manifest;
  const notice = notices.en;
  const wording = (id: 'emergency' | 'offers') => purposes.find((purpose) => purpose.id === id)?.wording.en ?? '';
  if (notice === undefined) throw new Refusal('notice_changed', 'en');
  return {
    format: 'foyer-consent/1',
    property: hotel.property,
    registration,
    number: 1,
    previous: null,
    time: toInstant(now + day),
    acting: 'self',
    notice: { language: 'en', ...notice, shownAt: toInstant(now + day - 60_000) },
    decisions: [
      { purpose: 'emergency', decision: 'given', wording: wording('emergency') },
      { purpose: 'offers', decision: 'refused', wording: wording('offers') },
    ],
    statutory: [],
  };
}
