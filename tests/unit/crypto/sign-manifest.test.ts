import { describe, expect, it } from 'vitest';
import { signManifest } from '../../../src/crypto/sign-manifest.ts';
import { digest } from '../../../src/crypto/sha256.ts';
import { verifyManifest, verifyNotice } from '../../../src/crypto/verify-manifest.ts';
import { manifestSchema } from '../../../src/protocol/manifest.ts';
import { parseNotice, purposeWording } from '../../../src/protocol/notice.ts';
import { day, expectationOf, fixedHotel, now } from '../../vectors/fixed-hotel.ts';
import { refusalOf } from './refusal-of.ts';

const hotel = await fixedHotel();
const { manifest, jws, hash } = hotel.manifest;
const expected = expectationOf(hotel);

describe('a signed manifest', () => {
  it('is believed by a phone with the poster’s fingerprint', async () => {
    expect(await verifyManifest(jws, expected)).toEqual({ jws, hash, manifest });
    expect(hash).toBe(await digest(jws));
    expect(manifestSchema.parse(manifest)).toEqual(manifest);
  });

  it('names every notice and every wording by the hash of the very text', async () => {
    for (const language of ['zh-Hans', 'en'] as const) {
      expect(manifest.notices[language]).toEqual({ hash: await digest(hotel.notices[language]), version: 1 });
      const notice = parseNotice(hotel.notices[language]);
      for (const purpose of notice.purposes) {
        const signed = manifest.purposes.find(({ id }) => id === purpose.id);
        expect(signed?.wording[language]).toBe(await digest(purposeWording(purpose)));
        expect(signed?.basis).toBe(purpose.basis);
      }
      expect(await verifyNotice(hotel.notices[language], language, manifest)).toEqual(notice);
    }
  });

  it('counts on from the one before and names it', async () => {
    const second = await signManifest({ ...hotel.draft, previous: hotel.manifest, now: now + day });
    const third = await signManifest({ ...hotel.draft, previous: second, epoch: 2, now: now + 2 * day });
    expect([second, third].map(({ manifest: { sequence, previous } }) => [sequence, previous])).toEqual([
      [2, hash],
      [3, second.hash],
    ]);
    expect(third.manifest.epoch).toBe(2);
    expect(await refusalOf(verifyManifest(second.jws, { ...expected, now: now + 2 * day, lastSequence: 3 }))).toBe(
      'manifest_older',
    );
  });

  it('lasts as many days as asked', () => {
    expect(Date.parse(manifest.expiresAt) - Date.parse(manifest.issuedAt)).toBe(400 * day);
  });

  it('needs a key for each purpose, and a notice', async () => {
    const { emergency: _, ...keys } = hotel.draft.keys;
    expect(await refusalOf(signManifest({ ...hotel.draft, keys }))).toBe('unknown_key: emergency');
    expect(await refusalOf(signManifest({ ...hotel.draft, notices: {} }))).toBe('manifest_empty: no notice');
    expect(await refusalOf(signManifest({ ...hotel.draft, notices: { en: '{}' } }))).toBe('malformed: notice');
  });

  it('lists who receives what, so that no recipient can be added unseen', async () => {
    const police = { name: 'Police', contact: '110', purpose: 'p', method: 'm', items: 'i', legalDuty: true };
    const notice = parseNotice(hotel.notices.en);
    const purposes = notice.purposes.map((one) => (one.id === 'identity' ? { ...one, recipients: [police] } : one));
    const signed = await signManifest({ ...hotel.draft, notices: { en: JSON.stringify({ ...notice, purposes }) } });
    expect(signed.manifest.recipients).toEqual([{ purpose: 'identity', name: 'Police' }]);
    expect(Object.keys(signed.manifest.notices)).toEqual(['en']);
    expect(await refusalOf(verifyNotice(hotel.notices.en, 'en', signed.manifest))).toBe('notice_changed');
    expect(await refusalOf(verifyNotice(hotel.notices['zh-Hans'], 'zh-Hans', signed.manifest))).toBe('notice_changed');
  });
});
