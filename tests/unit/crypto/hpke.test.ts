import { describe, expect, it } from 'vitest';
import { hpkeOpen, hpkeSeal, prepareHpkeSeal } from '../../../src/crypto/hpke.ts';
import { importKeyPair, type RawKeyPair } from '../../../src/crypto/key-pair.ts';
import { encodeBase64Url } from '../../../src/protocol/base64url.ts';
import { hpkeCases } from '../../vectors/cases/hpke-cases.ts';
import { fixedKeyPair } from '../../vectors/fixed-keys.ts';
import { refusalOf } from './refusal-of.ts';

const pair = fixedKeyPair('hpke');
const words = new TextEncoder().encode('Beauty is truth');
const hex = (text: string) => new Uint8Array(Buffer.from(text, 'hex'));

describe('HPKE', () => {
  it('opens the CFRG’s own message, and with anything else in its place refuses it', async () => {
    const [known, ...others] = hpkeCases();
    if (known === undefined) throw new Error('there is a known vector');
    const raw: RawKeyPair = { publicKey: hex(known.pkRm), privateKey: hex(known.skRm) };
    const keys = await importKeyPair(raw, 'open');
    const sealed = { enc: encodeBase64Url(hex(known.enc)), ciphertext: encodeBase64Url(hex(known.ciphertext)) };
    const opened = await hpkeOpen(keys, 'Ode on a Grecian Urn', 'Count-0', sealed);
    expect(new TextDecoder().decode(opened)).toBe('Beauty is truth, truth beauty');
    for (const { info, aad } of others) {
      const attempt = hpkeOpen(keys, hex(info).toString(), hex(aad).toString(), sealed);
      expect(await refusalOf(attempt)).toBe('cannot_open: sealed bytes');
    }
  });

  it('prepared for one message, seals one and no second', async () => {
    const seal = await prepareHpkeSeal(pair.publicKey, 'i');
    const sealed = await seal('a', words);
    const keys = await importKeyPair(pair, 'open');
    expect(await hpkeOpen(keys, 'i', 'a', sealed)).toEqual(words);
    await expect(seal('a', words)).rejects.toThrow('sealed once already');
  });

  it('never seals the same words to the same bytes', async () => {
    const [first, second] = await Promise.all([
      hpkeSeal(pair.publicKey, 'i', 'a', words),
      hpkeSeal(pair.publicKey, 'i', 'a', words),
    ]);
    expect(first.enc).not.toBe(second.enc);
    expect(first.ciphertext).not.toBe(second.ciphertext);
  });

  it.each([
    ['nothing', new Uint8Array()],
    ['a compressed point', fixedKeyPair('hpke').publicKey.slice(0, 33)],
    ['a point off the curve', new Uint8Array(65).fill(4)],
    ['the point at infinity', new Uint8Array(1)],
    ['a hybrid encoding', Uint8Array.of(6, ...fixedKeyPair('hpke').publicKey.subarray(1))],
  ])('refuses to seal to %s', async (_, publicKey) => {
    expect(await refusalOf(hpkeSeal(publicKey, '', '', words))).toMatch(/^unknown_key: /);
  });
});
