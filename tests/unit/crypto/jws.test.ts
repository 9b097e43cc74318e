import { CompactSign, FlattenedSign, compactVerify, importJWK } from 'jose';
import { describe, expect, it } from 'vitest';
import { importKeyPair, privateJwk, publicJwk } from '../../../src/crypto/key-pair.ts';
import { signJws, verifyJws } from '../../../src/crypto/jws.ts';
import { decodeBase64Url, encodeBase64Url } from '../../../src/protocol/base64url.ts';
import { handmadeJws, hmacWithPublicKey, respelt, unsigned } from '../../vectors/cases/jws-tricks.ts';
import { fixedKeyPair } from '../../vectors/fixed-keys.ts';

const pair = fixedKeyPair('jws');
const stranger = fixedKeyPair('stranger');
const { privateKey } = await importKeyPair(pair, 'sign');
// Three question marks, so that the base64url of it has a character of its own alphabet.
const text = '{"a":"???知客"}';
const bytes = new TextEncoder().encode(text);
const jws = await signJws(text, privateKey, 'foyer-test', 'kid-1');
const [header = '', payload = '', signature = ''] = jws.split('.');

describe('a signed text', () => {
  it('gives back exactly what was signed', async () => {
    expect(await verifyJws(jws, pair.publicKey, 'foyer-test')).toBe(text);
  });

  it('is what any JOSE library reads and writes', async () => {
    const key = await importJWK({ ...publicJwk(pair.publicKey), alg: 'ES256' });
    const { protectedHeader, payload: read } = await compactVerify(jws, key);
    expect(new TextDecoder().decode(read)).toBe(text);
    expect(protectedHeader).toEqual({ alg: 'ES256', typ: 'foyer-test', kid: 'kid-1' });
    const theirs = await importJWK({ ...privateJwk(pair), alg: 'ES256' });
    const flattened = await new FlattenedSign(bytes)
      .setProtectedHeader({ alg: 'ES256', typ: 'foyer-test' })
      .sign(theirs);
    const joined = [flattened.protected, flattened.payload, flattened.signature].join('.');
    expect(await verifyJws(joined, pair.publicKey, 'foyer-test')).toBe(text);
    expect(
      await verifyJws(await handmadeJws({ alg: 'ES256', typ: 'foyer-test' }, text, pair), pair.publicKey, 'foyer-test'),
    ).toBe(text);
  });

  it('keeps a byte order mark, since the text is the bytes', async () => {
    const marked = await handmadeJws({ alg: 'ES256', typ: 't' }, '\ufeff{}', pair);
    expect(await verifyJws(marked, pair.publicKey, 't')).toBe('\ufeff{}');
  });

  it.each<[string, () => string | Promise<string>]>([
    ['another type', () => signJws(text, privateKey, 'foyer-other', 'kid-1')],
    ['a type in capitals', () => signJws(text, privateKey, 'FOYER-TEST', 'kid-1')],
    ['no type', async () => new CompactSign(bytes).setProtectedHeader({ alg: 'ES256' }).sign(privateKey)],
    ['another signer', () => handmadeJws({ alg: 'ES256', typ: 'foyer-test' }, text, stranger)],
    ['alg none', () => unsigned('foyer-test', { a: 1 })],
    ['HMAC with the public key', () => hmacWithPublicKey('foyer-test', { a: 1 }, pair.publicKey)],
    ['another alg in its header', () => handmadeJws({ alg: 'ES384', typ: 'foyer-test' }, text, pair)],
    ['no alg', () => handmadeJws({ typ: 'foyer-test' }, text, pair)],
    [
      'a critical extension nobody knows',
      () => handmadeJws({ alg: 'ES256', typ: 'foyer-test', crit: ['x'], x: 1 }, text, pair),
    ],
    ['a payload changed', () => `${header}.${payload.slice(0, -2)}AA.${signature}`],
    [
      'a header changed',
      () =>
        `${encodeBase64Url(new TextEncoder().encode('{"alg":"ES256","typ":"foyer-test"}'))}.${payload}.${signature}`,
    ],
    ['no signature', () => `${header}.${payload}.`],
    ['half a signature', () => `${header}.${payload}.${signature.slice(0, 43)}`],
    [
      'r and s in ASN.1',
      () =>
        `${header}.${payload}.${encodeBase64Url(Uint8Array.of(48, 69, 2, 33, 0, ...(decodeBase64Url(signature) ?? [])))}`,
    ],
    ['two parts', () => `${header}.${payload}`],
    ['four parts', () => `${jws}.`],
    ['a space at the end', () => `${jws} `],
    ['a line end inside', () => `${header}.\n${payload}.${signature}`],
    ['padding', () => `${header}.${payload}.${signature}==`],
    ['the other alphabet', () => jws.replaceAll('-', '+').replaceAll('_', '/')],
    ['its signature written another way', () => respelt(jws)],
    ['nothing', () => ''],
  ])('with %s is not one', async (_, make) => {
    const bad = await make();
    expect(bad).not.toBe(jws);
    expect(await verifyJws(bad, pair.publicKey, 'foyer-test')).toBeNull();
  });

  it('by a key that isn’t one is not one', async () => {
    for (const key of [new Uint8Array(), new Uint8Array(65).fill(4), pair.publicKey.subarray(0, 33)])
      expect(await verifyJws(jws, key, 'foyer-test')).toBeNull();
  });

  it('that isn’t UTF-8 is none', async () => {
    const odd = await new CompactSign(Uint8Array.of(0xff))
      .setProtectedHeader({ alg: 'ES256', typ: 't' })
      .sign(privateKey);
    expect(await verifyJws(odd, pair.publicKey, 't')).toBeNull();
  });
});
