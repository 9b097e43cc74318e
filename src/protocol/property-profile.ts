import * as z from 'zod/mini';
import { languageSchema, localizedSchema } from './languages.ts';
import { purposeIdSchema, retentionSchema } from './purposes.ts';

const line = (most: number) => z.string().check(z.trim(), z.minLength(1), z.maxLength(most));

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
    .check(z.minLength(1), z.maxLength(8)),
  languages: z.array(languageSchema).check(z.minLength(1)),
  jurisdiction: z.string().check(z.regex(/^CN-[0-9A-Z]{2}$/)),
  purposes: z.array(z.strictObject({ id: purposeIdSchema, retention: retentionSchema })).check(z.minLength(1)),
  /** Where envelopes are stored, as shown to guests ("on our own server in Guangzhou"). */
  storage: localizedSchema,
  /**
   * The rule a local authority set for identity registers, entered by the owner; until then the notice says how the term is determined.
   */
  identityRule: z.nullable(z.strictObject({ rule: line(200), term: line(120), enteredOn: z.string() })),
});
export type PropertyProfile = z.infer<typeof propertyProfileSchema>;
