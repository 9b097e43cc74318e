import { createHash, hkdfSync } from 'node:crypto';
import { argon2id } from 'hash-wasm';
import { encodeBase64Url } from '../../../src/protocol/base64url.ts';
import { fixedKeyPair } from '../fixed-keys.ts';
import type { DerivationFile } from '../vector-files.ts';

/** RFC 5869 by Node's own hand, so that a changed label, salt or hash in the product shows. */
function hkdf(secret: Uint8Array, info: string): string {
  return encodeBase64Url(new Uint8Array(hkdfSync('sha256', secret, new Uint8Array(), info, 32)));
}

function sha256(data: Uint8Array): Uint8Array {
  return createHash('sha256').update(data).digest();
}

/** The sheet's code by way of a string of bits. */
function slowRecoveryCode(secret: Uint8Array): string {
  const all = [...secret, ...sha256(secret).subarray(0, 3)];
  const bits = all.map((byte) => byte.toString(2).padStart(8, '0')).join('');
  const characters = (bits.match(/.{5}/g) ?? []).map((five) =>
    '0123456789ABCDEFGHJKMNPQRSTVWXYZ'.charAt(Number.parseInt(five, 2)),
  );
  return (characters.join('').match(/.{1,5}/g) ?? []).join('-');
}

export async function derivationCases(): Promise<DerivationFile['cases']> {
  const bytes = Uint8Array.from({ length: 32 }, (_, i) => i);
  const secret = encodeBase64Url(bytes);
  const salt = encodeBase64Url(bytes.subarray(0, 16));
  const { publicKey } = fixedKeyPair('derivations');
  const passphrase = 'ﬁne—密码 café';
  const stretched = await argon2id({
    password: passphrase.normalize('NFKC'),
    salt: bytes.subarray(0, 16),
    memorySize: 19_456,
    iterations: 2,
    parallelism: 1,
    hashLength: 32,
    outputType: 'binary',
  });
  return [
    {
      name: 'lookup id',
      kind: 'guest-lookup',
      input: secret,
      expect: `opened: ${hkdf(bytes, 'foyer/1 guest lookup')}`,
    },
    {
      name: 'request token',
      kind: 'guest-token',
      input: secret,
      expect: `opened: ${hkdf(bytes, 'foyer/1 guest token')}`,
    },
    { name: 'no secret', kind: 'guest-lookup', input: secret.slice(1), expect: 'refused: not_found: secret' },
    {
      name: 'staff proof',
      kind: 'staff-proof',
      input: passphrase,
      salt,
      expect: `opened: ${hkdf(stretched, 'foyer/1 staff proof')}`,
    },
    {
      name: 'staff proof, typed decomposed',
      kind: 'staff-proof',
      input: 'fine—密码 cafe\u0301',
      salt,
      expect: `opened: ${hkdf(stretched, 'foyer/1 staff proof')}`,
    },
    { name: 'no salt', kind: 'staff-proof', input: passphrase, salt: '', expect: 'refused: malformed: salt' },
    { name: 'no passphrase', kind: 'staff-proof', input: '', salt, expect: 'refused: wrong_passphrase: empty' },
    { name: 'recovery code', kind: 'recovery-code', input: secret, expect: `opened: ${slowRecoveryCode(bytes)}` },
    {
      name: 'key id',
      kind: 'key-id',
      input: encodeBase64Url(publicKey),
      expect: `opened: ${encodeBase64Url(sha256(publicKey).subarray(0, 16))}`,
    },
    {
      name: 'arrival code of the lowest bits',
      kind: 'arrival-code',
      input: encodeBase64Url(new Uint8Array(16)),
      expect: 'opened: 000000',
    },
    {
      name: 'arrival code of the highest bits',
      kind: 'arrival-code',
      input: encodeBase64Url(new Uint8Array(16).fill(255)),
      expect: 'opened: ZZZZZZ',
    },
    // FIPS 180-4 example: SHA-256("abc").
    { name: 'digest', kind: 'digest', input: 'abc', expect: 'opened: ungWv48Bz-pBQUDeXa4iI7ADYaOWF3qctBD_YfIAFa0' },
  ];
}
