import { describe, expect, it } from 'vitest';
import { encodeBase64Url } from '../../../src/protocol/base64url.ts';
import { checkSubmission, sealedPurposes } from '../../../src/protocol/check-submission.ts';
import { type ConsentEvent, consentEventSchema } from '../../../src/protocol/consent-event.ts';
import type { Envelope } from '../../../src/protocol/envelope.ts';
import type { Manifest } from '../../../src/protocol/manifest.ts';
import { type Submission, submissionSchema } from '../../../src/protocol/submission.ts';
import { fixedHotel } from '../../vectors/fixed-hotel.ts';
import { fixedRegistration } from '../../vectors/fixed-registration.ts';

const hotel = await fixedHotel();
const guest = await fixedRegistration(hotel);
const other = await fixedRegistration(hotel, 'guest 2');
const { manifest } = hotel.manifest;
const { card, self, emergency, submission, event } = guest;
const purpose = (id: string) => {
  const found = manifest.purposes.find((one) => one.id === id);
  if (found === undefined) throw new Error(`the fixed hotel has no ${id}`);
  return found;
};
const sealedFor = (id: 'offers' | 'identity' | 'minors'): Envelope => ({
  ...emergency,
  purpose: id,
  keyId: purpose(id).keyId,
});
const [yes, no] = event.decisions;
if (yes === undefined || no === undefined) throw new Error('the fixed guest decides twice');
const zh = manifest.notices['zh-Hans'];
if (zh === undefined) throw new Error('the fixed hotel has a Chinese notice');

interface Change {
  readonly submission?: Partial<Submission>;
  readonly event?: Partial<ConsentEvent>;
  readonly manifest?: Partial<Manifest>;
}
const check = (change: Change) =>
  checkSubmission(
    { ...submission, ...change.submission },
    { ...event, ...change.event },
    { ...manifest, ...change.manifest },
  );
const envelopes = (...list: Envelope[]): Change => ({ submission: { envelopes: list } });

