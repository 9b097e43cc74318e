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

test('a term needs its rule; both make the notice say them, with the day they were entered', () => {
  const answers = { ...purposeAnswers(sampleProfile, 'identity'), term: '6', localTerm: '6 months' };
  expect(readPurposeAnswers(sampleProfile, 'identity', answers, today).faults).toEqual(
    new Map([['localRule', 'missing']]),
  );
  const whole = readPurposeAnswers(sampleProfile, 'identity', { ...answers, localRule: 'Rule 12, Art. 3' }, today);
  expect(whole.faults.size).toBe(0);
  const notice = composeNotice({ profile: whole.profile, property: 'p', language: 'en', version: 2 });
  const identity = notice.purposes.find(({ id }) => id === 'identity');
  expect(identity?.retention).toEqual({ kind: 'statutory', months: 6 });
  expect(identity?.retentionText).toContain(
    'Period: 6 months. Rule: Rule 12, Art. 3 (entered by the hotel on 2026-11-27)',
  );
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
