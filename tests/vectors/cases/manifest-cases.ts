import { encodeBase64Url } from '../../../src/protocol/base64url.ts';
import { consentJwsType } from '../../../src/protocol/consent-event.ts';
import { manifestJwsType } from '../../../src/protocol/manifest.ts';
import { signManifest } from '../../../src/crypto/sign-manifest.ts';
import { day, expectationOf, type FixedHotel, now, signAnything, signChanged } from '../fixed-hotel.ts';
import type { FixedRegistration } from '../fixed-registration.ts';
import { flipBit } from '../flip-bit.ts';
import type { ManifestFile } from '../vector-files.ts';
import { handmadeJws, hmacWithPublicKey, respelt, unsigned, withPayload } from './jws-tricks.ts';

export async function manifestCases(
  hotel: FixedHotel,
  other: FixedHotel,
  guest: FixedRegistration,
): Promise<ManifestFile['cases']> {
  const { jws, hash, manifest } = hotel.manifest;
  const expected = expectationOf(hotel);
  const second = await signManifest({ ...hotel.draft, previous: hotel.manifest, now: now + 30 * day });
  const header = { alg: 'ES256', typ: manifestJwsType, kid: hotel.fingerprint };
  const bad = (name: string, refusal: string, text: string, expecting: Partial<typeof expected> = {}) => ({
    name,
    expect: `refused: ${refusal}`,
    jws: text,
    expected: { ...expected, ...expecting },
  });
  const [head = '', body = '', signature = ''] = jws.split('.');
  const [emergency, ...rest] = manifest.purposes;
  const stranger = other.manifest.manifest;
  const notice = { language: 'en', text: hotel.notices.en } as const;
  return [
    { name: 'the first', expect: `opened: 1 ${hash}`, jws, expected },
    {
      name: 'the second',
      expect: `opened: 2 ${second.hash}`,
      jws: second.jws,
      expected: { ...expected, lastSequence: 1 },
    },
    { name: 'seen before', expect: `opened: 1 ${hash}`, jws, expected: { ...expected, lastSequence: 1 } },
    {
      name: 'opened without a fragment',
      expect: `opened: 1 ${hash}`,
      jws,
      expected: { ...expected, fingerprint: null },
    },
    { name: 'its notice', expect: `opened: 1 ${hash}`, jws, expected, notice },
    { ...bad('a notice with one more letter', 'notice_changed', jws), notice: { ...notice, text: `${notice.text} ` } },
    { ...bad('a notice in another language', 'notice_changed', jws), notice: { ...notice, language: 'zh-Hans' } },
    bad('another root than the poster’s', 'manifest_fingerprint', other.manifest.jws, { property: other.property }),
    bad(
      'another root that claims to be the poster’s hotel',
      'manifest_fingerprint',
      await signAnything(other, { ...manifest, root: stranger.root }),
    ),
    bad('the poster’s root, signed by another', 'manifest_signature', await signAnything(other, manifest)),
    bad('a key swapped after signing', 'manifest_signature', withPayload(jws, { ...manifest, card: stranger.card })),
    bad('signature flipped', 'manifest_signature', `${head}.${body}.${flipBit(signature, 5)}`),
    bad('the same signature written another way', 'manifest_signature', respelt(jws)),
    bad('alg none', 'manifest_signature', unsigned(manifestJwsType, manifest)),
    bad(
      'HMAC with the public key',
      'manifest_signature',
      await hmacWithPublicKey(manifestJwsType, manifest, hotel.root.publicKey),
    ),
    bad('typed as a consent event', 'manifest_signature', await signAnything(hotel, manifest, consentJwsType)),
    bad('a payload that isn’t encoded', 'manifest_signature', await unencoded(hotel, body)),
    bad('a consent event', 'manifest_signature: not a manifest', guest.consent.jws),
    bad(
      'an older format',
      'manifest_signature: not a manifest',
      await handmadeJws(header, { ...manifest, format: 'foyer-manifest/0' }, hotel.root),
    ),
    bad('nothing', 'manifest_signature: not a manifest', ''),
    bad('truncated', 'manifest_signature: not a manifest', jws.slice(0, 800)),
    bad('an older sequence than was seen', 'manifest_older', jws, { lastSequence: 2 }),
    bad('expired', 'manifest_expired', jws, { now: now + 400 * day }),
    bad('of another property, by the same root', 'manifest_property', jws, { property: other.property }),
    bad(
      'with the log of another property',
      'manifest_property',
      await signChanged(hotel, { logOrigin: stranger.logOrigin }),
    ),
    bad(
      'only suites nobody speaks',
      'manifest_suite',
      await signChanged(hotel, { suites: ['NONE', 'HPKE-P256-SHA256-A128GCM'] }),
    ),
    bad('no suites', 'manifest_suite', await signChanged(hotel, { suites: [] })),
    bad('no keys', 'manifest_empty', await signChanged(hotel, { purposes: [] })),
    bad(
      'two purposes with one key',
      'manifest_keys',
      await signChanged(hotel, { purposes: [...manifest.purposes.slice(0, 3), { ...rest[2], ...key(emergency) }] }),
    ),
    bad(
      'one purpose twice',
      'manifest_keys',
      await signChanged(hotel, { purposes: [emergency, { ...rest[0], id: 'emergency' }] }),
    ),
    bad(
      'a purpose under the card’s key',
      'manifest_keys',
      await signChanged(hotel, { purposes: [{ ...emergency, ...manifest.card }, ...rest] }),
    ),
    bad(
      'a purpose under the server’s receipt key',
      'manifest_keys',
      await signChanged(hotel, { purposes: [{ ...emergency, ...manifest.receiptKey }, ...rest] }),
    ),
    bad(
      'the card under the root key',
      'manifest_keys',
      await signChanged(hotel, { card: { keyId: hotel.fingerprint, publicKey: manifest.root } }),
    ),
    bad(
      'a key id that is another key’s',
      'manifest_keys: key id',
      await signChanged(hotel, { purposes: [{ ...emergency, keyId: stranger.card.keyId }, ...rest] }),
    ),
    bad(
      'a card key under a familiar id',
      'manifest_keys: key id',
      await signChanged(hotel, { card: { ...manifest.card, publicKey: stranger.card.publicKey } }),
    ),
    bad(
      'a receipt key under a familiar id',
      'manifest_keys: key id',
      await signChanged(hotel, { receiptKey: { ...manifest.receiptKey, publicKey: stranger.card.publicKey } }),
    ),
    bad(
      'a compressed root',
      'manifest_signature: not a manifest',
      await signChanged(hotel, { root: encodeBase64Url(hotel.root.publicKey.subarray(0, 33)) }),
    ),
  ];
}

function key(purpose: { readonly keyId: string; readonly publicKey: string } | undefined) {
  return { keyId: purpose?.keyId, publicKey: purpose?.publicKey };
}

/** RFC 7797: a header that says its payload is signed as it stands, over a payload that looks encoded. */
async function unencoded(hotel: FixedHotel, body: string): Promise<string> {
  const header = encodeBase64Url(
    new TextEncoder().encode(JSON.stringify({ alg: 'ES256', typ: manifestJwsType, b64: false, crit: ['b64'] })),
  );
  const input = new TextEncoder().encode(`${header}.${body}`);
  const signature = await crypto.subtle.sign({ name: 'ECDSA', hash: 'SHA-256' }, hotel.draft.root.signingKey, input);
  return `${header}.${body}.${encodeBase64Url(new Uint8Array(signature))}`;
}
