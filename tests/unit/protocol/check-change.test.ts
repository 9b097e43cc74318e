import { describe, expect, it } from 'vitest';
import { changeEffect, checkChange, checkNext, onlyTakesBack } from '../../../src/protocol/check-change.ts';
import type { ChangeBefore } from '../../../src/protocol/check-change.ts';
import type { ConsentEvent } from '../../../src/protocol/consent-event.ts';
import { standingDecisions } from '../../../src/protocol/consent-state.ts';
import type { Envelope } from '../../../src/protocol/envelope.ts';
import type { Manifest } from '../../../src/protocol/manifest.ts';
import type { PurposeId } from '../../../src/protocol/purposes.ts';
import { type RegistrationChange, registrationChangeSchema } from '../../../src/protocol/registration-change.ts';
import { addMonths } from '../../../src/protocol/time.ts';
import { fixedHotel } from '../../vectors/fixed-hotel.ts';
import { fixedRegistration } from '../../vectors/fixed-registration.ts';

const hotel = await fixedHotel();
const guest = await fixedRegistration(hotel);
const other = await fixedRegistration(hotel, 'guest 2');
const { manifest } = hotel.manifest;
const { card, self, emergency, submission } = guest;

const wordingOf = (id: PurposeId) => manifest.purposes.find((one) => one.id === id)?.wording.en ?? '';
const keyOf = (id: PurposeId) => manifest.purposes.find((one) => one.id === id)?.keyId ?? '';
const sealedFor = (id: PurposeId): Envelope => ({ ...emergency, purpose: id, keyId: keyOf(id) });
const yes = (purpose: PurposeId) => ({ purpose, decision: 'given', wording: wordingOf(purpose) }) as const;
const back = (purpose: PurposeId) => ({ purpose, decision: 'withdrawn', wording: wordingOf(purpose) }) as const;

const before: ChangeBefore = {
  property: submission.property,
  registration: guest.id,
  number: 1,
  hash: guest.consent.hash,
  decisions: standingDecisions([guest.event]),
  held: ['emergency'],
};
const event: ConsentEvent = {
  ...guest.event,
  number: 2,
  previous: guest.consent.hash,
  act: 'change',
  decisions: [],
  statutory: [],
};
const change: RegistrationChange = {
  format: 'foyer-change/1',
  lookup: submission.lookupHash,
  token: submission.tokenHash,
  manifest: submission.manifest,
  event: guest.consent.jws,
  partySize: 2,
  minors: false,
  checkIn: submission.checkIn,
  checkOut: submission.checkOut,
  envelopes: [self, card],
};

interface Case {
  readonly change?: Partial<RegistrationChange>;
  readonly event?: Partial<ConsentEvent>;
  readonly before?: Partial<ChangeBefore>;
  readonly manifest?: Partial<Manifest>;
}
const check = (of: Case) =>
  checkChange(
    { ...change, ...of.change },
    { ...event, ...of.event },
    { ...manifest, ...of.manifest },
    { ...before, ...of.before },
  );

