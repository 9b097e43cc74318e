import { describe, expect, it } from 'vitest';
import { derivePassphraseKeys, newSalt } from '../../../src/crypto/passphrase.ts';
import { importWrappingKey, unwrapBytes, wrapBytes } from '../../../src/crypto/wrap.ts';
import { encodeBase64Url } from '../../../src/protocol/base64url.ts';
import {
  type PassphraseParameters,
  passphraseParameters,
  passphraseParametersSchema,
} from '../../../src/protocol/staff.ts';
import { fixedRandom } from '../../vectors/fixed-keys.ts';
import { flipBit, truncate } from '../../vectors/flip-bit.ts';
import { refusalOf } from './refusal-of.ts';

const least: PassphraseParameters = { algorithm: 'argon2id', memory: 19_456, passes: 2, lanes: 1 };
/** Far below what a server may ask for: these tests are about other things than the cost. */
const quick: PassphraseParameters = { ...least, memory: 256 };
const salt = newSalt(fixedRandom('salt'));
const derive = (passphrase: string, from = salt, parameters = quick) =>
  derivePassphraseKeys(passphrase, from, parameters);

describe('a passphrase', () => {
  it('gives the same proof and key each time, on any keyboard', async () => {
    const { proof, wrappingKey } = await derive('café 知客');
    const decomposed = await derive('cafe\u0301 知客');
    expect(decomposed.proof).toBe(proof);
    const wrapped = await wrapBytes(wrappingKey, 'x', Uint8Array.of(1), fixedRandom('wrap'));
    expect(await unwrapBytes(decomposed.wrappingKey, 'x', wrapped)).toEqual(Uint8Array.of(1));
    expect(wrappingKey.extractable).toBe(false);
  });

  it('gives another with another passphrase, salt or cost', async () => {
    const proofs = await Promise.all([
      derive('a'),
      derive('b'),
      derive('a '),
      derive('A'),
      derive('a', newSalt(fixedRandom('other salt'))),
      derive('a', salt, { ...quick, passes: 3 }),
      derive('a', salt, { ...quick, memory: 264 }),
    ]);
    expect(new Set(proofs.map(({ proof }) => proof)).size).toBe(proofs.length);
  });

  it('opens nothing with the half that is sent', async () => {
    const { proof, wrappingKey } = await derive('a');
    const wrapped = await wrapBytes(wrappingKey, 'x', Uint8Array.of(1), fixedRandom('wrap'));
    const sent = await importWrappingKey(new Uint8Array(Buffer.from(proof, 'base64url')));
    expect(await refusalOf(unwrapBytes(sent, 'x', wrapped))).toBe('cannot_open: wrapped bytes');
  });

  it.each(['', '!', encodeBase64Url(new Uint8Array(15)), `${salt}=`])('refuses %j as salt', async (bad) => {
    expect(await refusalOf(derive('a', bad))).toBe('malformed: salt');
  });

  it('is never empty', async () => {
    expect(await refusalOf(derive(''))).toBe('wrong_passphrase: empty');
  });

  it('is never stretched less than a server may ask for', () => {
    expect(passphraseParametersSchema.safeParse(passphraseParameters).success).toBe(true);
    expect(passphraseParametersSchema.safeParse(least).success).toBe(true);
    for (const weaker of [
      { memory: 19_455 },
      { passes: 1 },
      { lanes: 2 },
      { algorithm: 'pbkdf2' },
      { memory: 2 ** 21 },
      { passes: 17 },
    ])
      expect(passphraseParametersSchema.safeParse({ ...least, ...weaker }).success).toBe(false);
  });
});

describe('wrapped bytes', () => {
  it('open with the same key under the same label only', async () => {
    const key = await importWrappingKey(new Uint8Array(32).fill(1));
    const other = await importWrappingKey(new Uint8Array(32).fill(2));
    const wrapped = await wrapBytes(key, 'staff keys', new Uint8Array(100).fill(9), fixedRandom('wrap'));
    expect(await unwrapBytes(key, 'staff keys', wrapped)).toEqual(new Uint8Array(100).fill(9));
    const attempts = [
      () => unwrapBytes(other, 'staff keys', wrapped),
      () => unwrapBytes(key, 'recovery key', wrapped),
      () => unwrapBytes(key, 'staff keys', { ...wrapped, nonce: flipBit(wrapped.nonce, 0) }),
      () => unwrapBytes(key, 'staff keys', { ...wrapped, ciphertext: flipBit(wrapped.ciphertext, 0) }),
      () => unwrapBytes(key, 'staff keys', { ...wrapped, ciphertext: flipBit(wrapped.ciphertext, -1) }),
      () => unwrapBytes(key, 'staff keys', { ...wrapped, ciphertext: truncate(wrapped.ciphertext, 1) }),
      () => unwrapBytes(key, 'staff keys', { nonce: wrapped.nonce, ciphertext: '' }),
      () => unwrapBytes(key, 'staff keys', { ...wrapped, nonce: encodeBase64Url(new Uint8Array(16)) }),
      () => unwrapBytes(key, 'staff keys', { ...wrapped, nonce: '!' }),
    ];
    for (const attempt of attempts) expect(await refusalOf(attempt())).toBe('cannot_open: wrapped bytes');
  });
});
