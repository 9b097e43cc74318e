import { describe, expect, it } from 'vitest';
import { verifyJws } from '../../../src/crypto/jws.ts';
import { keyIdOf } from '../../../src/crypto/key-pair.ts';
import { decodeBase64Url, encodeBase64Url } from '../../../src/protocol/base64url.ts';
import { consentJwsType } from '../../../src/protocol/consent-event.ts';
import { manifestJwsType } from '../../../src/protocol/manifest.ts';
import { isPoint, keyIdOf as serverKeyIdOf, verifyJws as serverVerifyJws } from '../../../src/server/p256.ts';
import { handmadeJws, respeltHeader } from '../../vectors/cases/jws-tricks.ts';
import { fixedKeyPair } from '../../vectors/fixed-keys.ts';
import { readVectors } from '../../vectors/read-vectors.ts';

// The server checks signatures its own way, because every submission passes there. Both ways must agree on everything.

const pair = fixedKeyPair('both sides');
const { consents, manifests } = readVectors();
const own = manifests.cases[0];
const root = own === undefined ? '' : rootOf(own.jws);
const texts: [name: string, jws: string, key: string, typ: string][] = [
  ...consents.cases.map(({ name, jws, signer }): [string, string, string, string] => [
    `consent, ${name}`,
    jws,
    signer,
    consentJwsType,
  ]),
  ...manifests.cases.map(({ name, jws }): [string, string, string, string] => [
    `manifest, ${name}`,
    jws,
    root,
    manifestJwsType,
  ]),
  ['a header written another way', await respeltHeader('t', pair), encodeBase64Url(pair.publicKey), 't'],
  [
    'a byte order mark',
    await handmadeJws({ alg: 'ES256', typ: 't' }, '\ufeffx', pair),
    encodeBase64Url(pair.publicKey),
    't',
  ],
];

function rootOf(jws: string): string {
  const payload = decodeBase64Url(jws.split('.')[1] ?? '') ?? new Uint8Array();
  return /"root":"(?<root>[\w-]+)"/.exec(new TextDecoder().decode(payload))?.groups?.['root'] ?? '';
}

describe('the server and the phone', () => {
  it.each(texts)('agree on %s', async (_, jws, key, typ) => {
    const phone = await verifyJws(jws, decodeBase64Url(key) ?? new Uint8Array(), typ);
    const server = await serverVerifyJws(jws, key, typ);
    expect(server?.text ?? null).toBe(phone);
  });

  it('agree on what a key and its id are', async () => {
    const publicKey = encodeBase64Url(pair.publicKey);
    expect(serverKeyIdOf(pair.publicKey)).toBe(await keyIdOf(pair.publicKey));
    expect(isPoint(publicKey)).toBe(true);
    expect(isPoint(encodeBase64Url(new Uint8Array(65).fill(4)))).toBe(false);
  });
});