describe('a change', () => {
  it('has the shape a phone gives it', () => {
    expect(registrationChangeSchema.parse(change)).toEqual(change);
  });

  it.each<[string, Case]>([
    ['the own copy and card alone', {}],
    ['one purpose corrected', { change: { envelopes: [self, card, emergency] } }],
    ['a yes', { event: { decisions: [yes('offers')] }, change: { envelopes: [self, card, sealedFor('offers')] } }],
    [
      'a yes in today’s words',
      { event: { decisions: [yes('emergency')] }, change: { envelopes: [self, card, emergency] } },
    ],
    ['the last purpose taken back', { event: { decisions: [back('emergency')] }, change: { envelopes: [self] } }],
    [
      'one for another',
      {
        event: { decisions: [back('emergency'), yes('offers')] },
        change: { envelopes: [self, card, sealedFor('offers')] },
      },
    ],
    [
      'what the hotel offers no more taken back',
      {
        event: { decisions: [back('emergency')] },
        change: { envelopes: [self] },
        manifest: { purposes: manifest.purposes.filter(({ id }) => id !== 'emergency') },
      },
    ],
    [
      'what the law asks filled in',
      { event: { statutory: ['identity'] }, change: { envelopes: [self, card, sealedFor('identity')] } },
    ],
    [
      'a child added',
      { event: { statutory: ['minors'] }, change: { minors: true, envelopes: [self, card, sealedFor('minors')] } },
    ],
    ['a child still there', { before: { held: ['emergency', 'minors'] }, change: { minors: true } }],
    ['no child any more', { before: { held: ['emergency', 'minors'] } }],
  ])('may be %s', (_, of) => {
    expect(check(of)).toBeNull();
  });

  it.each<[string, string, Case]>([
    ['leaving before arriving', 'malformed checkOut', { change: { checkOut: '2020-01-01' } }],
    ['another registration', 'consent_invalid event.registration', { event: { registration: other.id } }],
    ['another property', 'consent_invalid event.registration', { event: { property: 'fyrqc00002' } }],
    ['a deletion', 'consent_invalid event.act', { event: { act: 'deletion' } }],
    ['a registration', 'consent_invalid event.act', { event: { act: undefined } }],
    ['another notice', 'consent_invalid event.notice', { event: { notice: { ...event.notice, version: 9 } } }],
    [
      'a purpose decided twice',
      'consent_invalid event.decisions',
      { event: { decisions: [yes('offers'), yes('offers')] } },
    ],
    [
      'a yes in other words',
      'consent_invalid event.decisions.offers.wording',
      { event: { decisions: [{ ...yes('offers'), wording: other.consent.hash }] } },
    ],
    ['a yes to the law', 'consent_invalid event.decisions.identity', { event: { decisions: [yes('identity')] } }],
    ['a yes to nothing offered', 'consent_invalid event.decisions.billing', { event: { decisions: [yes('billing')] } }],
    [
      'a no',
      'consent_invalid event.decisions.offers',
      { event: { decisions: [{ ...yes('offers'), decision: 'refused' }] } },
    ],
    [
      'what wasn’t given taken back',
      'consent_invalid event.decisions.offers',
      { event: { decisions: [back('offers')] } },
    ],
    [
      'what was taken back, again',
      'consent_invalid event.decisions.emergency',
      { event: { decisions: [back('emergency')] }, before: { held: [] } },
    ],
    [
      'taken back in other words',
      'consent_invalid event.decisions.emergency.wording',
      { event: { decisions: [{ ...back('emergency'), wording: other.consent.hash }] } },
    ],
    ['the law twice', 'consent_invalid event.statutory', { event: { statutory: ['identity', 'identity'] } }],
    ['consent filled in as law', 'consent_invalid event.statutory', { event: { statutory: ['offers'] } }],
    ['a child without a guardian', 'consent_invalid event.statutory.minors', { change: { minors: true } }],
    ['a guardian without a child', 'consent_invalid event.statutory.minors', { event: { statutory: ['minors'] } }],
    ['no own copy', 'envelope_missing self', { change: { envelopes: [card] } }],
    ['no card', 'envelope_missing card', { change: { envelopes: [self] } }],
    ['a yes without its envelope', 'envelope_missing offers', { event: { decisions: [yes('offers')] } }],
    [
      'an envelope for what isn’t held',
      'malformed envelopes.2',
      { change: { envelopes: [self, card, sealedFor('offers')] } },
    ],
    [
      'answers to a law the event doesn’t name',
      'malformed envelopes.2',
      { before: { held: ['emergency', 'identity'] }, change: { envelopes: [self, card, sealedFor('identity')] } },
    ],
    [
      'an envelope for what is taken back',
      'malformed envelopes.1',
      { event: { decisions: [back('emergency')] }, change: { envelopes: [self, emergency] } },
    ],
    [
      'a card where nothing is held',
      'malformed envelopes.1',
      { event: { decisions: [back('emergency')] }, change: { envelopes: [self, card] } },
    ],
    ['two own copies', 'malformed envelopes.2', { change: { envelopes: [self, card, self] } }],
    ['a desk note', 'malformed envelopes.2', { change: { envelopes: [self, card, { ...card, kind: 'desk' }] } }],
    [
      'another key',
      'unknown_key envelopes.1.keyId',
      { change: { envelopes: [self, { ...card, keyId: keyOf('offers') }] } },
    ],
    ['another size', 'envelope_size envelopes.1', { change: { envelopes: [self, { ...card, ciphertext: 'AAAA' }] } }],
  ])('is never %s', (_, wanted, of) => {
    const found = check(of);
    expect(`${found?.code} ${found?.detail}`).toBe(wanted);
  });

  it('is the next or it is refused', () => {
    const next = { number: 2, previous: guest.consent.hash };
    const fork = 'consent_forked';
    expect(checkNext(next, before)).toBeNull();
    expect(checkNext({ ...next, number: 1 }, before)).toBe('consent_replayed');
    expect(checkNext({ ...next, number: 3 }, before)).toBe(fork);
    expect(checkNext({ ...next, previous: other.consent.hash }, before)).toBe(fork);
    expect(checkNext({ ...next, previous: null }, before)).toBe(fork);
  });

  it('is a withdrawal whenever anything is taken back', () => {
    const both = changeEffect({ decisions: [back('emergency'), yes('offers')], statutory: [] }, false, ['emergency']);
    expect(both).toMatchObject({ kind: 'withdrawal', held: ['offers'], destroyed: ['emergency'] });
    expect(changeEffect({ decisions: [yes('offers')], statutory: [] }, false, []).kind).toBe('consent');
    expect(changeEffect({ decisions: [], statutory: [] }, false, ['minors'])).toMatchObject({
      kind: 'correction',
      destroyed: ['minors'],
      held: [],
    });
  });

  it('only takes back where nothing is sealed to a purpose', () => {
    const taking = { ...event, decisions: [back('emergency')] };
    expect(onlyTakesBack({ ...change, envelopes: [self] }, taking)).toBe(true);
    expect(onlyTakesBack({ ...change, envelopes: [self, card, sealedFor('offers')] }, taking)).toBe(false);
    expect(onlyTakesBack(change, event)).toBe(false);
    expect(onlyTakesBack(change, { ...taking, decisions: [back('emergency'), yes('offers')] })).toBe(false);
  });
});

it('decisions add up, the last one counts, and a deletion ends what was given', () => {
  const deletion: ConsentEvent = { ...event, number: 3, act: 'deletion', time: '2026-06-01T00:00:00+08:00' };
  const given = { ...event, decisions: [yes('offers')] };
  const state = (...events: ConsentEvent[]) =>
    [...standingDecisions(events)].map(([id, { decision, number }]) => `${id} ${decision} ${number}`);
  expect(state(guest.event)).toEqual(['emergency given 1', 'offers refused 1']);
  expect(state(guest.event, given)).toEqual(['emergency given 1', 'offers given 2']);
  expect(state(guest.event, given, deletion)).toEqual(['emergency withdrawn 3', 'offers withdrawn 3']);
});

it('months are added as the calendar has them', () => {
  expect(addMonths('2026-11-24', 6)).toBe('2027-05-24');
  expect(addMonths('2026-08-31', 6)).toBe('2027-02-28');
  expect(addMonths('2027-08-31', 6)).toBe('2028-02-29');
  expect(addMonths('2026-12-31', 12)).toBe('2027-12-31');
});
