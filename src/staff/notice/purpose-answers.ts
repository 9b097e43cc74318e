import * as z from 'zod/mini';
import { localized, type Localized } from '../../protocol/languages.ts';
import { noticeTextsIn } from '../../protocol/notice-texts/notice-texts-in.ts';
import {
  type LocalRule,
  localRuleOf,
  ownWordsLimit,
  type ProfilePurpose,
  type PropertyProfile,
} from '../../protocol/property-profile.ts';
import { registerOrderIds } from '../../protocol/register-orders.ts';
import { purposeTemplates } from '../../protocol/purpose-templates.ts';
import type { PurposeId, Retention } from '../../protocol/purposes.ts';
import { FaultFinder, type FieldFaults, type PerLanguage } from '../app/field-faults.ts';
import { type Party, readParties } from './party-list.tsx';
import { purposeOf, suggestedPurpose, withPurpose } from './notice-draft.ts';

/** One purpose's form, as typed. */
export interface PurposeAnswers {
  readonly plain: PerLanguage;
  readonly rule: PerLanguage;
  /** Working days or months; of a law's purpose the months its authority set, '' where none is known. */
  readonly term: string;
  readonly recipients: readonly Party[];
  /** The local authority's rule, for what the law asks; `localChecked` '' is today. */
  readonly localRule: string;
  readonly localArticle: string;
  readonly localEffective: string;
  readonly localTerm: string;
  readonly localChecked: string;
  /** How the register reaches the police: a `RegisterOrderId`, and the rule that asks for visa and entry, '' where none does. */
  readonly order: string;
  readonly entryRule: string;
}

/** The words the product suggests. */
export function suggestedWords(id: PurposeId): Pick<PurposeAnswers, 'plain' | 'rule'> {
  const words = (part: 'plain' | 'rule'): PerLanguage => ({
    'zh-Hans': noticeTextsIn['zh-Hans'].purposes[id][part],
    en: noticeTextsIn.en.purposes[id][part],
  });
  return { plain: words('plain'), rule: words('rule') };
}

/** A text in every language, falling back as guests' pages do. */
export function typedText(text: Localized): PerLanguage {
  return { 'zh-Hans': localized(text, 'zh-Hans'), en: localized(text, 'en') };
}

export function purposeAnswers(profile: PropertyProfile, id: PurposeId): PurposeAnswers {
  const purpose = purposeOf(profile, id) ?? suggestedPurpose(id);
  const local = localRuleOf(profile, id);
  const suggested = suggestedWords(id);
  const own = (part: 'plain' | 'rule'): PerLanguage => ({
    'zh-Hans': purpose.words?.['zh-Hans']?.[part] ?? suggested[part]['zh-Hans'],
    en: purpose.words?.en?.[part] ?? suggested[part].en,
  });
  return {
    plain: own('plain'),
    rule: own('rule'),
    term: termOf(purpose.retention),
    recipients: (purpose.recipients ?? []).map(({ name, contact, purpose: why, method }) => ({
      name,
      contact,
      purpose: typedText(why),
      detail: typedText(method),
    })),
    localRule: local?.rule ?? '',
    localArticle: local?.article ?? '',
    localEffective: local?.effective ?? '',
    localTerm: local?.term ?? '',
    localChecked: local?.enteredOn ?? '',
    order: profile.register?.order ?? 'neutral',
    entryRule: profile.register?.entryRule ?? '',
  };
}

function termOf(retention: Retention): string {
  switch (retention.kind) {
    case 'after-departure':
      return String(retention.workingDays);
    case 'until-withdrawn':
      return String(retention.monthsAfterStay);
    case 'statutory':
      return retention.months === undefined ? '' : String(retention.months);
    case 'until-date':
      return '';
  }
}

