import type { OpeningContext } from '../../../src/crypto/open-envelope.ts';
import type { RawKeyPair } from '../../../src/crypto/key-pair.ts';
import { hpkeSeal } from '../../../src/crypto/hpke.ts';
import { sealEnvelope } from '../../../src/crypto/seal-envelope.ts';
import { sealingKey } from '../../../src/crypto/property-keys.ts';
import { encodeBase64Url } from '../../../src/protocol/base64url.ts';
import { type Envelope, envelopeAad, envelopeInfo } from '../../../src/protocol/envelope.ts';
import type { FixedHotel } from '../fixed-hotel.ts';
import { fixedKeyPair } from '../fixed-keys.ts';
import { type FixedRegistration, plaintexts, text } from '../fixed-registration.ts';
import { flipBit, truncate } from '../flip-bit.ts';
import type { EnvelopeFile } from '../vector-files.ts';

type Case = EnvelopeFile['cases'][number];

export async function envelopeCases(hotel: FixedHotel, guest: FixedRegistration): Promise<EnvelopeFile['cases']> {
  const { emergency, card } = guest;
  const context: OpeningContext = { ...guest.context, kind: 'purpose', purpose: 'emergency' };
  const bad = (
    name: string,
    expect: string,
    envelope: object,
    other: object = {},
    key: RawKeyPair = hotel.purposes.emergency,
  ) => one(name, `refused: ${expect}`, key, { ...context, ...other }, { ...emergency, ...envelope });
  const shut = 'cannot_open: sealed bytes';
  const { manifest } = hotel.manifest;
  const record = { ...guest.context, purpose: null, schema: 1 } as const;
  const desk = await sealEnvelope({ ...record, kind: 'desk', consent: '' }, manifest.card, text('{"room":"301"}'));
  const empty = await sealEnvelope({ ...record, kind: 'card' }, manifest.card, new Uint8Array());
  const largest = await sealEnvelope({ ...record, kind: 'card' }, manifest.card, text('x'.repeat(8188)));
  return [
    one('a purpose', `opened: ${plaintexts.emergency}`, hotel.purposes.emergency, context, emergency),
    one('a card', `opened: ${plaintexts.card}`, hotel.card, { ...guest.context, kind: 'card', purpose: null }, card),
    one(
      'a desk note',
      'opened: {"room":"301"}',
      hotel.card,
      { ...guest.context, consent: '', kind: 'desk', purpose: null },
      desk,
    ),
    one('nothing at all', 'opened: ', hotel.card, { ...guest.context, kind: 'card', purpose: null }, empty),
    one(
      'as much as fits',
      `opened: ${'x'.repeat(8188)}`,
      hotel.card,
      { ...guest.context, kind: 'card', purpose: null },
      largest,
    ),
    bad('the key of another purpose', shut, {}, {}, hotel.purposes.offers),
    bad('the key of a stranger', shut, {}, {}, fixedKeyPair('stranger')),
    bad('a bit flipped in enc', shut, { enc: flipBit(emergency.enc, 40) }),
    bad('enc that is no point', shut, { enc: encodeBase64Url(new Uint8Array(65).fill(4)) }),
    bad('the first bit of the ciphertext flipped', shut, { ciphertext: flipBit(emergency.ciphertext, 0) }),
    bad('a bit flipped in the padding', shut, { ciphertext: flipBit(emergency.ciphertext, 400) }),
    bad('a bit flipped in the tag', shut, { ciphertext: flipBit(emergency.ciphertext, -1) }),
    bad('ciphertext one byte short', shut, { ciphertext: truncate(emergency.ciphertext, 1) }),
    bad('ciphertext without its tag', shut, { ciphertext: truncate(emergency.ciphertext, 16) }),
    bad('no ciphertext', shut, { ciphertext: '' }),
    bad('enc one byte short', shut, { enc: truncate(emergency.enc, 1) }),
    bad('enc of another envelope', shut, { enc: card.enc }),
    bad('the same bytes written another way', 'cannot_open: encoding', { enc: `${emergency.enc}=` }),
    bad('another schema', shut, { schema: 2 }),
    bad('an older version of the product', shut, await olderVersion(hotel, context)),
    bad('an unknown suite', 'unknown_suite', { suite: 'HPKE-P256-SHA256-A128GCM' }),
    bad('another key id', shut, { keyId: manifest.card.keyId }),
    bad('moved to another purpose', shut, { purpose: 'offers' }, { purpose: 'offers' }),
    bad('asked for as another purpose', 'cannot_open: another envelope', {}, { purpose: 'offers' }),
    bad('moved to another kind', shut, { kind: 'card', purpose: null }, { kind: 'card', purpose: null }),
    bad('asked for as another kind', 'cannot_open: another envelope', {}, { kind: 'card', purpose: null }),
    bad('moved to another property', shut, {}, { property: 'fyrqc00002' }),
    bad('moved to another registration', shut, {}, { registration: 'AZ3vvgAAAAAAAAAAAAAAAA' }),
    bad('moved to another consent', shut, {}, { consent: '' }),
    bad('sealed without padding', 'cannot_open: padding', await unpadded(hotel, context, new Uint8Array(3))),
    bad(
      'padded to a larger bucket than it needs',
      'cannot_open: padding',
      await unpadded(hotel, context, new Uint8Array(1024)),
    ),
    bad(
      'padded with something else than zeros',
      'cannot_open: padding',
      await unpadded(hotel, context, new Uint8Array(512).fill(1, 511)),
    ),
    bad(
      'a length longer than the plaintext',
      'cannot_open: padding',
      await unpadded(hotel, context, new Uint8Array(512).fill(255, 0, 4)),
    ),
  ];
}

function one(name: string, expect: string, key: RawKeyPair, context: OpeningContext, envelope: Envelope): Case {
  const pair = { publicKey: encodeBase64Url(key.publicKey), privateKey: encodeBase64Url(key.privateKey) };
  return { name, expect, key: pair, context, envelope };
}

/** Sealed with version 0 where the product says 1. */
async function olderVersion(hotel: FixedHotel, context: OpeningContext): Promise<object> {
  const { keyId } = await sealingKey(hotel.purposes.emergency);
  const full = { ...context, schema: 1, keyId };
  const info = envelopeInfo(full).replace('["foyer",1,', '["foyer",0,');
  return hpkeSeal(hotel.purposes.emergency.publicKey, info, envelopeAad(full), new Uint8Array(512));
}

/** Sealed rightly, to the right key, by somebody who pads in their own way. */
async function unpadded(
  hotel: FixedHotel,
  context: OpeningContext,
  plaintext: Uint8Array<ArrayBuffer>,
): Promise<object> {
  const { keyId } = await sealingKey(hotel.purposes.emergency);
  const full = { ...context, schema: 1, keyId };
  return hpkeSeal(hotel.purposes.emergency.publicKey, envelopeInfo(full), envelopeAad(full), plaintext);
}
