import { describe, expect, it } from 'vitest';
import { checkManifest } from '../../../src/protocol/check-manifest.ts';
import { type Manifest, manifestSchema } from '../../../src/protocol/manifest.ts';
import { day, expectationOf, fixedHotel, now } from '../../vectors/fixed-hotel.ts';

const hotel = await fixedHotel();
const { manifest } = hotel.manifest;
const expected = expectationOf(hotel);
const [first, second, ...rest] = manifest.purposes;
if (first === undefined || second === undefined) throw new Error('the fixed hotel has purposes');
const keyOf = (one: { keyId: string; publicKey: string }) => ({ keyId: one.keyId, publicKey: one.publicKey });
const stranger = await fixedHotel('fyrqc00002');

describe('a manifest whose signature holds', () => {
  it('is accepted when nothing is wrong with it, also one that was seen before', () => {
    expect(checkManifest(manifest, expected)).toBeNull();
    expect(checkManifest(manifest, { ...expected, lastSequence: 1 })).toBeNull();
    expect(checkManifest({ ...manifest, suites: ['LATER', ...manifest.suites] }, expected)).toBeNull();
  });

  const table: [string, string, Partial<Manifest>, Partial<typeof expected>?][] = [
    ['another property', 'manifest_property', {}, { property: stranger.property }],
    ['another property’s log', 'manifest_property', { logOrigin: `foyer/${stranger.property}` }],
    ['a log of nobody’s', 'manifest_property', { logOrigin: '' }],
    ['an older sequence', 'manifest_older', {}, { lastSequence: 2 }],
    ['its last millisecond over', 'manifest_expired', {}, { now: now + 400 * day }],
    ['no suite', 'manifest_suite', { suites: [] }],
    ['an unknown suite alone', 'manifest_suite', { suites: ['HPKE-X25519-SHA256-A256GCM'] }],
    ['a suite spelt differently', 'manifest_suite', { suites: ['hpke-p256-sha256-a256gcm'] }],
    ['no purposes', 'manifest_empty', { purposes: [] }],
    ['one purpose twice', 'manifest_keys', { purposes: [first, { ...second, id: first.id }, ...rest] }],
    ['two purposes with one key', 'manifest_keys', { purposes: [first, { ...second, ...keyOf(first) }, ...rest] }],
    [
      'two purposes with one public key under two ids',
      'manifest_keys',
      { purposes: [first, { ...second, publicKey: first.publicKey }] },
    ],
    [
      'two purposes with one key id over two keys',
      'manifest_keys',
      { purposes: [first, { ...second, keyId: first.keyId }] },
    ],
    ['a purpose under the card’s key', 'manifest_keys', { purposes: [{ ...first, ...manifest.card }] }],
    ['a purpose under the receipt key', 'manifest_keys', { purposes: [{ ...first, ...manifest.receiptKey }] }],
    ['a card under the receipt key', 'manifest_keys', { card: manifest.receiptKey }],
    ['a card under the root', 'manifest_keys', { card: { ...manifest.card, publicKey: manifest.root } }],
  ];
  it.each(table)('with %s is refused as %s', (_, code, change, expecting = {}) => {
    expect(checkManifest({ ...manifest, ...change }, { ...expected, ...expecting })).toBe(code);
  });

  it('is good until the very millisecond it expires', () => {
    expect(checkManifest(manifest, { ...expected, now: now + 400 * day - 1 })).toBeNull();
  });
});

describe('a manifest’s shape', () => {
  it('is the one that was signed', () => {
    expect(manifestSchema.parse(manifest)).toEqual(manifest);
  });

  it.each([
    ['sequence zero', { sequence: 0 }],
    ['half a sequence', { sequence: 1.5 }],
    ['a sequence past exact numbers', { sequence: 2 ** 53 }],
    ['another format', { format: 'foyer-manifest/2' }],
    ['epoch zero', { epoch: 0 }],
    ['a root that is no point', { root: manifest.card.keyId }],
    ['a previous that is no digest', { previous: 'x' }],
    ['an unknown purpose', { purposes: [{ ...first, id: 'marketing' }] }],
    ['a biometric purpose', { purposes: [{ ...first, id: 'face' }] }],
    ['a basis that is neither consent nor law', { purposes: [{ ...first, basis: 'interest' }] }],
    ['an expiry in another zone', { expiresAt: '2027-01-01T00:00:00Z' }],
  ])('refuses %s', (_, change) => {
    expect(manifestSchema.safeParse({ ...manifest, ...change }).success).toBe(false);
  });
});