/** The profile with the answers in it, or what is wrong with them. `today` dates a local rule that changed. */
export function readPurposeAnswers(
  profile: PropertyProfile,
  id: PurposeId,
  answers: PurposeAnswers,
  today: string,
): { readonly faults: FieldFaults; readonly profile: PropertyProfile } {
  const finder = new FaultFinder();
  const { languages } = profile;
  const template = purposeTemplates[id];
  const retention = retentionOf(template.retention, answers.term, finder);
  if (template.basis === 'law') {
    const local = readLocalRule(localRuleOf(profile, id), answers, today, finder);
    const { minorsRule: _, ...rest } = withPurpose(profile, id, { id, retention });
    if (id === 'minors')
      return { faults: finder.faults, profile: local === null ? rest : { ...rest, minorsRule: local } };
    const next = { ...withPurpose(profile, id, { id, retention }), identityRule: local };
    return { faults: finder.faults, profile: withRegister(next, answers, finder) };
  }
  const plain = finder.lines('plain', answers.plain, languages, ownWordsLimit.plain);
  const rule = finder.lines('rule', answers.rule, languages, ownWordsLimit.rule);
  const suggested = suggestedWords(id);
  const asSuggested = languages.every(
    (one) => plain[one] === suggested.plain[one] && rule[one] === suggested.rule[one],
  );
  const words: NonNullable<ProfilePurpose['words']> = {};
  for (const language of languages) words[language] = { plain: plain[language] ?? '', rule: rule[language] ?? '' };
  const recipients = readParties('recipients', answers.recipients, languages, finder).map(
    ({ detail: method, ...party }) => ({ ...party, method }),
  );
  const purpose: ProfilePurpose = {
    id,
    retention,
    ...(asSuggested ? {} : { words }),
    ...(recipients.length === 0 ? {} : { recipients }),
  };
  return { faults: finder.faults, profile: withPurpose(profile, id, purpose) };
}

function retentionOf(retention: Retention, term: string, finder: FaultFinder): Retention {
  const number = Number(term);
  const { kind } = retention;
  switch (kind) {
    case 'until-date':
      // Its dates are a form of their own.
      return retention;
    case 'after-departure':
      return { kind, workingDays: number };
    case 'until-withdrawn':
      return { kind, monthsAfterStay: number };
    case 'statutory':
      if (term.trim() === '') return { kind };
      if (!Number.isInteger(number) || number < 1 || number > 120) finder.faults.set('term', 'wrong');
      return { kind, months: number };
  }
}

/** Null where no term is claimed. A term without its rule, or a rule without its date, would be a claim nobody stands for. */
function readLocalRule(
  before: LocalRule | null,
  { term: months, localRule, localArticle, localEffective, localTerm, localChecked }: PurposeAnswers,
  today: string,
  finder: FaultFinder,
): LocalRule | null {
  const typed = [months, localRule, localArticle, localEffective, localTerm];
  if (typed.every((one) => one.trim() === '')) return null;
  const [rule, term] = [finder.line('localRule', localRule, 200), finder.line('localTerm', localTerm, 120)];
  const article = localArticle.trim();
  if (article.length > 120) finder.faults.set('localArticle', 'long');
  // What was published before the date had a place of its own says it in the rule, for as long as that isn't touched.
  const old = before !== null && before.effective === undefined && before.rule === rule && before.term === term;
  const effective = localEffective.trim();
  if (effective !== '' || !old) finder.line('localEffective', effective, 10);
  const next = {
    rule,
    ...(article === '' ? {} : { article }),
    ...(effective === '' ? {} : { effective }),
    term,
    enteredOn: localChecked.trim(),
  };
  const same = before !== null && sameRule(before, { ...next, enteredOn: before.enteredOn });
  const stale = next.enteredOn === '' || (!same && next.enteredOn === before?.enteredOn);
  return { ...next, enteredOn: stale ? today : next.enteredOn };
}

function sameRule(one: LocalRule, other: LocalRule): boolean {
  return (['rule', 'article', 'effective', 'term', 'enteredOn'] as const).every((part) => one[part] === other[part]);
}

/** As it is where nothing was set, so that an untouched profile stays the same to the letter. */
function withRegister(
  profile: PropertyProfile,
  { order, entryRule }: PurposeAnswers,
  finder: FaultFinder,
): PropertyProfile {
  const { register: _, ...rest } = profile;
  const parsed = z.enum(registerOrderIds).safeParse(order);
  const rule = entryRule.trim() === '' ? null : finder.line('entryRule', entryRule, 200);
  const chosen = parsed.success ? parsed.data : 'neutral';
  return chosen === 'neutral' && rule === null ? rest : { ...rest, register: { order: chosen, entryRule: rule } };
}
