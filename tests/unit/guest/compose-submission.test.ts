import { beforeAll, describe, expect, it } from 'vitest';
import { verifyConsent } from '../../../src/crypto/consent.ts';
import { deriveGuestKeys } from '../../../src/crypto/guest-secret.ts';
import { importKeyPair } from '../../../src/crypto/key-pair.ts';
import { openEnvelope } from '../../../src/crypto/open-envelope.ts';
import { openSelfCopy } from '../../../src/crypto/self-copy.ts';
import { randomBytes } from '../../../src/crypto/random-bytes.ts';
import { composeSubmission, type SealedSubmission } from '../../../src/guest/registration/compose-submission.ts';
import { type PreparedSealing, prepareSealing } from '../../../src/guest/registration/prepare-sealing.ts';
import type { Choices } from '../../../src/guest/registration/choices.ts';
import { parsePayload } from '../../../src/pii/canonical-bytes.ts';
import type { GuestDetails } from '../../../src/pii/details.ts';
import { cardPayloadSchema, purposePayloadSchema, selfPayloadSchema } from '../../../src/pii/payloads.ts';
import { decodeBase64Url } from '../../../src/protocol/base64url.ts';
import { checkSubmission } from '../../../src/protocol/check-submission.ts';
import { arrivalCode } from '../../../src/protocol/ids.ts';
import { Refusal } from '../../../src/protocol/problems.ts';
import type { PurposeId } from '../../../src/protocol/purposes.ts';
import { submissionSchema } from '../../../src/protocol/submission.ts';
import type { CreatedHotel } from '../../../src/staff/setup/create-hotel.ts';
import { hotelInMemory } from '../../support/hotel-in-memory.ts';

const now = Date.parse('2026-11-21T20:15:00+08:00');

const details: GuestDetails = {
  name: '欧阳海燕',
  phone: '+8613812345678',
  email: 'haiyan@mail.example',
  checkIn: '2026-11-21',
  checkOut: '2026-11-23',
  partySize: 3,
  people: [
    {
      name: '欧阳海燕',
      nationality: 'CN',
      documentKind: 'resident-id',
      documentNumber: '11010519491231002X',
      birthDate: '1949-12-31',
    },
  ],
  minors: [
    {
      name: '欧阳小满',
      age: 'under-14',
      guardian: { name: '欧阳海燕', relation: '外婆', contact: '+8613812345678' },
    },
  ],
};

const hotelPurposes: readonly PurposeId[] = ['emergency', 'billing', 'membership', 'offers', 'identity', 'minors'];

const adultsOnly: GuestDetails = { ...details, partySize: 1, minors: [], people: [] };

const allYes: Choices = {
  answers: { emergency: 'yes', billing: 'yes', membership: 'yes', offers: 'yes' },
  identity: 'here',
};

let hotel: CreatedHotel;
beforeAll(async () => {
  hotel = await hotelInMemory(now);
});

function compose(choices: Choices, told: GuestDetails, prepared?: PreparedSealing): Promise<SealedSubmission> {
  const input = {
    signedManifest: hotel.manifest,
    choices,
    details: told,
    channel: 'lobby',
    language: 'zh-Hans',
    shownAt: now - 60_000,
    now,
    random: randomBytes,
  } as const;
  return composeSubmission(input, prepared);
}

async function open(sealed: SealedSubmission) {
  const submission = submissionSchema.parse(JSON.parse(sealed.body));
  const context = {
    property: submission.property,
    registration: submission.registration,
    consent: sealed.consentHash,
  };
  const opened = new Map<string, string>();
  for (const envelope of submission.envelopes) {
    if (envelope.kind === 'self') continue;
    const name = envelope.purpose ?? 'card';
    const pair = hotel.keys.sealing.find(({ purpose }) => purpose === name)?.pair;
    if (pair === undefined) throw new Error(`no key for ${name}`);
    const where = { ...context, kind: envelope.kind, purpose: envelope.purpose };
    const bytes = await openEnvelope(where, await importKeyPair(pair, 'open'), envelope);
    opened.set(name, new TextDecoder().decode(bytes));
  }
  return { submission, context, opened };
}

describe('what was prepared while the guest read', () => {
  const purposes = ['emergency', 'billing', 'membership', 'offers', 'identity', 'minors'] as const;

  it('is used for the registration, and says no to a second', async () => {
    const prepared = await prepareSealing(hotel.manifest, purposes, randomBytes);
    const sealed = await compose(allYes, details, prepared);
    expect(sealed.secret).toBe(prepared.secret);
    expect([...(await open(sealed)).opened.keys()].toSorted()).toEqual(['card', ...hotelPurposes].toSorted());
    await expect(compose(allYes, details, prepared)).rejects.toThrow('sealed once already');
  });

  it('seals nothing for a purpose that was declined meanwhile', async () => {
    const prepared = await prepareSealing(hotel.manifest, purposes, randomBytes);
    const sealed = await compose({ answers: { offers: 'yes' }, identity: null }, adultsOnly, prepared);
    expect([...(await open(sealed)).opened.keys()].toSorted()).toEqual(['card', 'offers']);
  });

  it('is left alone where the rules or the choices have moved on', async () => {
    const other = await hotelInMemory(now);
    for (const prepared of [
      await prepareSealing(other.manifest, purposes, randomBytes),
      await prepareSealing(hotel.manifest, ['emergency'], randomBytes),
    ]) {
      const sealed = await compose(allYes, details, prepared);
      expect(sealed.secret).not.toBe(prepared.secret);
      expect((await open(sealed)).opened.size).toBe(7);
    }
  });
});

