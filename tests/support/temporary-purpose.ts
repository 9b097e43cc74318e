import type { ProfilePurpose, PropertyProfile } from '../../src/protocol/property-profile.ts';
import { type TemporaryRule, untilDate } from '../../src/protocol/temporary-rule.ts';
import { withPurpose } from '../../src/staff/notice/notice-draft.ts';

const sampleRule: TemporaryRule = {
  name: { 'zh-Hans': '关于临时登记到访地的通告', en: 'Notice on registering places visited' },
  article: { 'zh-Hans': '第三条', en: 'Art. 3' },
  authority: { 'zh-Hans': '市疾病预防控制局', en: 'City Disease Control Bureau' },
  issuedOn: '2026-11-01',
  enteredOn: '2026-11-20',
  fields: ['itinerary', 'health'],
  days: 14,
};

/** A temporary purpose that is asked up to and on `asked`, and kept so many days longer. */
export function temporaryPurpose(asked: string, keptDays = 0, rule: Partial<TemporaryRule> = {}): ProfilePurpose {
  return { id: 'temporary', retention: untilDate(asked, keptDays), rule: { ...sampleRule, ...rule } };
}

/** What the owner makes of the notice to have it asked. */
export function askTemporarily(purpose: ProfilePurpose | null): (profile: PropertyProfile) => PropertyProfile {
  return (profile) => withPurpose(profile, 'temporary', purpose);
}

export const sampleAnswers = { places: ['CN-42', 'JP'], health: 'well' } as const;
