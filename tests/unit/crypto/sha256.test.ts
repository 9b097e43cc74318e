import { describe, expect, it } from 'vitest';
import { digest, equalBytes, sha256 } from '../../../src/crypto/sha256.ts';

describe('SHA-256', () => {
  // FIPS 180-4's examples.
  it.each([
    ['', 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855'],
    ['abc', 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad'],
    [
      'abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq',
      '248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1',
    ],
  ])('of %j', async (text, hex) => {
    expect(Buffer.from(await sha256(text)).toString('hex')).toBe(hex);
    expect(Buffer.from(await digest(text), 'base64url').toString('hex')).toBe(hex);
    expect(await sha256(new TextEncoder().encode(text))).toEqual(await sha256(text));
  });
});

describe('equal bytes', () => {
  const bytes = Uint8Array.of(1, 2, 3);
  it.each([
    [true, Uint8Array.of(1, 2, 3)],
    [false, Uint8Array.of(1, 2, 4)],
    [false, Uint8Array.of(1, 2)],
    [false, Uint8Array.of(1, 2, 3, 0)],
    [false, new Uint8Array()],
  ])('are %s for %j', (equal, other) => {
    expect(equalBytes(bytes, other)).toBe(equal);
    expect(equalBytes(other, bytes)).toBe(equal);
  });
});
