import * as z from 'zod/mini';
import { provinceCodes } from '../protocol/provinces.ts';
import { limits } from './limits.ts';
import { nationalities } from './nationality.ts';

const listed = new Set<string>([...provinceCodes, ...nationalities.filter((code) => code !== 'CN')]);

/** A place of an itinerary: a province of the mainland (ISO 3166-2), or another country or region (ISO 3166-1 alpha-2). */
export const placeSchema = z.string().check(z.refine((code) => listed.has(code)));

/** The one of three answers about health. */
export const healthAnswers = ['well', 'symptoms', 'contact'] as const;
export const healthAnswerSchema = z.enum(healthAnswers);

/** What a temporary rule asked a guest, as far as it did: no places where it doesn't ask where they have been, null where not how they are. */
export const temporaryDetailsSchema = z.object({
  places: z.array(placeSchema).check(z.maxLength(limits.places)),
  health: z.nullable(healthAnswerSchema),
});
export type TemporaryDetails = z.infer<typeof temporaryDetailsSchema>;
