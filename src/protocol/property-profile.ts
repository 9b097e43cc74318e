import * as z from 'zod/mini';
import { languageSchema, localizedSchema } from './languages.ts';
import { registerOrderIds } from './register-orders.ts';
import type { RetentionClassId } from './retention-classes.ts';
import { purposeIdSchema, retentionSchema } from './purposes.ts';
import { temporaryRuleSchema } from './temporary-rule.ts';
import { dateSchema } from './time.ts';

const line = (most: number) => z.string().check(z.trim(), z.minLength(1), z.maxLength(most));

/** Most characters of a purpose's plain words, and of its exact rule, as an owner may write them. */
export const ownWordsLimit = { plain: 400, rule: 1200 } as const;

/** Most of each list an owner can keep. */
export const profileLimits = { complaints: 8, processors: 8, recipients: 6 } as const;

/** The owner's own words for a purpose in one language, in place of the product's. */
const ownWordsSchema = z.strictObject({ plain: line(ownWordsLimit.plain), rule: line(ownWordsLimit.rule) });

/** Somebody who gets a purpose's details for their own ends (PIPL 23): part of what a guest says yes to. */
const profileRecipientSchema = z.strictObject({
  name: line(120),
  contact: line(120),
  purpose: localizedSchema,
  method: localizedSchema,
});

/** Somebody who works for the hotel with what is stored, as a hosting provider does (PIPL 21): named, but no reason to ask again. */
const profileProcessorSchema = z.strictObject({
  name: line(120),
  contact: line(120),
  purpose: localizedSchema,
  place: localizedSchema,
});

const profilePurposeSchema = z.strictObject({
  id: purposeIdSchema,
  retention: retentionSchema,
  /** In every language of the hotel or in none; only for uses that rest on consent. */
  words: z.optional(z.partialRecord(languageSchema, ownWordsSchema)),
  recipients: z.optional(z.array(profileRecipientSchema).check(z.maxLength(profileLimits.recipients))),
  /** Of the temporary purpose, which rests on nothing else. */
  rule: z.optional(temporaryRuleSchema),
});
export type ProfilePurpose = z.infer<typeof profilePurposeSchema>;

/**
 * A rule a local authority set for how long something is kept, as the owner confirmed it: which rule, which article of it, since when it
 * is in force, what it says of the term, and `enteredOn`, the day somebody last compared it with its text. What was published before
 * article and date had places of their own may have both in `rule`.
 */
const localRuleSchema = z.strictObject({
  rule: line(200),
  article: z.optional(line(120)),
  effective: z.optional(dateSchema),
  term: line(120),
  enteredOn: z.string(),
});
export type LocalRule = z.infer<typeof localRuleSchema>;

/**
 * What the owner says of the hotel. Public: all of it appears in the notice.
 * `jurisdiction` is an ISO 3166-2 code such as CN-44. `siteName` is the short address people can compare with the poster.
 */
export const propertyProfileSchema = z.strictObject({
  name: localizedSchema,
  address: localizedSchema,
  contact: line(120),
  /** The person responsible for personal information (PIPL 52), or whoever answers for it in a small hotel. */
  officer: z.strictObject({ name: line(60), contact: line(120) }),
  /** Where to complain; suggested figures of the notice texts, editable. */
  complaints: z
    .array(z.strictObject({ name: localizedSchema, contact: line(120) }))
    .check(z.minLength(1), z.maxLength(profileLimits.complaints)),
  languages: z.array(languageSchema).check(z.minLength(1)),
  jurisdiction: z.string().check(z.regex(/^CN-[0-9A-Z]{2}$/)),
  purposes: z.array(profilePurposeSchema).check(z.minLength(1)),
  /** Where envelopes are stored, as shown to guests ("on our own server in Guangzhou"). */
  storage: localizedSchema,
  /**
   * The rule a local authority set for identity registers, entered by the owner; until then the notice says how the term is determined.
   */
  identityRule: z.nullable(localRuleSchema),
  /** The same for the details of minors. */
  minorsRule: z.optional(localRuleSchema),
  /**
   * How the identity register reaches the police's system. `entryRule` is the local rule by which a foreign passport's visa and entry
   * are asked for, as the owner entered it; null where none does, and then nobody enters them.
   */
  register: z.optional(z.strictObject({ order: z.enum(registerOrderIds), entryRule: z.nullable(line(200)) })),
  processors: z.optional(z.array(profileProcessorSchema).check(z.maxLength(profileLimits.processors))),
});
export type PropertyProfile = z.infer<typeof propertyProfileSchema>;

/** The local rule a purpose's term rests on; null where none was entered. */
export function localRuleOf(
  { identityRule, minorsRule }: Pick<PropertyProfile, 'identityRule' | 'minorsRule'>,
  id: RetentionClassId,
): LocalRule | null {
  if (id === 'identity') return identityRule;
  return id === 'minors' ? (minorsRule ?? null) : null;
}
