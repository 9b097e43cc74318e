import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { importKeyPair } from '../../../src/crypto/key-pair.ts';
import { type OpeningContext, openEnvelope } from '../../../src/crypto/open-envelope.ts';
import { pad, unpad } from '../../../src/crypto/padding.ts';
import { sealingKey } from '../../../src/crypto/property-keys.ts';
import { sealEnvelope } from '../../../src/crypto/seal-envelope.ts';
import { openSelfCopy, sealSelfCopy } from '../../../src/crypto/self-copy.ts';
import { decodeBase64Url, encodeBase64Url } from '../../../src/protocol/base64url.ts';
import { envelopeKinds, envelopeSizeIsRight } from '../../../src/protocol/envelope.ts';
import { purposeIds } from '../../../src/protocol/purposes.ts';
import { fixedHotel } from '../../vectors/fixed-hotel.ts';
import { fixedKeyPair, fixedRandom } from '../../vectors/fixed-keys.ts';
import { fixedRegistration } from '../../vectors/fixed-registration.ts';
import { rawEnvelopeSchema } from '../../vectors/vector-files.ts';
import { changed, isRefused, oneChange, runs } from './runs.ts';

const hotel = await fixedHotel();
const guest = await fixedRegistration(hotel);
const pair = fixedKeyPair('property');
const [key, keys] = await Promise.all([sealingKey(pair), importKeyPair(pair, 'open')]);
const random = fixedRandom('property nonces');

const payload = fc.oneof(
  fc.uint8Array({ maxLength: 600 }),
  fc.uint8Array({ minLength: 8100, maxLength: 8188 }),
  fc.string({ unit: 'binary', maxLength: 400 }).map((text) => new TextEncoder().encode(text)),
);
const place = fc.record({
  property: fc.string(),
  registration: fc.string(),
  consent: fc.string(),
  kind: fc.constantFrom(...envelopeKinds),
  purpose: fc.option(fc.constantFrom(...purposeIds)),
  schema: fc.nat(),
});
const fields = ['enc', 'ciphertext', 'keyId', 'suite'] as const;

describe('sealing', () => {
  it('any payload anywhere opens to the same bytes, at a size the server lets through', async () => {
    await fc.assert(
      fc.asyncProperty(payload, place, async (data, where) => {
        const envelope = await sealEnvelope(where, key, new Uint8Array(data));
        expect(envelopeSizeIsRight({ ...envelope, kind: 'card' })).toBe(true);
        expect(await openEnvelope(where, keys, envelope)).toEqual(new Uint8Array(data));
        const own = await sealSelfCopy(where, guest.keys.selfKey, new Uint8Array(data), random);
        expect(envelopeSizeIsRight(own)).toBe(true);
        expect(await openSelfCopy(where, guest.keys.selfKey, own)).toEqual(new Uint8Array(data));
      }),
      runs(60),
    );
  });

  it('any one changed byte of an envelope is refused, and never with another error', async () => {
    const asked: OpeningContext = { ...guest.context, kind: 'purpose', purpose: 'emergency' };
    const own = await importKeyPair(hotel.purposes.emergency, 'open');
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom('enc', 'ciphertext'),
        fc.nat(),
        fc.integer({ min: 1, max: 255 }),
        async (field, at, bits) => {
          const change = (text: string) => {
            const bytes = decodeBase64Url(text) ?? new Uint8Array();
            const where = at % bytes.length;
            bytes[where] = (bytes[where] ?? 0) ^ bits;
            return encodeBase64Url(bytes);
          };
          const envelope = { ...guest.emergency, [field]: change(guest.emergency[field]) };
          expect(await isRefused(() => openEnvelope(asked, own, envelope))).toBe(true);
          const copy = { ...guest.self, [field]: change(guest.self[field]) };
          expect(await isRefused(() => openSelfCopy(guest.context, guest.keys.selfKey, copy))).toBe(true);
        },
      ),
      runs(200),
    );
  });

  it('any one changed character of any field is refused, and never with another error', async () => {
    const asked: OpeningContext = { ...guest.context, kind: 'purpose', purpose: 'emergency' };
    const own = await importKeyPair(hotel.purposes.emergency, 'open');
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...fields), oneChange, async (field, change) => {
        const envelope = rawEnvelopeSchema.parse({
          ...guest.emergency,
          [field]: changed(guest.emergency[field], change),
        });
        expect(await isRefused(() => openEnvelope(asked, own, envelope))).toBe(true);
        const copy = rawEnvelopeSchema.parse({ ...guest.self, [field]: changed(guest.self[field], change) });
        expect(await isRefused(() => openSelfCopy(guest.context, guest.keys.selfKey, copy))).toBe(true);
      }),
      runs(200),
    );
  });

  it('any other place is refused', async () => {
    const here: OpeningContext = { ...guest.context, kind: 'purpose', purpose: 'emergency' };
    const own = await importKeyPair(hotel.purposes.emergency, 'open');
    const texts = ['property', 'registration', 'consent'] as const;
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...texts),
        oneChange,
        fc.integer({ min: 2, max: 1_000_000 }),
        async (field, change, schema) => {
          const there = { ...here, [field]: changed(here[field], change) };
          expect(await isRefused(() => openEnvelope(there, own, guest.emergency))).toBe(true);
          expect(await isRefused(() => openSelfCopy(there, guest.keys.selfKey, guest.self))).toBe(true);
          expect(await isRefused(() => openEnvelope(here, own, { ...guest.emergency, schema }))).toBe(true);
        },
      ),
      runs(100),
    );
    for (const kind of envelopeKinds) {
      for (const purpose of [null, ...purposeIds]) {
        if (kind === 'purpose' && purpose === 'emergency') continue;
        const there = { ...here, kind, purpose };
        expect(await isRefused(() => openEnvelope(there, own, guest.emergency))).toBe(true);
        expect(await isRefused(() => openEnvelope(there, own, { ...guest.emergency, kind, purpose }))).toBe(true);
      }
    }
  });
});

describe('padding', () => {
  it('comes off whatever it was put on', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 8188 }), (data) => {
        expect(unpad(pad(data))).toEqual(new Uint8Array(data));
      }),
      runs(300),
    );
  });

  it('comes off nothing else: what it comes off, it would be put on the same way', async () => {
    const nearly = fc.record({ data: fc.uint8Array({ maxLength: 1200 }), at: fc.nat(1199), to: fc.nat(255) });
    const bytes = fc.oneof(
      fc.uint8Array({ maxLength: 1100 }),
      nearly.map(({ data, at, to }) => pad(data).fill(to, at, at + 1)),
    );
    await fc.assert(
      fc.asyncProperty(bytes, async (padded) => {
        let data: Uint8Array | null = null;
        const refused = await isRefused(() => (data = unpad(padded)));
        expect(refused || Buffer.compare(pad(data ?? new Uint8Array(9000)), padded) === 0).toBe(true);
      }),
      runs(500),
    );
  });
});
