import { expect, test } from 'vitest';
import { isAsked, noticeAt } from '../../../src/protocol/asked-now.ts';
import { composeNotice } from '../../../src/protocol/compose-notice.ts';
import { languages } from '../../../src/protocol/languages.ts';
import type { Manifest } from '../../../src/protocol/manifest.ts';
import { purposeTemplates } from '../../../src/protocol/purpose-templates.ts';
import { purposeIds, type Retention } from '../../../src/protocol/purposes.ts';
import {
  checkRuleDates,
  checkTemporary,
  keptDays,
  type TemporaryRule,
  untilDate,
} from '../../../src/protocol/temporary-rule.ts';
import { planRegistration } from '../../../src/server/retention/plan-registration.ts';
import { workingDaysAfter } from '../../../src/server/requests/working-days.ts';
import { sampleProfile } from './sample-profile.ts';

const moment = (text: string) => Date.parse(`${text}+08:00`);
const now = moment('2026-11-27T10:00:00');

function published(retention: Retention | null, rule: string | undefined = 'one'): Pick<Manifest, 'purposes'> {
  const ids = purposeIds.filter((id) => id === 'emergency' || (id === 'temporary' && retention !== null));
  return {
    purposes: ids.map((id) => ({
      id,
      basis: purposeTemplates[id].basis,
      keyId: id,
      publicKey: id,
      schema: 1,
      retention: id === 'temporary' && retention !== null ? retention : purposeTemplates.emergency.retention,
      ...(id === 'temporary' && rule !== undefined ? { rule } : {}),
      wording: {},
    })),
  };
}

test('it is asked to the last moment of its last day in China, and no longer', () => {
  const purpose = { retention: untilDate('2026-11-30', 0) };
  expect(isAsked(purpose, moment('2026-11-30T23:59:59'))).toBe(true);
  expect(isAsked(purpose, moment('2026-12-01T00:00:00'))).toBe(false);
  expect(purpose.retention.erased).toBe('2026-12-01');
  expect([0, 1, 59].map((days) => keptDays(untilDate('2027-02-27', days)))).toEqual([0, 1, 59]);
  expect(isAsked({ retention: { kind: 'statutory' } }, Number.MAX_SAFE_INTEGER / 10)).toBe(true);
});

test.each(languages)('its words, items and recipient leave the notice with it: %s', (language) => {
  const of = (ids: typeof purposeIds | readonly ['emergency']) =>
    composeNotice({ profile: sampleProfile(ids), property: '0123456789', language, version: 1 });
  const whole = of(purposeIds);
  const temporary = whole.purposes.find(({ id }) => id === 'temporary');
  expect(noticeAt(whole, moment('2027-03-31T23:59:59'))).toBe(whole);
  const after = noticeAt(whole, moment('2027-04-01T00:00:00'));
  expect(after.purposes.map(({ id }) => id)).toEqual(purposeIds.filter((id) => id !== 'temporary'));
  for (const words of [temporary?.title, temporary?.recipients[0]?.name]) {
    expect(JSON.stringify(whole)).toContain(words ?? 'nothing');
    expect(JSON.stringify(after)).not.toContain(words ?? 'nothing');
  }
  expect(after.passedOn).toEqual(whole.passedOn.slice(0, -1));
  // The law that has a legal duty need no consent is named once, with all of its articles, below the rule itself.
  const law = language === 'en' ? 'PIPL' : '个人信息保护法';
  expect(temporary?.citations.filter((one) => one.law.includes(law))).toHaveLength(1);
  expect(temporary?.citations).toHaveLength(2);
  for (const article of language === 'en'
    ? ['13(1)(3)', '17', '19', '30']
    : ['第十三条', '第十七条', '第十九条', '第三十条'])
    expect(temporary?.citations[1]?.article).toContain(article);
  expect(`${temporary?.rule} ${temporary?.plain}`).not.toContain(law);
  expect(temporary?.citations[0]).toMatchObject({ certainty: '?', checkedOn: '2026-11-20', effective: '2026-11-01' });
  expect(temporary?.plain).toContain(language === 'en' ? '31 March 2027' : '2027 年 3 月 31 日');
});

