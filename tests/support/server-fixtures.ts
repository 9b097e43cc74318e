// Everything a server test needs to look like a phone and a tablet. The server can't open envelopes, so the sealed parts here are
// random bytes of honest sizes; keys and signatures are real.

import type { Arrival, GuestAccess, RecoveryUpload, Setup } from '../../src/protocol/api.ts';
import { type ConsentEvent, consentJwsType } from '../../src/protocol/consent-event.ts';
import type { Envelope, EnvelopeKind } from '../../src/protocol/envelope.ts';
import { newId } from '../../src/protocol/ids.ts';
import type { Language } from '../../src/protocol/languages.ts';
import type { SealingKey } from '../../src/protocol/manifest.ts';
import type { PurposeId } from '../../src/protocol/purposes.ts';
import type { Role } from '../../src/protocol/roles.ts';
import { type NewPerson, passphraseParameters } from '../../src/protocol/staff.ts';
import type { Submission } from '../../src/protocol/submission.ts';
import { toInstant } from '../../src/protocol/time.ts';
import {
  allPurposes,
  random,
  sealingKey,
  sha256,
  type SigningPair,
  signingPair,
  signText,
  type TestHotel,
  text,
} from './hotel-fixtures.ts';

export const fixtureId = (now = Date.now()) => newId(now, random);

/** An envelope of an honest size with nothing in it. */
export function emptyEnvelope(kind: EnvelopeKind, purpose: PurposeId | null, keyId: string): Envelope {
  const enc = kind === 'self' ? text(12) : text(65);
  return { kind, purpose, suite: 'HPKE-P256-SHA256-A256GCM', keyId, schema: 1, enc, ciphertext: text(512 + 16) };
}

export interface TestGuest extends GuestAccess {
  readonly submission: Submission;
  /** The exact bytes a phone sends. */
  readonly body: string;
}

export interface GuestDraft {
  readonly given?: readonly PurposeId[];
  readonly statutory?: readonly PurposeId[];
  readonly now?: number;
  readonly language?: Language;
  readonly signer?: SigningPair;
  readonly changeEvent?: (event: ConsentEvent) => ConsentEvent;
  readonly change?: (submission: Submission) => Submission;
}

/** A guest's submission to a hotel. */
export async function testGuest(hotel: TestHotel, draft: GuestDraft = {}): Promise<TestGuest> {
  const { given = ['emergency', 'billing', 'offers'], statutory = [], now = Date.now(), language = 'zh-Hans' } = draft;
  const signer = draft.signer ?? (await signingPair());
  const registration = fixtureId(now);
  const notice = hotel.manifest.notices[language];
  if (notice === undefined) throw new TypeError('the hotel has no such notice');
  const event: ConsentEvent = {
    format: 'foyer-consent/1',
    property: hotel.property,
    registration,
    number: 1,
    previous: null,
    time: toInstant(now),
    acting: 'self',
    notice: { language, version: notice.version, hash: notice.hash, shownAt: toInstant(now) },
    decisions: hotel.manifest.purposes
      .filter(({ basis }) => basis === 'consent')
      .map(({ id, wording }) => ({
        purpose: id,
        decision: given.includes(id) ? 'given' : 'refused',
        wording: wording[language] ?? '',
      })),
    statutory: [...statutory],
  };
  const consent = await signText(JSON.stringify(draft.changeEvent?.(event) ?? event), signer, consentJwsType);
  const access = { lookup: text(32), token: text(32) };
  const written: Submission = {
    format: 'foyer-submission/1',
    property: hotel.property,
    registration,
    channel: 'lobby',
    language,
    partySize: 2,
    minors: statutory.includes('minors'),
    checkIn: '2026-11-21',
    checkOut: '2026-11-23',
    manifest: { sequence: hotel.manifest.sequence, hash: hotel.hash },
    signer: signer.publicKey,
    lookupHash: sha256(access.lookup),
    tokenHash: sha256(access.token),
    consent,
    envelopes: [
      emptyEnvelope('card', null, hotel.card.keyId),
      emptyEnvelope('self', null, 'self'),
      ...[...given, ...statutory].map((id) => emptyEnvelope('purpose', id, hotel.keys[id].keyId)),
    ],
  };
  const submission = draft.change?.(written) ?? written;
  return { ...access, submission, body: JSON.stringify(submission) };
}

export interface TestPerson {
  readonly person: NewPerson;
  /** What the tablet derives from the passphrase. */
  readonly proof: string;
}

/** A member of staff with grants for these purposes (and the card). */
export async function testPerson(
  hotel: TestHotel,
  role: Role,
  handle: string,
  purposes: readonly PurposeId[] = allPurposes,
): Promise<TestPerson> {
  const proof = text(32);
  const grant = (purpose: PurposeId | 'card', { keyId }: SealingKey) => {
    return { purpose, keyId, epoch: hotel.manifest.epoch, sealed: { enc: text(65), ciphertext: text(64) } };
  };
  const offered = purposes.filter((id) => hotel.manifest.purposes.some((purpose) => purpose.id === id));
  const person: NewPerson = {
    id: fixtureId(),
    handle,
    displayName: `员工 ${handle}`,
    role,
    publicKey: (await sealingKey()).publicKey,
    credential: {
      salt: text(16),
      parameters: passphraseParameters,
      proofHash: sha256(proof),
      wrapped: { nonce: text(12), ciphertext: text(200) },
    },
    grants: [grant('card', hotel.card), ...offered.map((id) => grant(id, hotel.keys[id]))],
  };
  return { person, proof };
}

/** `time`: what the owner's device has, milliseconds; left out by yesterday's client. */
export function setupBody(hotel: TestHotel, owner: TestPerson, time?: number): Setup {
  const { profile, jws: manifest, notices } = hotel;
  const body = { profile, manifest, notices, owner: owner.person };
  return time === undefined ? body : { ...body, time: toInstant(time) };
}

export function arrivalBody(hotel: TestHotel, checkOut = '2026-11-24'): Arrival {
  return { checkOut, desk: emptyEnvelope('desk', null, hotel.card.keyId) };
}

/** A sheet and the value its test record hides. */
export async function recoverySheet(hotel: TestHotel): Promise<{ upload: RecoveryUpload; value: string }> {
  const value = text(32);
  const upload: RecoveryUpload = {
    record: {
      publicKey: (await sealingKey()).publicKey,
      wrappedPrivateKey: { nonce: text(12), ciphertext: text(100) },
      sealedKeyring: { enc: text(65), ciphertext: text(600) },
      madeOn: '2026-11-21',
    },
    test: { id: fixtureId(), envelope: emptyEnvelope('test', null, hotel.card.keyId), valueHash: sha256(value) },
  };
  return { upload, value };
}
