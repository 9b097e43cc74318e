import { describe, expect, it } from 'vitest';
import { signManifest } from '../../../src/crypto/sign-manifest.ts';
import { sealSelfCopy } from '../../../src/crypto/self-copy.ts';
import { privateJwk } from '../../../src/crypto/key-pair.ts';
import { openMyRegistration } from '../../../src/guest/my-registration/open-my-registration.ts';
import { payloadBytes } from '../../../src/pii/canonical-bytes.ts';
import type { GuestView } from '../../../src/protocol/api.ts';
import type { Receipt } from '../../../src/protocol/receipt.ts';
import { fixedHotel, now } from '../../vectors/fixed-hotel.ts';
import { fixedRandom } from '../../vectors/fixed-keys.ts';
import { entryFor, fixedReceipt, prove } from '../../vectors/fixed-receipt.ts';
import { fixedRegistration } from '../../vectors/fixed-registration.ts';

const hotel = await fixedHotel();
const guest = await fixedRegistration(hotel);
const receipt = await fixedReceipt(hotel, guest);
const details = {
  name: '陈 ○',
  phone: null,
  email: 'chen@example.com',
  checkIn: '2026-05-04',
  checkOut: '2026-05-06',
  partySize: 1,
  people: [],
  minors: [],
};

async function verifiedWith(changed: Partial<Receipt>, view: Partial<GuestView> = {}): Promise<readonly boolean[]> {
  const text = JSON.stringify({ ...receipt, ...changed });
  const proven = await prove(hotel, { text, entry: JSON.stringify(await entryFor(text, guest.id)) });
  const own = payloadBytes({ details, signingKey: privateJwk(guest.signer) });
  const answer: GuestView = {
    status: { state: 'received', seenAt: null, arrivedAt: null },
    receipt: proven,
    registration: guest.id,
    property: hotel.property,
    consent: guest.consent.jws,
    self: await sealSelfCopy(guest.context, guest.keys.selfKey, own, fixedRandom('self copy')),
    receipts: [proven],
    events: [guest.consent.jws],
    notices: [{ hash: guest.event.notice.hash, text: hotel.notices.en }],
    purposes: [],
    requests: [],
    ...view,
  };
  const { mine } = await openMyRegistration({ view: async () => answer }, guest.keys, null);
  return mine.receipts.map(({ verified }) => verified);
}

/** A server that makes up a hotel of its own: the property's id and notices, and a root, keys, log and receipt nobody else has. */
async function answerOfAnother(root: string | null): Promise<GuestView> {
  const other = await fixedHotel('fyrqc00002');
  const draft = { ...other.draft, property: hotel.property, notices: hotel.notices, previous: null };
  const evil = { ...other, property: hotel.property, manifest: await signManifest({ ...draft, now }) };
  const text = JSON.stringify(await fixedReceipt(evil, guest));
  const proven = await prove(evil, { text, entry: JSON.stringify(await entryFor(text, guest.id)) });
  const own = {
    details,
    signingKey: privateJwk(guest.signer),
    ...(root === null ? {} : { hotel: { root, channel: 'room' } }),
  };
  return {
    status: { state: 'received', seenAt: null, arrivedAt: null },
    receipt: proven,
    registration: guest.id,
    property: hotel.property,
    consent: guest.consent.jws,
    self: await sealSelfCopy(guest.context, guest.keys.selfKey, payloadBytes(own), fixedRandom('self copy')),
    receipts: [proven],
    events: [guest.consent.jws],
    notices: [{ hash: guest.event.notice.hash, text: hotel.notices.en }],
    purposes: [],
    requests: [],
  };
}

describe('the receipt of a registration that is opened again', () => {
  it('is checked where it says what the guest signed', async () => {
    expect(await verifiedWith({})).toEqual([true]);
  });

  it('is not where a decision was turned round, whoever signed it', async () => {
    const purposes = receipt.purposes.map((purpose) =>
      purpose.id === 'offers' ? { ...purpose, event: { ...purpose.event, decision: 'given' as const } } : purpose,
    );
    expect(await verifiedWith({ purposes })).toEqual([false]);
  });

  it('is not where it speaks of another retention', async () => {
    const purposes = receipt.purposes.map((purpose) => ({ ...purpose, retention: 'For ever' }));
    expect(await verifiedWith({ purposes })).toEqual([false]);
  });

  it('is not where the notice it rests on is withheld', async () => {
    expect(await verifiedWith({}, { notices: [] })).toEqual([false]);
  });
});

describe('a server that answers with a root of its own, and everything under it in order', () => {
  it('is refused by what the guest sealed to themselves, from any phone', async () => {
    const answer = await answerOfAnother(hotel.fingerprint);
    await expect(openMyRegistration({ view: async () => answer }, guest.keys, null)).rejects.toMatchObject({
      code: 'manifest_fingerprint',
    });
  });

  it('is refused by what the phone keeps, also once the own copy is gone', async () => {
    const answer = { ...(await answerOfAnother(null)), self: null };
    await expect(openMyRegistration({ view: async () => answer }, guest.keys, hotel.fingerprint)).rejects.toMatchObject(
      {
        code: 'manifest_fingerprint',
      },
    );
  });

  it('would be believed where nothing says otherwise, which is what these two are for', async () => {
    const answer = await answerOfAnother(null);
    const { mine } = await openMyRegistration({ view: async () => answer }, guest.keys, null);
    expect(mine.receipts.map(({ verified }) => verified)).toEqual([true]);
    expect(mine.fingerprint).not.toBe(hotel.fingerprint);
  });
});