test.each<[string, Retention | null, Retention | null, string | null, string?]>([
  ['a new one', null, untilDate('2027-03-31', 3), null],
  ['today only', null, untilDate('2026-11-27', 0), null],
  ['in the past', null, untilDate('2026-11-26', 0), 'purposes.temporary.retention.asked'],
  ['a year and a day', null, untilDate('2027-11-28', 0), null],
  ['longer than a year', null, untilDate('2027-11-29', 0), 'purposes.temporary.retention.asked'],
  ['kept for too long', null, untilDate('2026-12-01', 61), 'purposes.temporary.retention.erased'],
  ['erased before it ends', null, untilDate('2026-12-01', -1), 'purposes.temporary.retention.erased'],
  ['without an end', null, { kind: 'statutory' }, 'purposes.temporary.retention'],
  ['ended earlier', untilDate('2026-12-20', 2), untilDate('2026-11-26', 2), null],
  ['the same', untilDate('2026-11-20', 30), untilDate('2026-11-20', 30), null],
  [
    'longer by the same rule',
    untilDate('2026-12-20', 0),
    untilDate('2026-12-21', 0),
    'purposes.temporary.retention.asked',
  ],
  [
    'kept longer by the same rule',
    untilDate('2026-12-20', 0),
    untilDate('2026-12-20', 1),
    'purposes.temporary.retention.asked',
  ],
  ['longer by another rule', untilDate('2026-12-20', 0), untilDate('2027-01-20', 0), null, 'two'],
  ['left out while details may be there', untilDate('2026-11-26', 1), null, 'purposes.temporary'],
  ['left out once they are gone', untilDate('2026-11-26', 0), null, null],
])('%s', (_, before, next, place, rule) => {
  expect(checkTemporary(published(next, rule ?? 'one'), before === null ? null : published(before), now)).toBe(place);
});

test('a rule says since which manifest it holds: the one that brings it, for as long as it is the same', () => {
  const until = untilDate('2026-12-20', 0);
  const said: TemporaryRule = {
    name: {},
    article: {},
    authority: {},
    issuedOn: '2026-11-27',
    enteredOn: '2026-11-27',
    fields: ['health'],
    days: 14,
  };
  const check = (sequence: number, rule: Partial<TemporaryRule>, before: string | null, known?: number) =>
    checkRuleDates(
      { ...published(until), sequence },
      { ...said, ...rule },
      before === null
        ? null
        : { manifest: published(until, before), rule: known === undefined ? undefined : { ...said, since: known } },
      now,
    );
  const wrong = 'profile.purposes.temporary.rule.since';
  expect([check(1, {}, null), check(1, { since: 1 }, null), check(1, { since: 2 }, null)]).toEqual([null, null, wrong]);
  // Another rule than before, or the first.
  expect([4, 5, 6, undefined].map((since) => check(5, since === undefined ? {} : { since }, 'two', 3))).toEqual([
    wrong,
    null,
    wrong,
    wrong,
  ]);
  // The same one: neither later nor earlier than it was.
  expect([2, 3, 5, undefined].map((since) => check(5, since === undefined ? {} : { since }, 'one', 3))).toEqual([
    wrong,
    null,
    wrong,
    wrong,
  ]);
  const place = 'profile.purposes.temporary.rule';
  expect(check(5, { since: 5, issuedOn: '2026-11-28' }, 'two', 3)).toBe(`${place}.issuedOn`);
  expect(check(5, { since: 5, enteredOn: '2026-11-28' }, 'two', 3)).toBe(`${place}.enteredOn`);
  // What was in order once stays so, also where the clock has been set back.
  expect(check(5, { since: 3, enteredOn: '2026-11-28' }, 'one', 3)).toBeNull();
  expect(checkRuleDates({ ...published(null), sequence: 5 }, undefined, null, now)).toBeNull();
});

test('dates belong to this purpose alone, and it has none without its rule', () => {
  const until = untilDate('2026-12-20', 0);
  const [emergency] = published(null).purposes;
  if (emergency === undefined) throw new TypeError('no purpose');
  expect(checkTemporary({ purposes: [{ ...emergency, retention: until }] }, null, now)).toBe(
    'purposes.emergency.retention',
  );
  expect(checkTemporary({ purposes: [{ ...emergency, rule: 'x' }] }, null, now)).toBe('purposes.emergency.retention');
  const [, temporary] = published(until).purposes;
  if (temporary === undefined) throw new TypeError('no purpose');
  const { rule: _, ...without } = temporary;
  expect(checkTemporary({ purposes: [without] }, null, now)).toBe('purposes.temporary.retention');
});

test.each([
  [
    'after the guest has long left it is sealed off first',
    '2026-11-25',
    true,
    'sealed-off',
    '2026-12-04',
    '2027-01-01',
  ],
  ['while the guest is still here', '2027-01-20', false, 'erased', '2027-01-01', null],
  ['within the days it may still be opened', '2026-12-30', true, 'erased', '2027-01-01', null],
] as const)('%s', (_, checkOut, departed, outcome, day, until) => {
  const terms = [{ purpose: 'temporary' as const, retention: untilDate('2026-12-31', 0) }];
  const { steps, ends } = planRegistration({ checkOut, departed }, terms, workingDaysAfter);
  expect(steps).toMatchObject([{ outcome, day, until }]);
  expect(ends.due >= checkOut).toBe(true);
});