describe('a submission', () => {
  it('as a phone makes it is right', () => {
    expect(submissionSchema.parse(submission)).toEqual(submission);
    expect(consentEventSchema.parse(event)).toEqual(event);
    expect(check({})).toBeNull();
    expect(sealedPurposes(submission)).toEqual(['emergency']);
  });

  it.each<[string, Change]>([
    ['its envelopes in any order', envelopes(emergency, card, self)],
    [
      'no but to the law',
      {
        event: { decisions: [{ ...yes, decision: 'refused' }, no], statutory: ['identity'] },
        ...envelopes(card, self, sealedFor('identity')),
      },
    ],
    [
      'yes to everything and a child',
      {
        submission: {
          minors: true,
          envelopes: [card, self, emergency, sealedFor('offers'), sealedFor('identity'), sealedFor('minors')],
        },
        event: {
          decisions: [no, { ...yes }].map((one) => ({ ...one, decision: 'given' as const })),
          statutory: ['minors', 'identity'],
        },
      },
    ],
    ['out on the day in', { submission: { checkOut: submission.checkIn } }],
    ['a second suite after the one it uses', { manifest: { suites: ['LATER', ...manifest.suites] } }],
  ])('may have %s', (_, change) => {
    expect(check(change)).toBeNull();
  });

  const notice = event.notice;
  it.each<[string, string, Change]>([
    ['consent of another registration', 'consent_invalid consent.registration', { event: { registration: other.id } }],
    ['consent to another property', 'consent_invalid consent.registration', { event: { property: 'fyrqc00002' } }],
    ['a later event first', 'consent_invalid consent.number', { event: { number: 2 } }],
    ['an event that follows another', 'consent_invalid consent.number', { event: { previous: guest.consent.hash } }],
    [
      'another notice’s text',
      'consent_invalid consent.notice',
      { event: { notice: { ...notice, hash: other.consent.hash } } },
    ],
    [
      'another language’s notice',
      'consent_invalid consent.notice',
      { event: { notice: { ...notice, language: 'zh-Hans' } } },
    ],
    [
      'another version of the notice',
      'consent_invalid consent.notice',
      { event: { notice: { ...notice, version: 2 } } },
    ],
    [
      'a language the hotel doesn’t offer',
      'consent_invalid consent.notice',
      { manifest: { notices: { 'zh-Hans': zh } } },
    ],
    ['a purpose left out', 'consent_invalid consent.decisions', { event: { decisions: [yes] } }],
    ['a purpose decided twice', 'consent_invalid consent.decisions', { event: { decisions: [yes, no, no] } }],
    [
      'one purpose twice in place of another',
      'consent_invalid consent.decisions.offers',
      { event: { decisions: [yes, yes] } },
    ],
    [
      'consent to what the law requires',
      'consent_invalid consent.decisions.offers',
      { event: { decisions: [yes, { ...no, purpose: 'identity' }] } },
    ],
    [
      'a withdrawal before any yes',
      'consent_invalid consent.decisions.offers',
      { event: { decisions: [yes, { ...no, decision: 'withdrawn' }] } },
    ],
    [
      'other words than the manifest’s',
      'consent_invalid consent.decisions.emergency.wording',
      { event: { decisions: [{ ...yes, wording: no.wording }, no] } },
    ],
    [
      'a law purpose filled in twice',
      'consent_invalid consent.statutory',
      { event: { statutory: ['identity', 'identity'] } },
    ],
    ['a consent purpose passed off as law', 'consent_invalid consent.statutory', { event: { statutory: ['offers'] } }],
    [
      'a law purpose the hotel doesn’t have',
      'consent_invalid consent.statutory',
      { event: { statutory: ['membership'] } },
    ],
    ['a minor without a guardian', 'consent_invalid consent.statutory.minors', { submission: { minors: true } }],
    ['a minor nobody brought', 'consent_invalid consent.statutory.minors', { event: { statutory: ['minors'] } }],
    [
      'nothing chosen at all',
      'consent_invalid consent.decisions',
      { event: { decisions: [{ ...yes, decision: 'refused' }, no] } },
    ],
    ['out before in', 'malformed checkOut', { submission: { checkOut: '2026-05-03' } }],
    ['no card', 'envelope_missing card', envelopes(self, emergency)],
    ['no own copy', 'envelope_missing self', envelopes(card, emergency)],
    ['no envelope for a yes', 'envelope_missing emergency', envelopes(card, self)],
    ['no envelope for the law', 'envelope_missing identity', { event: { statutory: ['identity'] } }],
    ['two cards', 'malformed envelopes.2', envelopes(card, self, card, emergency)],
    ['two of one purpose', 'malformed envelopes.3', envelopes(card, self, emergency, emergency)],
    ['an envelope for a no', 'malformed envelopes.3', envelopes(card, self, emergency, sealedFor('offers'))],
    [
      'an envelope for what the desk will ask',
      'malformed envelopes.3',
      envelopes(card, self, emergency, sealedFor('identity')),
    ],
    ['a desk note', 'malformed envelopes.3', envelopes(card, self, emergency, { ...card, kind: 'desk' })],
    ['a test record', 'malformed envelopes.0', envelopes({ ...card, kind: 'test' })],
    ['a purpose without its name', 'malformed envelopes.2', envelopes(card, self, { ...emergency, purpose: null })],
    [
      'a card with a purpose',
      'malformed envelopes.0.purpose',
      envelopes({ ...card, purpose: 'emergency' }, self, emergency),
    ],
    [
      'an own copy with a purpose',
      'malformed envelopes.1.purpose',
      envelopes(card, { ...self, purpose: 'offers' }, emergency),
    ],
    [
      'a key the manifest doesn’t name',
      'unknown_key envelopes.2.keyId',
      envelopes(card, self, { ...emergency, keyId: other.id }),
    ],
    [
      'the key of another purpose',
      'unknown_key envelopes.2.keyId',
      envelopes(card, self, { ...emergency, keyId: purpose('offers').keyId }),
    ],
    [
      'a card under a purpose’s key',
      'unknown_key envelopes.0.keyId',
      envelopes({ ...card, keyId: emergency.keyId }, self, emergency),
    ],
    [
      'an own copy under the hotel’s key',
      'unknown_key envelopes.1.keyId',
      envelopes(card, { ...self, keyId: card.keyId }, emergency),
    ],
    ['a suite the manifest doesn’t name', 'unknown_suite envelopes.0.suite', { manifest: { suites: ['LATER'] } }],
    [
      'a suite of a later release',
      'unknown_suite envelopes.2.suite',
      envelopes(card, self, { ...emergency, suite: 'HPKE-X25519-SHA256-A256GCM' }),
    ],
    [
      'a suite the manifest names and this release can’t speak',
      'unknown_suite envelopes.0.suite',
      {
        manifest: { suites: ['LATER', ...manifest.suites] },
        ...envelopes({ ...card, suite: 'LATER' }, self, emergency),
      },
    ],
    ['an older schema', 'unsupported_schema envelopes.2.schema', envelopes(card, self, { ...emergency, schema: 2 })],
    ['a newer card', 'unsupported_schema envelopes.0.schema', envelopes({ ...card, schema: 2 }, self, emergency)],
    [
      'a ciphertext of no bucket’s size',
      'envelope_size envelopes.2',
      envelopes(card, self, { ...emergency, ciphertext: emergency.ciphertext.slice(4) }),
    ],
    [
      'a nonce where a point belongs',
      'envelope_size envelopes.0',
      envelopes({ ...card, enc: self.enc }, self, emergency),
    ],
    [
      'a point where a nonce belongs',
      'envelope_size envelopes.1',
      envelopes(card, { ...self, enc: card.enc }, emergency),
    ],
  ])('with %s is refused as %s', (_, refusal, change) => {
    const fault = check(change);
    expect(fault === null ? 'accepted' : `${fault.code} ${fault.detail}`).toBe(refusal);
  });

  it('a fault names the place and never what was sent', () => {
    const marker = encodeBase64Url(new TextEncoder().encode('marker-marker-16'));
    const faults = [
      check({ event: { registration: marker } }),
      check(envelopes(card, self, { ...emergency, keyId: marker })),
      check(envelopes(card, self, { ...emergency, enc: marker })),
    ];
    for (const fault of faults) expect(JSON.stringify(fault)).not.toContain(marker);
  });
});

describe('a submission’s shape', () => {
  it.each<[string, object]>([
    ['a field nobody knows', { name: 'Chen' }],
    ['a party of none', { partySize: 0 }],
    ['a party of 31', { partySize: 31 }],
    ['a date that doesn’t exist', { checkIn: '2026-02-29' }],
    ['an unknown channel', { channel: 'import' }],
    ['an unknown language', { language: 'tlh' }],
    ['two envelopes', { envelopes: [card, self] }],
    ['eleven envelopes', { envelopes: Array.from({ length: 11 }, () => card) }],
    ['a consent past its limit', { consent: 'x'.repeat(6001) }],
    ['a signer that is no point', { signer: submission.lookupHash }],
    ['a registration of another length', { registration: submission.lookupHash }],
    ['another format', { format: 'foyer-submission/0' }],
    ['a manifest with more to it', { manifest: { ...submission.manifest, trusted: true } }],
  ])('refuses %s', (_, change) => {
    expect(submissionSchema.safeParse({ ...submission, ...change }).success).toBe(false);
  });
});
