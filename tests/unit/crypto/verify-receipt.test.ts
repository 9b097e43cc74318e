import { describe, expect, it } from 'vitest';
import { sealingKey } from '../../../src/crypto/property-keys.ts';
import { verifyCheckpoint, verifyReceipt } from '../../../src/crypto/verify-receipt.ts';
import { fixedHotel } from '../../vectors/fixed-hotel.ts';
import { entryFor, fixedProvenReceipt, fixedReceipt, prove, signCheckpoint } from '../../vectors/fixed-receipt.ts';
import { fixedRegistration } from '../../vectors/fixed-registration.ts';
import { slowRoot } from '../../vectors/slow-tree.ts';
import { refusalOf } from './refusal-of.ts';

const hotel = await fixedHotel();
const guest = await fixedRegistration(hotel);
const proven = await fixedProvenReceipt(hotel, guest);

describe('a receipt', () => {
  it('verifies with nothing but itself and the poster', async () => {
    const verified = await verifyReceipt(proven, hotel.fingerprint);
    expect(verified.receipt).toEqual(await fixedReceipt(hotel, guest));
    expect(verified.manifest).toEqual(hotel.manifest);
    expect(verified.entry.registration).toBe(guest.id);
    expect(verified.checkpoint).toMatchObject({ origin: `foyer/${hotel.property}`, size: 11 });
  });

  it('verifies wherever in the log it stands', async () => {
    const text = proven.text;
    const entry = JSON.stringify(await entryFor(text, guest.id));
    for (const size of [1, 2, 3, 8, 9, 33]) {
      const others = Array.from({ length: size - 1 }, (_, i) => `other ${i}`);
      for (const index of new Set([0, size >> 1, size - 1]))
        expect(
          (await verifyReceipt(await prove(hotel, { text, entry, others, index }), hotel.fingerprint)).checkpoint.size,
        ).toBe(size);
    }
  });

  it.each([
    [null],
    [undefined],
    [0],
    ['receipt'],
    [[]],
    [{}],
    [{ ...proven, proof: null }],
    [{ ...proven, index: '6' }],
  ])('that is no receipt is refused as such', async (bad) => {
    expect(await refusalOf(verifyReceipt(bad, null))).toBe('receipt_invalid: shape');
  });
});

describe('a checkpoint', () => {
  const origin = `foyer/${hotel.property}`;
  const root = slowRoot(['a']);

  it('is the receipt key’s, for this log, or refused', async () => {
    const [key, other] = await Promise.all([sealingKey(hotel.receipt), sealingKey(hotel.card)]);
    const note = await signCheckpoint(origin, 1, root, hotel.receipt);
    expect((await verifyCheckpoint(note, key, origin)).root).toEqual(root);
    expect(await refusalOf(verifyCheckpoint(note, key, 'foyer/fyrqc00002'))).toBe('receipt_invalid: checkpoint');
    expect(await refusalOf(verifyCheckpoint(note, other, origin))).toBe('receipt_invalid: checkpoint');
    expect(await refusalOf(verifyCheckpoint(note, { ...other, keyId: key.keyId }, origin))).toBe(
      'receipt_invalid: checkpoint signature',
    );
    expect(await refusalOf(verifyCheckpoint(note, { ...key, keyId: '!' }, origin))).toBe('receipt_invalid: checkpoint');
    expect(await refusalOf(verifyCheckpoint('', key, origin))).toBe('receipt_invalid: checkpoint');
  });
});
