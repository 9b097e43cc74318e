import { expect, test } from 'vitest';
import { sampleProfile } from '../../../src/demo/sample-profile.ts';
import { composeNotice } from '../../../src/protocol/compose-notice.ts';
import { languages } from '../../../src/protocol/languages.ts';
import { suggestedTerms } from '../../../src/protocol/suggested-terms.ts';
import { purposeAnswers, readPurposeAnswers } from '../../../src/staff/notice/purpose-answers.ts';

const today = '2026-11-27';

test('what is said for a region is never called checked, and no guest reads it before an owner entered term and rule', () => {
  const said = suggestedTerms('CN-44', 'identity');
  expect(said.map(({ months, certainty }) => [months, certainty])).toEqual([[6, '?']]);
  expect(suggestedTerms('CN-11', 'identity').map(({ months, certainty }) => [months, certainty])).toEqual([
    [12, '?'],
    [36, 'S'],
  ]);
  expect(suggestedTerms('CN-54', 'identity')).toEqual([]);
  expect(suggestedTerms('CN-44', 'billing')).toEqual([]);
  for (const language of languages) {
    const notice = JSON.stringify(composeNotice({ profile: sampleProfile, property: 'p', language, version: 1 }));
    for (const { source, place } of said) {
      expect(notice).not.toContain(source[language]);
      expect(notice).not.toContain(place[language]);
    }
  }
});

const rule = { localRule: 'Rule 12', localArticle: 'Art. 3', localEffective: '2020-03-01' };

test('a term needs its rule and the rule its date; all make the notice say them, with the day they were checked', () => {
  const answers = { ...purposeAnswers(sampleProfile, 'identity'), term: '6', localTerm: '6 months' };
  expect(readPurposeAnswers(sampleProfile, 'identity', answers, today).faults).toEqual(
    new Map([
      ['localRule', 'missing'],
      ['localEffective', 'missing'],
    ]),
  );
  const whole = readPurposeAnswers(sampleProfile, 'identity', { ...answers, ...rule }, today);
  expect(whole.faults.size).toBe(0);
  expect(whole.profile.identityRule).toEqual({
    rule: 'Rule 12',
    article: 'Art. 3',
    effective: '2020-03-01',
    term: '6 months',
    enteredOn: today,
  });
  const notice = composeNotice({ profile: whole.profile, property: 'p', language: 'en', version: 2 });
  const identity = notice.purposes.find(({ id }) => id === 'identity');
  expect(identity?.retention).toEqual({ kind: 'statutory', months: 6 });
  expect(identity?.retentionText).toContain(
    'Period: 6 months. Rule: Rule 12, Art. 3, in force since 2020-03-01 (entered by the hotel on 2026-11-27)',
  );
});

test('months for the details of minors need a rule of their own', () => {
  const answers = { ...purposeAnswers(sampleProfile, 'minors'), term: '12' };
  expect([...readPurposeAnswers(sampleProfile, 'minors', answers, today).faults.keys()]).toEqual([
    'localRule',
    'localTerm',
    'localEffective',
  ]);
  const typed = { ...answers, ...rule, localTerm: '1 year' };
  const { profile, faults } = readPurposeAnswers(sampleProfile, 'minors', typed, today);
  expect(faults.size).toBe(0);
  expect(profile.minorsRule).toMatchObject({ rule: 'Rule 12', enteredOn: today });
  expect(profile.identityRule).toBeNull();
  // Taken back whole, the profile is what it was.
  const nothing = { term: '', localRule: '', localArticle: '', localEffective: '', localTerm: '', localChecked: '' };
  const empty = readPurposeAnswers(profile, 'minors', { ...purposeAnswers(profile, 'minors'), ...nothing }, today);
  expect(empty.profile).not.toHaveProperty('minorsRule');
});

test('the day a rule was checked moves when it is checked again or changed, and not by itself', () => {
  const before = readPurposeAnswers(
    sampleProfile,
    'identity',
    { ...purposeAnswers(sampleProfile, 'identity'), ...rule, term: '6', localTerm: '6 months' },
    '2026-01-01',
  ).profile;
  const checked = (part: object) =>
    readPurposeAnswers(before, 'identity', { ...purposeAnswers(before, 'identity'), ...part }, today).profile
      .identityRule?.enteredOn;
  expect(checked({})).toBe('2026-01-01');
  expect(checked({ localArticle: 'Art. 4' })).toBe(today);
  expect(checked({ localChecked: '2026-06-01' })).toBe('2026-06-01');
  expect(checked({ localChecked: '' })).toBe(today);
});

test('a rule from before its date had a place of its own stays as it is until somebody touches it', () => {
  const identityRule = { rule: 'Rule 12, Art. 3', term: '6 months', enteredOn: '2026-01-01' };
  const old = { ...sampleProfile, identityRule };
  const untouched = readPurposeAnswers(old, 'identity', purposeAnswers(old, 'identity'), today);
  expect([untouched.faults.size, untouched.profile]).toEqual([0, old]);
  const touched = { ...purposeAnswers(old, 'identity'), localRule: 'Rule 13' };
  expect([...readPurposeAnswers(old, 'identity', touched, today).faults.keys()]).toEqual(['localEffective']);
});

test('visa and entry are in the notice only by the rule the owner entered', () => {
  const answers = purposeAnswers(sampleProfile, 'identity');
  const untouched = readPurposeAnswers(sampleProfile, 'identity', answers, today).profile;
  expect(untouched).toEqual(sampleProfile);
  const { profile } = readPurposeAnswers(sampleProfile, 'identity', { ...answers, entryRule: 'Order 7' }, today);
  expect(profile.register).toEqual({ order: 'neutral', entryRule: 'Order 7' });
  const of = (from: typeof profile) => composeNotice({ profile: from, property: 'p', language: 'en', version: 1 });
  expect(JSON.stringify(of(sampleProfile))).not.toContain('visa');
  const told = of(profile);
  expect(told.purposes.find(({ id }) => id === 'identity')?.method).toContain('Order 7');
  expect(told.collected.filter(({ item }) => item.includes('visa'))).toHaveLength(1);
  expect(told.passedOn.find(({ legalDuty }) => legalDuty)?.items).toContain('visa');
});
