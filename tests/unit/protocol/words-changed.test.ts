import { describe, expect, it } from 'vitest';
import { sampleProfile } from '../../../src/demo/sample-profile.ts';
import { composeNotice } from '../../../src/protocol/compose-notice.ts';
import type { Manifest, ManifestPurpose } from '../../../src/protocol/manifest.ts';
import { purposeWording } from '../../../src/protocol/notice.ts';
import type { PropertyProfile } from '../../../src/protocol/property-profile.ts';
import { compareLaw, compareWords, tellsTheSame } from '../../../src/protocol/words-changed.ts';
import { digest } from '../../../src/server/digest.ts';
import { withPurpose } from '../../../src/staff/notice/notice-draft.ts';
import { askTemporarily, temporaryPurpose } from '../../support/temporary-purpose.ts';

/** What a manifest of this hotel would name. */
function manifestOf(profile: PropertyProfile): Pick<Manifest, 'purposes' | 'notices'> {
  const notice = composeNotice({ profile, property: '0123456789', language: 'en', version: 1 });
  const rule = profile.purposes.find(({ id }) => id === 'temporary')?.rule;
  const purposes = notice.purposes.map(
    (purpose): ManifestPurpose => ({
      id: purpose.id,
      basis: purpose.basis,
      keyId: 'a'.repeat(22),
      publicKey: 'b'.repeat(87),
      schema: 1,
      retention: purpose.retention,
      wording: { en: digest(purposeWording(purpose)) },
      ...(purpose.id === 'temporary' ? { rule: digest(JSON.stringify(rule)) } : {}),
    }),
  );
  return { purposes, notices: { en: { hash: digest(JSON.stringify(notice)), version: 1 } } };
}

const before = manifestOf(sampleProfile);
const asking = askTemporarily(temporaryPurpose('2026-12-24'))(sampleProfile);
const offersFor = (monthsAfterStay: number) =>
  withPurpose(sampleProfile, 'offers', { id: 'offers', retention: { kind: 'until-withdrawn', monthsAfterStay } });

describe('words between two manifests', () => {
  it('of what is asked about: the same, changed, new and retired, and a law’s are none of them', () => {
    const [other, without] = [manifestOf(offersFor(36)), manifestOf(withPurpose(sampleProfile, 'offers', null))];
    expect(compareWords(before, before, 'offers', 'en')).toBe('same');
    expect(compareWords(before, other, 'offers', 'en')).toBe('changed');
    expect(compareWords(before, other, 'billing', 'en')).toBe('same');
    expect(compareWords(before, without, 'offers', 'en')).toBe('retired');
    expect(compareWords(without, before, 'offers', 'en')).toBe('new');
    expect(compareWords(before, before, 'identity', 'en')).toBe('absent');
  });

  it('of what a law asks: another local term is told, and nobody is asked', () => {
    const identityRule = { rule: '某市办法', article: '第九条', term: '一年', enteredOn: '2026-11-27' };
    const other = manifestOf({ ...sampleProfile, identityRule });
    expect(compareLaw(before, before, 'identity', 'en')).toBe('same');
    expect(compareLaw(before, other, 'identity', 'en')).toBe('changed');
    expect(compareWords(before, other, 'identity', 'en')).toBe('absent');
    expect(compareLaw(before, before, 'offers', 'en')).toBe('absent');
  });

  it('of a temporary rule: new when it is entered, new when another takes its place, retired when it goes', () => {
    const [asked, another] = [
      manifestOf(asking),
      manifestOf(askTemporarily(temporaryPurpose('2026-12-24', 0, { issuedOn: '2026-11-20' }))(sampleProfile)),
    ];
    expect(compareLaw(before, asked, 'temporary', 'en')).toBe('new');
    expect(compareLaw(asked, another, 'temporary', 'en')).toBe('new');
    expect(compareLaw(asked, manifestOf(asking), 'temporary', 'en')).toBe('same');
    expect(compareLaw(asked, before, 'temporary', 'en')).toBe('retired');
  });

  it('a word a guest reads, anywhere in the notice, tells something else; other keys don’t, and a language that is new does', () => {
    const keys = { ...before, purposes: before.purposes.map((one) => ({ ...one, keyId: 'c'.repeat(22) })) };
    expect(tellsTheSame(before, keys, 'en')).toBe(true);
    const told: readonly PropertyProfile[] = [
      asking,
      { ...sampleProfile, contact: '020-1' },
      { ...sampleProfile, officer: { ...sampleProfile.officer, contact: '020-1' } },
      { ...sampleProfile, storage: { ...sampleProfile.storage, en: 'Another server' } },
      { ...sampleProfile, complaints: sampleProfile.complaints.slice(1) },
    ];
    for (const after of told) expect(tellsTheSame(before, manifestOf(after), 'en')).toBe(false);
    expect(tellsTheSame({ notices: {} }, before, 'en')).toBe(false);
    expect(tellsTheSame(before, { notices: {} }, 'en')).toBe(false);
  });
});