describe('a sealed registration', () => {
  it('opens purpose by purpose with that purpose’s key, and each holds that purpose’s fields and no others', async () => {
    const { opened } = await open(await compose(allYes, details));
    expect([...opened.keys()].sort()).toEqual(['card', ...hotelPurposes].sort());
    const read = (purpose: PurposeId) =>
      parsePayload(purposePayloadSchema, new TextEncoder().encode(opened.get(purpose) ?? ''));
    for (const purpose of ['emergency', 'billing', 'membership', 'offers'] as const) {
      expect(JSON.parse(opened.get(purpose) ?? '')).toEqual({
        purpose,
        name: details.name,
        phone: details.phone,
        email: details.email,
      });
    }
    expect(read('identity')).toEqual({ purpose: 'identity', people: details.people });
    expect(read('minors')).toEqual({ purpose: 'minors', minors: details.minors });
  });

  it('shows the desk’s list a masked contact, never the whole one', async () => {
    const { opened } = await open(await compose(allYes, details));
    const card = opened.get('card') ?? '';
    expect(cardPayloadSchema.parse(JSON.parse(card)).maskedContact).toBe('138****5678');
    expect(card).not.toContain('13812345678');
    expect(card).not.toContain('haiyan');
    expect(card).not.toContain('11010519491231002X');
  });

  it('can be read back by the guest’s secret, signing key included', async () => {
    const sealed = await compose(allYes, details);
    const { submission, context } = await open(sealed);
    const self = submission.envelopes.find(({ kind }) => kind === 'self');
    if (self === undefined) throw new Error('no self copy');
    const keys = await deriveGuestKeys(sealed.secret);
    const own = parsePayload(selfPayloadSchema, await openSelfCopy(context, keys.selfKey, self));
    expect(own.details).toEqual(details);
    const other = await deriveGuestKeys((await compose(allYes, details)).secret);
    await expect(openSelfCopy(context, other.selfKey, self)).rejects.toMatchObject({ code: 'cannot_open' });
  });

  it.each<[string, Choices, GuestDetails, PurposeId[]]>([
    ['everything', allYes, details, [...hotelPurposes]],
    ['emergency only', { answers: { emergency: 'yes', offers: 'no' }, identity: 'desk' }, adultsOnly, ['emergency']],
    ['offers only', { answers: { offers: 'yes' }, identity: null }, adultsOnly, ['offers']],
    ['only what the law asks', { answers: {}, identity: 'here' }, { ...details, minors: [] }, ['identity']],
    ['a child travelling along', { answers: { billing: 'yes' }, identity: null }, details, ['billing', 'minors']],
  ])('passes the server’s own check: %s', async (_, choices, told, expected) => {
    const sealed = await compose(choices, told);
    const { submission, opened } = await open(sealed);
    const event = await verifyConsent(submission.consent, decodeBase64Url(submission.signer) ?? new Uint8Array());
    expect(checkSubmission(submission, event, hotel.manifest.manifest)).toBeNull();
    expect(hotelPurposes.filter((id) => opened.has(id))).toEqual(expected);
    expect(event.decisions.filter(({ decision }) => decision === 'given').map(({ purpose }) => purpose)).toEqual(
      expected.filter((id) => id !== 'identity' && id !== 'minors'),
    );
    expect(sealed.code).toBe(arrivalCode(submission.registration));
  });

  it('carries nothing a guest typed in the clear, and never the secret', async () => {
    const sealed = await compose(allYes, details);
    for (const planted of [
      details.name,
      '13812345678',
      'haiyan',
      '11010519491231002X',
      '1949-12-31',
      '欧阳小满',
      '外婆',
      sealed.secret,
    ]) {
      expect(sealed.body).not.toContain(planted);
    }
  });

  it('is never made of nothing', async () => {
    await expect(compose({ answers: { offers: 'no' }, identity: 'desk' }, adultsOnly)).rejects.toBeInstanceOf(Refusal);
  });

  it('ignores a yes to a purpose the hotel does not offer', async () => {
    const small = await hotelInMemory(now, ['emergency']);
    const sealed = await composeSubmission({
      signedManifest: small.manifest,
      choices: allYes,
      details: adultsOnly,
      channel: 'reception',
      language: 'en',
      shownAt: now,
      now,
      random: randomBytes,
    });
    const submission = submissionSchema.parse(JSON.parse(sealed.body));
    expect(submission.envelopes.map(({ purpose, kind }) => purpose ?? kind)).toEqual(['card', 'self', 'emergency']);
  });
});

it('a guest with a child under 14 acts as guardian, nobody else does', async () => {
  const acting = async (told: GuestDetails) => {
    const submission = submissionSchema.parse(JSON.parse((await compose(allYes, told)).body));
    return (await verifyConsent(submission.consent, decodeBase64Url(submission.signer) ?? new Uint8Array())).acting;
  };
  expect(await acting(details)).toBe('guardian');
  expect(await acting({ ...details, minors: details.minors.map((one) => ({ ...one, age: '14-17' as const })) })).toBe(
    'self',
  );
});
