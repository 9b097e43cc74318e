import { CompactSign, compactVerify } from 'jose';
import { expect, test } from 'vitest';
import { verifyJws } from '../../../src/server/p256.ts';
import { signingPair, signText } from '../../support/hotel-fixtures.ts';

const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');

test('takes what jose signed and gives its text and kid', async () => {
  const pair = await signingPair();
  const jws = await signText('{"a":"文"}', pair, 'foyer-consent');
  expect(await verifyJws(jws, pair.publicKey, 'foyer-consent')).toEqual({ kid: pair.keyId, text: '{"a":"文"}' });
});

test('refuses whatever isn’t exactly that, as jose does', async () => {
  const pair = await signingPair();
  const other = await signingPair();
  const jws = await signText('{"a":1}', pair, 'foyer-consent');
  const [header = '', payload = '', signature = ''] = jws.split('.');
  const flipped = Buffer.from(signature, 'base64url');
  flipped[3] = (flipped[3] ?? 0) ^ 1;
  const bad = [
    '',
    '..',
    `${header}.${payload}`,
    `${jws}.`,
    ` ${jws}`,
    `${header}.${payload}.${flipped.toString('base64url')}`,
    `${header}.${payload}.${signature.slice(0, -4)}`,
    `${header}.${part({ a: 2 })}.${signature}`,
    `${part({ alg: 'none', typ: 'foyer-consent' })}.${payload}.`,
    `${part({ alg: 'HS256', typ: 'foyer-consent' })}.${payload}.${signature}`,
    `${part({ alg: 'ES256', typ: 'foyer-consent' })}.${payload}.${signature}`,
  ];
  const key = await crypto.subtle.importKey(
    'raw',
    Buffer.from(pair.publicKey, 'base64url'),
    { name: 'ECDSA', namedCurve: 'P-256' },
    false,
    ['verify'],
  );
  for (const text of bad) {
    expect(await verifyJws(text, pair.publicKey, 'foyer-consent'), text).toBeNull();
    await expect(compactVerify(text, key, { algorithms: ['ES256'] })).rejects.toThrow(/./);
  }
  // jose reads padded base64url as well; one text for one signature is better.
  expect(await verifyJws(`${jws}=`, pair.publicKey, 'foyer-consent')).toBeNull();
  expect(await verifyJws(jws, other.publicKey, 'foyer-consent')).toBeNull();
  expect(await verifyJws(jws, pair.publicKey, 'foyer-manifest')).toBeNull();
  const offCurve = Buffer.from(pair.publicKey, 'base64url');
  offCurve[64] = (offCurve[64] ?? 0) ^ 1;
  expect(await verifyJws(jws, offCurve.toString('base64url'), 'foyer-consent')).toBeNull();
});

test('refuses a header it doesn’t know, even when the signature holds', async () => {
  const pair = await signingPair();
  const jws = await new CompactSign(Buffer.from('{}'))
    .setProtectedHeader({ alg: 'ES256', typ: 'foyer-consent', jku: 'https://elsewhere.example' })
    .sign(pair.privateKey);
  expect(await verifyJws(jws, pair.publicKey, 'foyer-consent')).toBeNull();
});

test('refuses a payload that isn’t UTF-8', async () => {
  const pair = await signingPair();
  const jws = await new CompactSign(new Uint8Array([0x22, 0xff, 0x22]))
    .setProtectedHeader({ alg: 'ES256', typ: 'foyer-consent' })
    .sign(pair.privateKey);
  expect(await verifyJws(jws, pair.publicKey, 'foyer-consent')).toBeNull();
});
