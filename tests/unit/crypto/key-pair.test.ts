import { describe, expect, it } from 'vitest';
import {
  generateKeyPair,
  importKeyPair,
  importPublicKey,
  keyIdOf,
  keyPairOfJwk,
  privateJwk,
  publicJwk,
} from '../../../src/crypto/key-pair.ts';
import { generatePropertyKeys, sealingKey } from '../../../src/crypto/property-keys.ts';
import { sealingKeySchema } from '../../../src/protocol/manifest.ts';
import { fixedKeyPair } from '../../vectors/fixed-keys.ts';
import { refusalOf } from './refusal-of.ts';

describe('key pairs', () => {
  it('are made anew each time, as a point of 65 bytes and a scalar of 32', async () => {
    const [one, two] = await Promise.all([generateKeyPair(), generateKeyPair()]);
    for (const { publicKey, privateKey } of [one, two]) {
      expect(publicKey.length).toBe(65);
      expect(publicKey[0]).toBe(4);
      expect(privateKey.length).toBe(32);
    }
    expect(one.privateKey).not.toEqual(two.privateKey);
  });

  it('can be used and not copied once imported', async () => {
    for (const use of ['open', 'sign'] as const) {
      const { privateKey } = await importKeyPair(fixedKeyPair('a'), use);
      expect(privateKey.extractable).toBe(false);
      expect(privateKey.usages).toEqual(use === 'sign' ? ['sign'] : ['deriveBits']);
      for (const format of ['jwk', 'pkcs8'] as const)
        await expect(crypto.subtle.exportKey(format, privateKey)).rejects.toThrow(/extractable/);
    }
  });

  it('go through a JWK and back', () => {
    const pair = fixedKeyPair('a');
    expect(keyPairOfJwk(privateJwk(pair))).toEqual(pair);
    expect(publicJwk(pair.publicKey)).not.toHaveProperty('d');
    expect(() => keyPairOfJwk({ x: '', y: '', d: '' })).toThrow('cannot_open');
    expect(() => keyPairOfJwk({ ...privateJwk(pair), d: `${privateJwk(pair).d}=` })).toThrow('cannot_open');
  });

  it.each([
    ['halves of two pairs', { publicKey: fixedKeyPair('a').publicKey, privateKey: fixedKeyPair('b').privateKey }],
    ['a scalar of zero', { publicKey: fixedKeyPair('a').publicKey, privateKey: new Uint8Array(32) }],
    ['a point off the curve', { publicKey: new Uint8Array(65).fill(4), privateKey: fixedKeyPair('a').privateKey }],
    ['a point of no form', { publicKey: new Uint8Array(65), privateKey: fixedKeyPair('a').privateKey }],
    ['no bytes', { publicKey: new Uint8Array(), privateKey: new Uint8Array() }],
  ])('of %s are refused', async (_, pair) => {
    for (const use of ['open', 'sign'] as const)
      expect(await refusalOf(importKeyPair(pair, use))).toBe('cannot_open: key pair');
  });

  it('a public key off the curve is refused, for sealing and for verifying', async () => {
    for (const use of ['open', 'sign'] as const)
      expect(await refusalOf(importPublicKey(new Uint8Array(65).fill(4), use))).toBe(
        'unknown_key: not a point of the curve',
      );
  });

  it('have ids that are the first half of the point’s SHA-256', async () => {
    const { publicKey } = fixedKeyPair('a');
    const hash = new Uint8Array(await crypto.subtle.digest('SHA-256', publicKey));
    expect(Buffer.from(await keyIdOf(publicKey), 'base64url')).toEqual(Buffer.from(hash.subarray(0, 16)));
  });
});

describe('a new hotel’s keys', () => {
  it('are a root, a card key and one per purpose, all different', async () => {
    const { root, sealing } = await generatePropertyKeys(['emergency', 'identity']);
    expect(sealing.map(({ purpose }) => purpose)).toEqual(['card', 'emergency', 'identity']);
    const named = await Promise.all([root, ...sealing.map(({ pair }) => pair)].map(sealingKey));
    for (const key of named) expect(sealingKeySchema.safeParse(key).success).toBe(true);
    expect(new Set(named.map(({ keyId }) => keyId)).size).toBe(4);
  });
});
