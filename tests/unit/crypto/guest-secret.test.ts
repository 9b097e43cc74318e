import { hkdfSync } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { accessHashes, deriveGuestKeys, newGuestSecret } from '../../../src/crypto/guest-secret.ts';
import { digest } from '../../../src/crypto/sha256.ts';
import { decodeBase64Url, encodeBase64Url } from '../../../src/protocol/base64url.ts';
import { fixedRandom } from '../../vectors/fixed-keys.ts';
import { refusalOf } from './refusal-of.ts';

const secret = newGuestSecret(fixedRandom('secret'));

describe('a guest’s secret', () => {
  it('is 32 random bytes in 43 characters', () => {
    expect(secret).toHaveLength(43);
    expect(decodeBase64Url(secret)).toHaveLength(32);
  });

  it('gives lookup id, request token and key by HKDF-SHA256, one label each', async () => {
    const node = (label: string) =>
      Buffer.from(hkdfSync('sha256', decodeBase64Url(secret) ?? '', '', `foyer/1 guest ${label}`, 32));
    const { lookup, token, selfKey } = await deriveGuestKeys(secret);
    expect(lookup).toBe(node('lookup').toString('base64url'));
    expect(token).toBe(node('token').toString('base64url'));
    const nodeKey = await crypto.subtle.importKey('raw', node('self'), 'AES-GCM', false, ['encrypt']);
    const iv = new Uint8Array(12);
    const sealed = await crypto.subtle.encrypt({ name: 'AES-GCM', iv }, nodeKey, iv);
    expect(new Uint8Array(await crypto.subtle.decrypt({ name: 'AES-GCM', iv }, selfKey, sealed))).toEqual(iv);
  });

  it('gives a key that can’t be copied', async () => {
    const { selfKey } = await deriveGuestKeys(secret);
    expect(selfKey.extractable).toBe(false);
    await expect(crypto.subtle.exportKey('raw', selfKey)).rejects.toThrow(/extractable/);
  });

  it('gives other keys for every other secret', async () => {
    const random = fixedRandom('secrets');
    const all = await Promise.all(Array.from({ length: 20 }, () => deriveGuestKeys(newGuestSecret(random))));
    expect(new Set(all.flatMap(({ lookup, token }) => [lookup, token])).size).toBe(40);
  });

  it('the server keeps hashes that say nothing of either', async () => {
    const keys = await deriveGuestKeys(secret);
    const { lookupHash, tokenHash } = await accessHashes(keys);
    expect(lookupHash).toBe(await digest(keys.lookup));
    expect(tokenHash).toBe(await digest(keys.token));
    expect(new Set([keys.lookup, keys.token, lookupHash, tokenHash]).size).toBe(4);
  });

  it.each([
    '',
    'x',
    secret.slice(1),
    `${secret}A`,
    `${secret}=`,
    `${secret.slice(0, -1)}_`,
    encodeBase64Url(new Uint8Array(31)),
    encodeBase64Url(new Uint8Array(33)),
    secret.replace(/./, ' '),
  ])('%j is none', async (bad) => {
    expect(await refusalOf(deriveGuestKeys(bad))).toBe('not_found: secret');
  });
});
