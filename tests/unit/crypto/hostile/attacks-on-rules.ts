import { verifyManifest, verifyNotice } from '../../../../src/crypto/verify-manifest.ts';
import { signManifest } from '../../../../src/crypto/sign-manifest.ts';
import { parseNotice } from '../../../../src/protocol/notice.ts';
import { withPayload } from '../../../vectors/cases/jws-tricks.ts';
import { day, now, signAnything, signChanged } from '../../../vectors/fixed-hotel.ts';
import { type Attack, evil, guest, hotel, newer, poster } from './scene.ts';

const { manifest, jws } = hotel.manifest;
const [emergency, ...rest] = manifest.purposes;
if (emergency === undefined) throw new Error('the fixed hotel has purposes');
/** A phone that scanned the poster. */
const phone = (served: string, expected: Partial<typeof poster> = {}) =>
  verifyManifest(served, { ...poster, ...expected });
/** A phone whose guest typed the address. */
const typed = (served: string) => verifyManifest(served, { ...poster, fingerprint: null });
const byRoot = async (change: Parameters<typeof signChanged>[1]) => phone(await signChanged(hotel, change));
const notice = parseNotice(hotel.notices.en);
const broker = { name: 'Data broker', contact: 'x', purpose: 'x', method: 'x', items: 'x', legalDuty: false };
/** What the hotel would have signed had it named a broker. */
const named = await signManifest({
  ...hotel.draft,
  notices: { en: JSON.stringify({ ...notice, passedOn: [broker] }) },
});

export const attacksOnRules: Attack[] = [
  [
    'a purpose key swapped for its own',
    'manifest_signature',
    () =>
      phone(withPayload(jws, { ...manifest, purposes: [{ ...emergency, ...evil.manifest.manifest.card }, ...rest] })),
  ],
  [
    'the card key swapped for its own',
    'manifest_signature',
    () => phone(withPayload(jws, { ...manifest, card: evil.manifest.manifest.card })),
  ],
  [
    'the receipt key swapped, to give receipts nobody logged',
    'manifest_signature',
    () => phone(withPayload(jws, { ...manifest, receiptKey: evil.manifest.manifest.card })),
  ],
  [
    'everything signed anew with its own root',
    'manifest_fingerprint',
    async () => phone(await signAnything(evil, { ...manifest, root: evil.manifest.manifest.root })),
  ],
  [
    'its own root’s signature over the hotel’s root',
    'manifest_signature',
    async () => phone(await signAnything(evil, manifest)),
  ],
  ['another hotel’s manifest, at the poster’s address', 'manifest_fingerprint', () => phone(evil.manifest.jws)],
  ['another hotel’s manifest, at a typed address', 'manifest_property', () => typed(evil.manifest.jws)],
  ['a manifest rolled back', 'manifest_older', () => phone(jws, { lastSequence: newer.manifest.sequence })],
  ['a manifest kept past its time', 'manifest_expired', () => phone(jws, { now: now + 401 * day })],
  [
    'the time on it moved',
    'manifest_signature',
    () => phone(withPayload(jws, { ...manifest, expiresAt: '2099-01-01T00:00:00+08:00' })),
  ],
  ['the keys taken out', 'manifest_signature', () => phone(withPayload(jws, { ...manifest, purposes: [] }))],
  ['no keys, though signed', 'manifest_empty', () => byRoot({ purposes: [] })],
  ['the suite downgraded', 'manifest_signature', () => phone(withPayload(jws, { ...manifest, suites: ['NONE'] }))],
  ['no suite a phone speaks, though signed', 'manifest_suite', () => byRoot({ suites: ['NONE'] })],
  [
    'two purposes under one key, though signed',
    'manifest_keys',
    () =>
      byRoot({
        purposes: [
          emergency,
          ...rest.map((one) => ({ ...one, keyId: emergency.keyId, publicKey: emergency.publicKey })),
        ],
      }),
  ],
  [
    'its own key under a familiar key id, though signed',
    'manifest_keys: key id',
    () => byRoot({ card: { ...manifest.card, publicKey: evil.manifest.manifest.card.publicKey } }),
  ],
  [
    'its receipt key among the sealing keys, though signed',
    'manifest_keys',
    () => byRoot({ card: manifest.receiptKey }),
  ],
  ['a guest’s consent passed off as a manifest', 'manifest_signature: not a manifest', () => phone(guest.consent.jws)],
  [
    'a manifest signed as something else',
    'manifest_signature',
    async () => phone(await signAnything(hotel, manifest, 'foyer-consent')),
  ],
  [
    'a recipient hidden from the signed words',
    'notice_changed',
    () => verifyNotice(hotel.notices.en, 'en', named.manifest),
  ],
  [
    'a recipient added to the signed words',
    'notice_changed',
    () => verifyNotice(JSON.stringify({ ...notice, passedOn: [broker] }), 'en', manifest),
  ],
  ['the words of another language', 'notice_changed', () => verifyNotice(hotel.notices.en, 'zh-Hans', manifest)],
  ['the words of another hotel', 'notice_changed', () => verifyNotice(evil.notices.en, 'en', manifest)],
];
