import * as z from 'zod/mini';

/** BCP 47 tags of the languages the product speaks completely. More are added here and in the text folders, nowhere else. */
export const languages = ['zh-Hans', 'en'] as const;
export type Language = (typeof languages)[number];
export const languageSchema = z.enum(languages);

/** A text the owner wrote, per language; at least one is present. */
export const localizedSchema = z.partialRecord(
  languageSchema,
  z.string().check(z.trim(), z.minLength(1), z.maxLength(300)),
);
export type Localized = z.infer<typeof localizedSchema>;

/** The owner's text in `language`, else in simplified Chinese, else in whichever language it was written; '' when nowhere. */
export function localized(text: Localized, language: Language): string {
  return text[language] ?? text['zh-Hans'] ?? Object.values(text)[0] ?? '';
}
