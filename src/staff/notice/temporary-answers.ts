import * as z from 'zod/mini';
import { type Language, languages as allLanguages, localized } from '../../protocol/languages.ts';
import type { PropertyProfile } from '../../protocol/property-profile.ts';
import {
  itineraryDays,
  keptDays,
  temporaryFields,
  temporaryLimits,
  type TemporaryRule,
  untilDate,
} from '../../protocol/temporary-rule.ts';
import { addDays, dateSchema } from '../../protocol/time.ts';
import { FaultFinder, type FieldFaults, nothingTyped, type PerLanguage } from '../app/field-faults.ts';
import { purposeOf, withPurpose } from './notice-draft.ts';
import { typedText } from './purpose-answers.ts';

/** A temporary rule's form, as typed. */
export interface TemporaryAnswers {
  readonly name: PerLanguage;
  readonly article: PerLanguage;
  readonly authority: PerLanguage;
  readonly issuedOn: string;
  /** The last day it is asked. */
  readonly asked: string;
  readonly keptDays: string;
  readonly itinerary: boolean;
  readonly health: boolean;
  readonly days: string;
}

const texts = { name: 120, article: 60, authority: 120 } as const;

/** Nothing is suggested: neither the rule nor its end is the product's to know. */
export function temporaryAnswers(profile: PropertyProfile): TemporaryAnswers {
  const { rule, retention } = purposeOf(profile, 'temporary') ?? {};
  const dated = retention?.kind === 'until-date' ? retention : undefined;
  return {
    name: rule === undefined ? nothingTyped : typedText(rule.name),
    article: rule === undefined ? nothingTyped : typedText(rule.article),
    authority: rule === undefined ? nothingTyped : typedText(rule.authority),
    issuedOn: rule?.issuedOn ?? '',
    asked: dated?.asked ?? '',
    keptDays: dated === undefined ? '0' : String(keptDays(dated)),
    itinerary: rule?.fields.includes('itinerary') ?? false,
    health: rule?.fields.includes('health') ?? false,
    days: String(rule?.days ?? itineraryDays[1]),
  };
}

/**
 * The profile with the answers in it, or what is wrong with them. `published` is the profile in force: a rule that is in force there may
 * be ended earlier, and lasts longer only as another rule.
 */
export function readTemporaryAnswers(
  profile: PropertyProfile,
  published: PropertyProfile,
  answers: TemporaryAnswers,
  today: string,
): { readonly faults: FieldFaults; readonly profile: PropertyProfile } {
  const finder = new FaultFinder();
  const { languages } = profile;
  const read = (part: keyof typeof texts) => finder.lines(part, answers[part], languages, texts[part]);
  const before = purposeOf(published, 'temporary');
  const kept = Number(answers.keptDays);
  if (!/^\d+$/.test(answers.keptDays.trim()) || kept > temporaryLimits.keptDays) finder.faults.set('keptDays', 'wrong');
  const fields = temporaryFields.filter((field) => answers[field]);
  if (fields.length === 0) finder.faults.set('fields', 'missing');
  const days = z.union(itineraryDays.map((each) => z.literal(each))).safeParse(Number(answers.days));
  const rule: TemporaryRule = {
    name: read('name'),
    article: read('article'),
    authority: read('authority'),
    issuedOn: date('issuedOn', answers.issuedOn),
    enteredOn: today,
    fields,
    days: days.data ?? itineraryDays[1],
  };
  if (rule.issuedOn > today) finder.faults.set('issuedOn', 'wrong');
  const asked = date('asked', answers.asked);
  const known = before?.rule !== undefined && sameRule(before.rule, rule, languages) ? before : null;
  const latest =
    known?.retention.kind === 'until-date' ? known.retention.asked : addDays(today, temporaryLimits.askedDays);
  if (!finder.faults.has('asked') && (asked < today || asked > latest)) finder.faults.set('asked', 'wrong');
  if (finder.faults.size > 0) return { faults: finder.faults, profile };
  const { enteredOn = today, since } = known?.rule ?? {};
  const retention = untilDate(asked, kept);
  if (known?.retention.kind === 'until-date' && retention.erased > known.retention.erased)
    finder.faults.set('keptDays', 'wrong');
  const purpose = {
    id: 'temporary' as const,
    retention,
    rule: { ...rule, enteredOn, ...(since === undefined ? {} : { since }) },
  };
  return { faults: finder.faults, profile: withPurpose(profile, 'temporary', purpose) };

  function date(path: string, typed: string): string {
    if (typed === '') finder.faults.set(path, 'missing');
    else if (!dateSchema.safeParse(typed).success) finder.faults.set(path, 'wrong');
    return typed;
  }
}

/** Ends a rule that runs: from the publication on nobody is asked, and what was told goes as many days later as the rule says. */
export function endedNow(profile: PropertyProfile, published: PropertyProfile, today: string): PropertyProfile {
  const before = purposeOf(published, 'temporary');
  if (before?.retention.kind !== 'until-date') return withPurpose(profile, 'temporary', null);
  const { asked } = before.retention;
  const yesterday = addDays(today, -1);
  const retention = untilDate(asked < yesterday ? asked : yesterday, keptDays(before.retention));
  return withPurpose(profile, 'temporary', { ...before, retention });
}

/** As the manifest tells rules apart: by name, article and date, in the notice's first language. */
function sameRule(one: TemporaryRule, other: TemporaryRule, languages: readonly Language[]): boolean {
  const first = allLanguages.find((language) => languages.includes(language)) ?? allLanguages[0];
  const key = ({ name, article, issuedOn }: TemporaryRule) =>
    JSON.stringify([localized(name, first), localized(article, first), issuedOn]);
  return key(one) === key(other);
}
