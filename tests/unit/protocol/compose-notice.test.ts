import { describe, expect, test } from 'vitest';
import { composeNotice } from '../../../src/protocol/compose-notice.ts';
import { languages } from '../../../src/protocol/languages.ts';
import { type Notice, noticeSectionSchema, parseNotice, purposeWording } from '../../../src/protocol/notice.ts';
import { Refusal } from '../../../src/protocol/problems.ts';
import type { PropertyProfile } from '../../../src/protocol/property-profile.ts';
import { purposeTemplates } from '../../../src/protocol/purpose-templates.ts';
import { type PurposeId, purposeIds } from '../../../src/protocol/purposes.ts';
import { falseClaims } from './false-claims.ts';
import { sampleProfile } from './sample-profile.ts';

const optional = purposeIds.filter((id) => purposeTemplates[id].basis === 'consent');
const pickable = purposeIds.filter((id) => purposeTemplates[id].offered === 'optional');
const combinations = subsets(pickable);

function subsets(ids: readonly PurposeId[]): PurposeId[][] {
  return ids.reduce<PurposeId[][]>((all, id) => all.flatMap((subset) => [subset, [...subset, id]]), [[]]);
}

function compose(profile: PropertyProfile, language: Notice['language'] = 'en'): Notice {
  return composeNotice({ profile, property: '0123456789', language, version: 1 });
}

/** Every text of a value with the path that leads to it. */
function leaves(value: unknown, path = ''): [string, string][] {
  if (typeof value === 'string') return [[path, value]];
  if (typeof value !== 'object' || value === null) return [[path, String(value)]];
  return Object.entries(value).flatMap(([key, inner]) => leaves(inner, `${path}/${key}`));
}

