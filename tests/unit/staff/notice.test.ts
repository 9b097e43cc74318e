import { describe, expect, it } from 'vitest';
import { sampleProfile } from '../../../src/demo/sample-profile.ts';
import { composeNotice } from '../../../src/protocol/compose-notice.ts';
import type { PropertyProfile } from '../../../src/protocol/property-profile.ts';
import { mergeDraft, purposeOf, withPurpose } from '../../../src/staff/notice/notice-draft.ts';
import { purposeAnswers, readPurposeAnswers } from '../../../src/staff/notice/purpose-answers.ts';
import { reviewChanges } from '../../../src/staff/notice/review-changes.ts';
import { askTemporarily, temporaryPurpose } from '../../support/temporary-purpose.ts';

const titles = { who: 'who', collected: 'collected', passedOn: 'passed on', complaints: 'complaints' };

function texts(profile: PropertyProfile) {
  const text = (language: 'zh-Hans' | 'en') =>
    JSON.stringify(composeNotice({ profile, property: '0123456789', language, version: 1 }));
  return { 'zh-Hans': text('zh-Hans'), en: text('en') };
}

const review = (after: PropertyProfile) => reviewChanges(texts(sampleProfile), texts(after), titles);

function offers(change: object): PropertyProfile {
  const purpose = purposeOf(sampleProfile, 'offers');
  if (purpose === null) throw new TypeError('no offers');
  return withPurpose(sampleProfile, 'offers', { ...purpose, ...change });
}

const partner = {
  name: '望江茶馆',
  contact: '020',
  purpose: { 'zh-Hans': '品茶', en: 'tastings' },
  method: { 'zh-Hans': '名单', en: 'a list' },
};

describe('what an owner is told before publishing', () => {
  it('names one use where its time, its recipients or its words change, in the languages where they do', () => {
    expect(review(offers({ retention: { kind: 'until-withdrawn', monthsAfterStay: 24 } })).purposes).toMatchObject([
      { id: 'offers', kind: 'asked', texts: [{ language: 'zh-Hans' }, { language: 'en' }] },
    ]);
    expect(review(offers({ recipients: [partner] })).purposes.map(({ id }) => id)).toEqual(['offers']);
    const suggested = purposeAnswers(sampleProfile, 'offers');
    const words = {
      'zh-Hans': { plain: suggested.plain['zh-Hans'], rule: suggested.rule['zh-Hans'] },
      en: { plain: 'We write to you.', rule: suggested.rule.en },
    };
    const inEnglish = review(offers({ words })).purposes;
    expect(inEnglish.map(({ texts: of }) => of.map(({ language }) => language))).toEqual([['en']]);
  });

  it('asks nobody about an officer’s number or a hosting provider, and says what changes all the same', () => {
    const after = {
      ...sampleProfile,
      officer: { ...sampleProfile.officer, contact: '020-1' },
      processors: [{ name: '云上托管', contact: '400', purpose: partner.purpose, place: partner.method }],
    };
    const changes = review(after);
    expect(changes.purposes).toEqual([]);
    expect(changes.elsewhere.find(({ language }) => language === 'en')?.parts.map(({ id }) => id)).toEqual([
      'who',
      'section-who',
      'passed-on',
    ]);
  });

  it('tells what a law asks in other words from what is asked again, in the languages where it is', () => {
    const identityRule = { rule: '某市办法', article: '第九条', term: '一年', enteredOn: '2026-11-27' };
    expect(review({ ...sampleProfile, identityRule }).purposes).toMatchObject([
      { id: 'identity', kind: 'told', texts: [{ language: 'zh-Hans' }, { language: 'en' }] },
    ]);
    const [asked, another] = [{}, { issuedOn: '2026-11-20' }].map((rule) =>
      texts(askTemporarily(temporaryPurpose('2026-12-24', 0, rule))(sampleProfile)),
    );
    if (asked === undefined || another === undefined) throw new TypeError('two rules');
    expect(reviewChanges(texts(sampleProfile), asked, titles).purposes).toEqual([
      { id: 'temporary', kind: 'new', texts: [] },
    ]);
    expect(reviewChanges(asked, another, titles).purposes).toMatchObject([{ id: 'temporary', kind: 'told' }]);
  });

  it('tells a retired use from a new one, and neither is asked again', () => {
    const without = withPurpose(sampleProfile, 'offers', null);
    expect(review(without).purposes).toEqual([{ id: 'offers', kind: 'retired', texts: [] }]);
    expect(reviewChanges(texts(without), texts(sampleProfile), titles).purposes).toEqual([
      { id: 'offers', kind: 'new', texts: [] },
    ]);
  });
});

describe('edits of two owners', () => {
  it('are both kept; where both changed the same, the ones at hand stand', () => {
    const mine = { ...offers({ retention: { kind: 'until-withdrawn', monthsAfterStay: 6 } }), contact: 'mine' };
    const bill = { id: 'billing', retention: { kind: 'after-departure', workingDays: 3 } } as const;
    const theirs = { ...withPurpose(sampleProfile, 'billing', bill), contact: 'theirs', languages: ['en' as const] };
    const { base, profile } = mergeDraft({ base: sampleProfile, profile: mine }, theirs);
    expect(base).toBe(theirs);
    expect(profile.contact).toBe('mine');
    expect(profile.languages).toEqual(['en']);
    expect(purposeOf(profile, 'billing')).toEqual(bill);
    expect(purposeOf(profile, 'offers')?.retention).toEqual({ kind: 'until-withdrawn', monthsAfterStay: 6 });
  });

  it('keep a use retired that one of them retired', () => {
    const mine = withPurpose(sampleProfile, 'offers', null);
    const theirs = { ...sampleProfile, contact: 'theirs' };
    expect(purposeOf(mergeDraft({ base: sampleProfile, profile: mine }, theirs).profile, 'offers')).toBeNull();
    expect(purposeOf(mergeDraft({ base: sampleProfile, profile: theirs }, mine).profile, 'offers')).toBeNull();
  });
});

describe('one purpose’s form', () => {
  const answers = purposeAnswers(sampleProfile, 'offers');
  const read = (part: object) => readPurposeAnswers(sampleProfile, 'offers', { ...answers, ...part }, '2026-11-21');

  it('left as it is changes nothing: the suggested words are not taken for the owner’s own', () => {
    expect(read({})).toEqual({ faults: new Map(), profile: sampleProfile });
  });

  it('names what is missing, too long or no number', () => {
    expect([...read({ plain: { ...answers.plain, en: ' ' } }).faults]).toEqual([['plain.en', 'missing']]);
    expect([...read({ rule: { ...answers.rule, en: 'x'.repeat(1201) } }).faults]).toEqual([['rule.en', 'long']]);
    const party = { name: '', contact: '020', purpose: answers.plain, detail: answers.plain };
    expect([...read({ recipients: [party] }).faults.keys()]).toEqual(['recipients.0.name']);
    const law = { ...purposeAnswers(sampleProfile, 'identity'), term: '1.5', localRule: '某市办法' };
    expect([...readPurposeAnswers(sampleProfile, 'identity', law, '2026-11-21').faults]).toEqual([
      ['term', 'wrong'],
      ['localTerm', 'missing'],
      ['localEffective', 'missing'],
    ]);
  });
});
