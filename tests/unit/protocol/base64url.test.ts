import { describe, expect, it } from 'vitest';
import { decodeBase64, decodeBase64Url, encodeBase64, encodeBase64Url } from '../../../src/protocol/base64url.ts';

const everyByte = Uint8Array.from({ length: 256 }, (_, i) => i);

describe('base64url', () => {
  // RFC 4648 §10.
  it.each([
    ['', ''],
    ['f', 'Zg'],
    ['fo', 'Zm8'],
    ['foo', 'Zm9v'],
    ['foob', 'Zm9vYg'],
    ['fooba', 'Zm9vYmE'],
    ['foobar', 'Zm9vYmFy'],
  ])('writes %j as %j and reads it back', (plain, encoded) => {
    const bytes = new TextEncoder().encode(plain);
    expect(encodeBase64Url(bytes)).toBe(encoded);
    expect(decodeBase64Url(encoded)).toEqual(bytes);
  });

  it('writes what Node writes, at every length', () => {
    for (let length = 0; length <= 256; length++) {
      const bytes = everyByte.subarray(256 - length);
      expect(encodeBase64Url(bytes)).toBe(Buffer.from(bytes).toString('base64url'));
      expect(decodeBase64Url(encodeBase64Url(bytes))).toEqual(new Uint8Array(bytes));
    }
  });

  it.each([
    ['padding', 'Zg=='],
    ['one character left over', 'Zm9vY'],
    ['stray bits after one byte', 'Zh'],
    ['stray bits after two bytes', 'Zm9'],
    ['the other alphabet', '+/+/'],
    ['a space', 'Zm 9'],
    ['a line end', 'Zm9v\n'],
    ['a letter of another script', 'Zmé8'],
    ['half an emoji', 'Zm\ud83d8'],
    ['an emoji', '😀'],
  ])('refuses %s', (_, encoded) => {
    expect(decodeBase64Url(encoded)).toBeNull();
  });

  it('takes exactly one of the 64 last characters a text of 16 bytes can end in per two bits', () => {
    const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
    const start = encodeBase64Url(everyByte.subarray(0, 16)).slice(0, 21);
    const taken = alphabet.split('').filter((last) => decodeBase64Url(start + last) !== null);
    expect(taken).toEqual(['A', 'Q', 'g', 'w']);
  });
});

describe('base64 of signed notes', () => {
  it('writes what Node writes, at every length', () => {
    for (let length = 0; length <= 256; length++) {
      const bytes = everyByte.subarray(256 - length);
      expect(encodeBase64(bytes)).toBe(Buffer.from(bytes).toString('base64'));
      expect(decodeBase64(encodeBase64(bytes))).toEqual(new Uint8Array(bytes));
    }
  });

  it.each([
    ['missing padding', 'Zg'],
    ['too little padding', 'Zg='],
    ['too much padding', 'Zg==='],
    ['padding where none belongs', 'Zm9v='],
    ['nothing but padding', '=='],
    ['the other alphabet', '-_-_'],
    ['stray bits', 'Zh=='],
  ])('refuses %s', (_, encoded) => {
    expect(decodeBase64(encoded)).toBeNull();
  });
});
