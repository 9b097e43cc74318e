import { describe, expect, test } from 'vitest';
import { languages } from '../../../src/protocol/languages.ts';
import {
  lawsCheckedOn,
  purposeCitations,
  sectionCitations,
  suggestedComplaintLines,
} from '../../../src/protocol/laws.ts';
import { citationSchema, noticeSectionSchema } from '../../../src/protocol/notice.ts';
import { propertyProfileSchema } from '../../../src/protocol/property-profile.ts';
import { purposeIds } from '../../../src/protocol/purposes.ts';
import { dateSchema } from '../../../src/protocol/time.ts';
import { falseClaims } from './false-claims.ts';
import { sampleProfile } from './sample-profile.ts';

describe.each(languages)('citations in %s', (language) => {
  const all = [
    ...purposeIds.flatMap((id) => purposeCitations(id, language)),
    ...noticeSectionSchema.shape.id.options.flatMap((id) => sectionCitations(id, language)),
  ];

  test('name a law, an article, and when both were checked', () => {
    for (const citation of all) {
      expect(citationSchema.parse(citation)).toEqual(citation);
      expect(citation.checkedOn).toBe(lawsCheckedOn);
      // 1987 is older than any date of a stay, so the pattern and not the schema of stays.
      expect(citation.effective).toMatch(/^(19|20)\d\d-\d\d-\d\d$/);
      expect(citation.effective <= citation.checkedOn).toBe(true);
    }
    expect(dateSchema.safeParse(lawsCheckedOn).success).toBe(true);
  });

  test('carry the Chinese name of every law, so that it can be shown to anyone', () => {
    for (const { law } of all) expect(law).toMatch(/\p{Script=Han}/u);
  });

  test('give the law’s duty to the hotel, never to the guest', () => {
    const identity = purposeCitations('identity', language);
    expect(identity.map(({ law, article }) => `${law} ${article}`).join('\n')).toMatch(
      /治安管理处罚法.* (第六十七条|Art\. 67)/,
    );
  });

  test('hold no article that was found false', () => {
    for (const { law, article } of all) {
      for (const [claim, pattern] of falseClaims) expect(pattern.test(`${law} ${article}`), claim).toBe(false);
    }
    const hotels = all.filter(({ law }) => law.includes('旅馆业治安管理办法'));
    for (const { article } of hotels) expect(article).toMatch(/^(第六条|Art\. 6)$/);
  });
});

describe('suggested complaint lines', () => {
  test('are the lines a guest can really use', () => {
    expect(suggestedComplaintLines.map(({ contact }) => contact).slice(0, 4)).toEqual([
      '12377',
      '12387',
      '12315',
      '12345',
    ]);
    expect(suggestedComplaintLines[4]?.name['zh-Hans']).toContain('第六十五条');
  });

  test('fit a profile as they are', () => {
    const profile = { ...sampleProfile([]), complaints: suggestedComplaintLines };
    expect(propertyProfileSchema.shape.complaints.safeParse(profile.complaints).success).toBe(true);
  });
});
