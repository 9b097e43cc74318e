import * as z from 'zod/mini';
import { localizedSchema } from './languages.ts';
import type { Manifest } from './manifest.ts';
import type { NoticePurpose } from './notice.ts';
import type { FieldId, Retention } from './purposes.ts';
import { addDays, dateSchema, toDate } from './time.ts';

/**
 * Most days from today a temporary rule may be entered for, and most days after its end its details may be kept. A year is longer than
 * any such rule should stand without somebody looking at it again; whoever needs more enters the rule that says so.
 */
export const temporaryLimits = { askedDays: 366, keptDays: 60 } as const;

/** What such a rule may ask for. Closed and small: where somebody has been by province or country, and one of three answers on health. */
export const temporaryFields = ['itinerary', 'health'] as const satisfies readonly FieldId[];

/** Days before the arrival an itinerary may be asked for. */
export const itineraryDays = [7, 14, 21, 28] as const;

/** The rule a temporary purpose rests on, as the owner entered it (PIPL 13(1)(3)). Without one there is no such purpose. */
export const temporaryRuleSchema = z.strictObject({
  name: localizedSchema,
  article: localizedSchema,
  /** Who issued it; the only one its details are passed to. */
  authority: localizedSchema,
  issuedOn: dateSchema,
  enteredOn: dateSchema,
  /** Sequence of the manifest that brought it: what was told on an older notice rests on another rule. Absent before it is published. */
  since: z.optional(z.int().check(z.gte(1))),
  fields: z.array(z.enum(temporaryFields)).check(z.minLength(1), z.maxLength(temporaryFields.length)),
  days: z.union(itineraryDays.map((days) => z.literal(days))),
});
export type TemporaryRule = z.infer<typeof temporaryRuleSchema>;

export type UntilDate = Extract<Retention, { readonly kind: 'until-date' }>;

/** The dates of a rule that is asked for up to and on `asked` and kept so many days longer. */
export function untilDate(asked: string, kept: number): UntilDate {
  return { kind: 'until-date', asked, erased: addDays(asked, 1 + kept) };
}

/** Days the details are kept after the last day they are asked for. */
export function keptDays({ asked, erased }: UntilDate): number {
  return Math.round((Date.parse(erased) - Date.parse(asked)) / 86_400_000) - 1;
}

/** What makes a rule another one than before, in the language of a notice; its SHA-256 is in the manifest. */
export function ruleText({ citations: [rule] }: Pick<NoticePurpose, 'citations'>): string {
  return JSON.stringify([rule?.law, rule?.article, rule?.effective]);
}

/** Whether what was told on a notice of that version rests on this rule, and not on one it replaced. A version nobody knows does not. */
export function restsOnRule({ since = 1 }: Pick<TemporaryRule, 'since'>, version: number | undefined): boolean {
  return version !== undefined && version >= since;
}

/**
 * Whether two notices rest what they ask on the same rule, as far as it can be seen in notices of different languages: a rule never
 * lasts longer than it said.
 */
export function sameRuleRead(read: NoticePurpose, today: NoticePurpose, sameLanguage: boolean): boolean {
  const [then, now] = [read, today].map(({ retention }) => (retention.kind === 'until-date' ? retention.erased : ''));
  const [issuedThen, issuedNow] = [read, today].map(({ citations: [rule] }) => rule?.effective);
  if (sameLanguage) return ruleText(read) === ruleText(today);
  return issuedThen === issuedNow && then !== undefined && now !== undefined && then >= now;
}

type Published = Pick<Manifest, 'purposes'>;
const temporaryOf = ({ purposes }: Published) => purposes.find(({ id }) => id === 'temporary');

/**
 * The sequence a published rule has to say it holds since: that of the manifest that brings it, or what it said before where it is the
 * same rule. `known` is the rule of the profile before.
 */
export function ruleSince(
  next: Published & Pick<Manifest, 'sequence'>,
  before: Published | null,
  known: Pick<TemporaryRule, 'since'> | undefined,
): number {
  const same = before !== null && temporaryOf(before)?.rule === temporaryOf(next)?.rule;
  return same && known !== undefined ? (known.since ?? 1) : next.sequence;
}

/**
 * Whether a profile's rule tells truly since when it holds, and a new one is of no day to come: by `since` every day of erasure finds the
 * rule a guest read. Returns the place of what is wrong, or null. `now` in milliseconds.
 */
export function checkRuleDates(
  next: Published & Pick<Manifest, 'sequence'>,
  rule: TemporaryRule | undefined,
  before: { readonly manifest: Published; readonly rule: TemporaryRule | undefined } | null,
  now: number,
): string | null {
  if (rule === undefined) return null;
  const since = ruleSince(next, before?.manifest ?? null, before?.rule);
  if ((rule.since ?? 1) !== since) return 'profile.purposes.temporary.rule.since';
  if (since !== next.sequence) return null;
  const today = toDate(now);
  const wrong = (['issuedOn', 'enteredOn'] as const).find((one) => rule[one] > today);
  return wrong === undefined ? null : `profile.purposes.temporary.rule.${wrong}`;
}

/**
 * Whether the next manifest may follow as far as its temporary purpose goes: a new rule ends in the future and within the ceiling; one
 * that runs may end earlier, never later, unless it is another rule; and while there may be details to erase it stays in the manifest,
 * which is where the day they go stands. Returns the place of what is wrong, or null.
 */
export function checkTemporary(next: Published, before: Published | null, now: number): string | null {
  const [current, then] = [temporaryOf(next), before === null ? undefined : temporaryOf(before)];
  const today = toDate(now);
  for (const { id, retention, rule } of next.purposes)
    if ((retention.kind === 'until-date') !== (id === 'temporary') || (rule !== undefined) !== (id === 'temporary'))
      return `purposes.${id}.retention`;
  if (current === undefined) {
    const due = then?.retention.kind === 'until-date' ? then.retention.erased : '';
    return due > today ? 'purposes.temporary' : null;
  }
  if (current.retention.kind !== 'until-date') return 'purposes.temporary.retention';
  const { asked, erased } = current.retention;
  const kept = keptDays(current.retention);
  if (kept < 0 || kept > temporaryLimits.keptDays) return 'purposes.temporary.retention.erased';
  if (then?.retention.kind === 'until-date' && then.rule === current.rule) {
    const later = asked > then.retention.asked || erased > then.retention.erased;
    return later ? 'purposes.temporary.retention.asked' : null;
  }
  const wrong = asked < today || asked > addDays(today, temporaryLimits.askedDays);
  return wrong ? 'purposes.temporary.retention.asked' : null;
}
