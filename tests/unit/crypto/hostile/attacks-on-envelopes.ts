import { signConsent, verifyConsent } from '../../../../src/crypto/consent.ts';
import { importKeyPair } from '../../../../src/crypto/key-pair.ts';
import { type OpeningContext, openEnvelope } from '../../../../src/crypto/open-envelope.ts';
import { openSelfCopy } from '../../../../src/crypto/self-copy.ts';
import { checkSubmission } from '../../../../src/protocol/check-submission.ts';
import type { ConsentEvent } from '../../../../src/protocol/consent-event.ts';
import type { Envelope } from '../../../../src/protocol/envelope.ts';
import { Refusal } from '../../../../src/protocol/problems.ts';
import { withPayload } from '../../../vectors/cases/jws-tricks.ts';
import { flipBit } from '../../../vectors/flip-bit.ts';
import { rawEnvelopeSchema } from '../../../vectors/vector-files.ts';
import { type Attack, elsewhere, evil, guest, hotel, other } from './scene.ts';

const asked: OpeningContext = { ...guest.context, kind: 'purpose', purpose: 'emergency' };
/** The desk, opening what it asked for. */
const desk = async (envelope: Envelope, key = hotel.purposes.emergency, context: Partial<OpeningContext> = {}) =>
  openEnvelope({ ...asked, ...context }, await importKeyPair(key, 'open'), envelope);
/** The guest, opening their own copy behind their link. */
const link = (envelope: Envelope) => openSelfCopy(guest.context, guest.keys.selfKey, envelope);
/** Another server, or an auditor, checking what this one says it was sent. */
const accepted = async (event: Partial<ConsentEvent>, envelopes = guest.submission.envelopes) => {
  const fault = checkSubmission(
    { ...guest.submission, envelopes },
    { ...guest.event, ...event },
    hotel.manifest.manifest,
  );
  if (fault !== null) throw new Refusal(fault.code, fault.detail);
};

export const attacksOnEnvelopes: Attack[] = [
  [
    'an envelope under another purpose’s name',
    'cannot_open: sealed bytes',
    () => desk({ ...guest.emergency, purpose: 'offers' }, hotel.purposes.emergency, { purpose: 'offers' }),
  ],
  [
    'one purpose’s envelope in the place of another',
    'cannot_open: another envelope',
    () => desk(guest.emergency, hotel.purposes.emergency, { purpose: 'offers' }),
  ],
  ['a card in the place of a purpose', 'cannot_open: another envelope', () => desk(guest.card, hotel.card)],
  ['an envelope of another guest', 'cannot_open: sealed bytes', () => desk(other.emergency)],
  ['an envelope of another hotel', 'cannot_open: sealed bytes', () => desk(elsewhere.emergency)],
  [
    'an envelope kept under a newer consent',
    'cannot_open: sealed bytes',
    () => desk(guest.emergency, hotel.purposes.emergency, { consent: other.consent.hash }),
  ],
  ['an envelope with another schema', 'cannot_open: sealed bytes', () => desk({ ...guest.emergency, schema: 2 })],
  [
    'an envelope whose suite was downgraded',
    'unknown_suite',
    () => desk(rawEnvelopeSchema.parse({ ...guest.emergency, suite: 'NONE' })),
  ],
  [
    'an envelope with one bit changed',
    'cannot_open: sealed bytes',
    () => desk({ ...guest.emergency, ciphertext: flipBit(guest.emergency.ciphertext, 20) }),
  ],
  ['another guest’s own copy behind a link', 'cannot_open: self copy', () => link(other.self)],
  ['a card behind a guest’s link', 'cannot_open: self copy', () => link(guest.card)],
  ['an old yes for a new registration', 'consent_invalid: consent.registration', () => accepted(other.event)],
  ['a yes to another hotel', 'consent_invalid: consent.registration', () => accepted({ property: evil.property })],
  [
    'a no turned into a yes',
    'consent_invalid',
    () =>
      verifyConsent(
        withPayload(guest.consent.jws, {
          ...guest.event,
          decisions: guest.event.decisions.map((one) => ({ ...one, decision: 'given' })),
        }),
        guest.signer.publicKey,
      ),
  ],
  [
    'a yes signed by the server',
    'consent_invalid',
    async () =>
      verifyConsent(
        (await signConsent(guest.event, (await importKeyPair(hotel.receipt, 'sign')).privateKey)).jws,
        guest.signer.publicKey,
      ),
  ],
  [
    'details kept where the guest said no',
    'malformed: envelopes.3',
    () => accepted({}, [...guest.submission.envelopes, { ...guest.emergency, purpose: 'offers' }]),
  ],
];
