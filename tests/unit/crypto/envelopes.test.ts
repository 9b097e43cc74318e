import { describe, expect, it } from 'vitest';
import { importKeyPair } from '../../../src/crypto/key-pair.ts';
import { openEnvelope } from '../../../src/crypto/open-envelope.ts';
import { sealEnvelope } from '../../../src/crypto/seal-envelope.ts';
import { openSelfCopy, sealSelfCopy } from '../../../src/crypto/self-copy.ts';
import { envelopeSchema, envelopeSizeIsRight } from '../../../src/protocol/envelope.ts';
import { fixedHotel } from '../../vectors/fixed-hotel.ts';
import { fixedRandom } from '../../vectors/fixed-keys.ts';
import { fixedRegistration, plaintexts, text } from '../../vectors/fixed-registration.ts';
import { refusalOf } from './refusal-of.ts';

const hotel = await fixedHotel();
const guest = await fixedRegistration(hotel);
const { card: cardKey } = hotel.manifest.manifest;
const cardPair = await importKeyPair(hotel.card, 'open');
const asCard = { ...guest.context, kind: 'card', purpose: null } as const;

describe('an envelope', () => {
  it('has the shape and size the server lets through', () => {
    for (const envelope of [guest.card, guest.emergency, guest.self]) {
      expect(envelopeSchema.parse(envelope)).toEqual(envelope);
      expect(envelopeSizeIsRight(envelope)).toBe(true);
    }
  });

  it('opens to what was sealed', async () => {
    expect(new TextDecoder().decode(await openEnvelope(asCard, cardPair, guest.card))).toBe(plaintexts.card);
  });

  it('says the same length for every ordinary name', async () => {
    const sealed = await Promise.all(
      ['', '陈', 'A name that is rather longer than most'].map((name) =>
        sealEnvelope({ ...asCard, schema: 1 }, cardKey, text(name)),
      ),
    );
    expect(new Set(sealed.map(({ ciphertext }) => ciphertext.length)).size).toBe(1);
  });

  it('holds at most 8,188 bytes', async () => {
    const seal = (length: number) => sealEnvelope({ ...asCard, schema: 1 }, cardKey, new Uint8Array(length));
    expect((await openEnvelope(asCard, cardPair, await seal(8188))).length).toBe(8188);
    expect(await refusalOf(seal(8189))).toBe('too_large: plaintext');
  });

  it.each([
    ['not encoded', 'unknown_key: encoding', '!'],
    ['no point', 'unknown_key: not an uncompressed P-256 point', 'AAAA'],
  ])('is not sealed to a key that is %s', async (_, refusal, publicKey) => {
    expect(await refusalOf(sealEnvelope({ ...asCard, schema: 1 }, { ...cardKey, publicKey }, text('x')))).toBe(refusal);
  });

  it('a guest’s own copy is not opened in its place, nor it as a guest’s own copy', async () => {
    const asSelf = { ...guest.context, kind: 'self', purpose: null } as const;
    expect(await refusalOf(openEnvelope(asSelf, cardPair, guest.self))).toBe('cannot_open: sealed bytes');
    expect(await refusalOf(openSelfCopy(guest.context, guest.keys.selfKey, guest.card))).toBe('cannot_open: self copy');
  });
});

describe('the guest’s own copy', () => {
  it('opens with the secret alone, and is sealed under a new nonce each time', async () => {
    const random = fixedRandom('nonces');
    const seal = () => sealSelfCopy(guest.context, guest.keys.selfKey, text('x'), random);
    const [one, two] = [await seal(), await seal()];
    expect(one.enc).not.toBe(two.enc);
    expect(one.ciphertext).not.toBe(two.ciphertext);
    expect(new TextDecoder().decode(await openSelfCopy(guest.context, guest.keys.selfKey, two))).toBe('x');
  });

  it('holds at most 8,188 bytes', async () => {
    const attempt = sealSelfCopy(guest.context, guest.keys.selfKey, new Uint8Array(8189), fixedRandom('large'));
    expect(await refusalOf(attempt)).toBe('too_large: plaintext');
  });
});
