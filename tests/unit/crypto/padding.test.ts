import { describe, expect, it } from 'vitest';
import { pad, unpad } from '../../../src/crypto/padding.ts';
import { plaintextBuckets } from '../../../src/protocol/envelope.ts';
import { Refusal } from '../../../src/protocol/problems.ts';

const data = (length: number) => new Uint8Array(length).fill(7);
const padded = (length: number, size: number, filling = 0) => {
  const bytes = new Uint8Array(size).fill(filling);
  new DataView(bytes.buffer).setUint32(0, length);
  return bytes.fill(7, 4, 4 + Math.min(length, size));
};

describe('padding', () => {
  it('fills the smallest bucket that holds the data and its length', () => {
    for (const [at, bucket] of plaintextBuckets.entries()) {
      expect(pad(data(bucket - 4)).length).toBe(bucket);
      expect(pad(data((plaintextBuckets[at - 1] ?? 3) - 3)).length).toBe(bucket);
    }
    expect(pad(data(0)).length).toBe(512);
  });

  it('comes off again at every length', () => {
    for (let length = 0; length <= 8188; length += length < 40 ? 1 : 37)
      expect(unpad(pad(data(length)))).toEqual(data(length));
    expect(unpad(pad(data(8188)))).toEqual(data(8188));
  });

  it('reads a view into a larger buffer as what it is', () => {
    const whole = new Uint8Array(600);
    whole.set(pad(data(3)), 50);
    expect(unpad(whole.subarray(50, 562))).toEqual(data(3));
  });

  it('refuses what doesn’t fit', () => {
    expect(() => pad(data(8189))).toThrow('too_large: plaintext');
  });

  it.each([
    ['nothing', new Uint8Array()],
    ['three bytes', new Uint8Array(3)],
    ['a size that is no bucket', new Uint8Array(513)],
    ['twice the largest bucket', new Uint8Array(16_384)],
    ['a length one past the end', padded(509, 512)],
    ['the largest length', padded(0xff_ff_ff_ff, 512)],
    ['a larger bucket than needed', padded(508, 1024)],
    ['a last byte that isn’t zero', padded(500, 512).fill(1, 511)],
    ['ones for zeros', padded(0, 512, 1)],
  ])('refuses to take it off %s', (_, bytes) => {
    expect(() => unpad(bytes)).toThrow(Refusal);
    expect(() => unpad(bytes)).toThrow('cannot_open: padding');
  });
});