describe.each(languages)('a notice in %s', (language) => {
  test('composes for every combination of templates and survives its own text', () => {
    for (const picked of combinations) {
      const notice = compose(sampleProfile(picked), language);
      expect(parseNotice(JSON.stringify(notice))).toEqual(notice);
      const expected = purposeIds.filter((id) => id === 'minors' || picked.includes(id));
      expect(notice.purposes.map(({ id }) => id)).toEqual(expected);
    }
  });

  test('names the emergency in which a child’s details are opened before anybody approves, wherever it says who opens them', () => {
    const notice = compose(sampleProfile(pickable), language);
    const section = notice.sections.find(({ id }) => id === 'minors');
    const purpose = notice.purposes.find(({ id }) => id === 'minors');
    for (const said of [section?.plain, section?.rule, purpose?.method]) expect(said).toMatch(/an emergency|紧急情况/);
  });

  test('keeps the templates’ order whatever order the owner picked in', () => {
    const notice = compose(sampleProfile([...pickable].reverse()), language);
    expect(notice.purposes.map(({ id }) => id)).toEqual(purposeIds.filter((id) => id !== 'temporary'));
  });

  test('says nothing of identity registers, and passes nothing on, when they are off', () => {
    const notice = compose(sampleProfile(optional), language);
    expect(notice.purposes.map(({ id }) => id)).not.toContain('identity');
    expect(notice.passedOn).toEqual([]);
    const identity = compose(sampleProfile(['identity']), language).purposes.find(({ id }) => id === 'identity');
    expect(JSON.stringify(notice)).not.toContain(identity?.title ?? 'no title');
    const collected = notice.collected.map(({ item }) => item.toLowerCase()).join();
    for (const { label } of identity?.items.filter(({ field }) => field !== 'name') ?? []) {
      expect(collected).not.toContain(label.toLowerCase());
    }
  });

  test('passes details on to the police alone, as a legal duty, and only the register’s items', () => {
    const notice = compose(sampleProfile(pickable), language);
    expect(notice.passedOn).toHaveLength(1);
    expect(notice.passedOn[0]?.legalDuty).toBe(true);
    expect(notice.purposes.filter(({ recipients }) => recipients.length > 0).map(({ id }) => id)).toEqual(['identity']);
  });

  test('rests every purpose on an article, and what the law requires never on consent', () => {
    for (const purpose of compose(sampleProfile(pickable), language).purposes) {
      expect(purpose.citations.length).toBeGreaterThan(0);
      expect(purpose.basis).toBe(purposeTemplates[purpose.id].basis);
      const onConsent = purpose.citations.some(({ article }) => /第十三条第一款第一项|13\(1\)\(1\)/.test(article));
      expect(onConsent).toBe(purpose.basis === 'consent');
    }
  });

  test('tells readers to check with their authority wherever a rule is not from the law’s own text', () => {
    const notice = compose(sampleProfile(pickable), language);
    const check = language === 'en' ? 'please check with your local authority' : '请向当地主管部门核实';
    for (const { id, citations, rule } of [...notice.purposes, ...notice.sections]) {
      expect([id, rule.includes(check)]).toEqual([id, citations.some(({ certainty }) => certainty !== 'V')]);
    }
    expect(notice.sections.some(({ rule }) => rule.includes(check))).toBe(true);
    for (const { retention, retentionText } of notice.purposes) {
      expect(retentionText.includes(check)).toBe(retention.kind === 'statutory');
    }
  });

  test('states the owner’s local rule for the register once it is entered', () => {
    const identityRule = { rule: 'Rule 7 of the city', term: 'ninety days', enteredOn: '2026-11-01' };
    const notice = compose({ ...sampleProfile(['identity']), identityRule }, language);
    const texts = notice.purposes.map(({ retentionText }) => retentionText);
    for (const part of Object.values(identityRule)) expect(texts[0]).toContain(part);
    for (const part of Object.values(identityRule)) expect(texts[1]).not.toContain(part);
  });

  test('states article and date of the rule each in its place, also for minors', () => {
    const rule = {
      rule: 'Rule 8',
      article: 'Art. 3',
      effective: '2020-03-01',
      term: '1 year',
      enteredOn: '2026-11-02',
    };
    const texts = compose({ ...sampleProfile(['identity']), minorsRule: rule }, language).purposes;
    const textOf = (id: PurposeId) => texts.find((one) => one.id === id)?.retentionText ?? '';
    for (const part of Object.values(rule)) expect(textOf('minors')).toContain(part);
    for (const part of Object.values(rule)) expect(textOf('identity')).not.toContain(part);
  });

  test('states the retention the owner chose, in the purpose and in the public list', () => {
    const profile = sampleProfile(optional);
    const notice = compose(
      {
        ...profile,
        purposes: [
          { id: 'emergency', retention: { kind: 'after-departure', workingDays: 13 } },
          { id: 'offers', retention: { kind: 'until-withdrawn', monthsAfterStay: 17 } },
        ],
      },
      language,
    );
    expect(notice.purposes[0]?.retentionText).toContain('13');
    expect(notice.collected[0]?.keptFor).toBe(notice.purposes[0]?.retentionText);
    expect(notice.purposes[1]?.retentionText).toContain('17');
  });

  test('makes no claim that was found false', () => {
    for (const [path, text] of leaves(compose(sampleProfile(pickable), language))) {
      for (const [claim, pattern] of falseClaims)
        expect.soft(pattern.test(text), `${claim}: ${path} ${text}`).toBe(false);
    }
  });

  test('explains the desk’s list, and names it among what is collected', () => {
    const notice = compose(sampleProfile(['offers']), language);
    const how = notice.sections.find(({ id }) => id === 'how');
    expect(how?.plain).toContain('138****1234');
    expect(notice.collected).toHaveLength(notice.purposes.length + 3);
  });

  test('says why and what for beside each sensitive item, and nowhere else', () => {
    const items = compose(sampleProfile(pickable), language).purposes.flatMap((purpose) => purpose.items);
    const sensitive = new Set(items.filter((item) => item.sensitive !== null).map(({ field }) => field));
    expect([...sensitive]).toEqual([
      'documentNumber',
      'minorName',
      'minorAge',
      'guardianName',
      'guardianRelation',
      'guardianContact',
    ]);
  });

  test('neither shouts nor presses', () => {
    const text = leaves(compose(sampleProfile(pickable), language))
      .map(([, words]) => words)
      .join('\n');
    expect(text).not.toMatch(/[!！]|please note|sorry to|are you sure|务必|敬请|特此|尊敬的|遗憾|错过/i);
  });

  test('has a title, plain words and a rule in every section, in the order of the schema', () => {
    const notice = compose(sampleProfile([]), language);
    expect(notice.sections.map(({ id }) => id)).toEqual(noticeSectionSchema.shape.id.options);
  });

  test('gives the same text for the same input', () => {
    const profile = sampleProfile(pickable);
    expect(JSON.stringify(compose(profile, language))).toBe(
      JSON.stringify(compose(structuredClone(profile), language)),
    );
  });
});

describe('what a guest has to read', () => {
  const core = (language: Notice['language']) =>
    compose(sampleProfile(optional), language)
      .purposes.filter(({ basis }) => basis === 'consent')
      .flatMap(({ title, plain, items, retentionText, refusal }) => [
        title,
        plain,
        ...items.map(({ label }) => label),
        retentionText,
        refusal,
      ])
      .join(' ');

  test('is at most 350 words of English for all four optional purposes', () => {
    expect(core('en').split(/\s+/).length).toBeLessThanOrEqual(350);
  });

  test('is at most 600 characters of Chinese for all four optional purposes', () => {
    expect(core('zh-Hans').replaceAll(/[\s\p{P}]/gu, '').length).toBeLessThanOrEqual(600);
  });
});

test('a changed retention changes that purpose’s wording and no other', () => {
  const before = compose(sampleProfile(pickable));
  const profile = sampleProfile(pickable);
  const after = compose({
    ...profile,
    purposes: profile.purposes.map((purpose) =>
      purpose.id === 'offers' ? { ...purpose, retention: { kind: 'until-withdrawn', monthsAfterStay: 6 } } : purpose,
    ),
  });
  const changed = after.purposes.filter(
    (purpose, index) => purposeWording(purpose) !== purposeWording(before.purposes[index] ?? purpose),
  );
  expect(changed.map(({ id }) => id)).toEqual(['offers']);
});

test('a profile without a name in any language is refused', () => {
  expect(() => compose({ ...sampleProfile([]), name: {} })).toThrow(Refusal);
});
