import * as z from 'zod/mini';
import { languageSchema } from './languages.ts';

/** A JWS in compact form, as long as a manifest may be. */
export const manifestTextSchema = z.string().check(z.maxLength(64_000));

/** A manifest with its notice in one language; what the welcome page embeds and a phone fetches again before sealing. */
export const publishedSchema = z.object({ manifest: manifestTextSchema, language: languageSchema, notice: z.string() });
export type Published = z.infer<typeof publishedSchema>;
