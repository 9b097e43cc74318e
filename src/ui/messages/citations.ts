import type { Language } from '../../protocol/languages.ts';

/** How each language writes a law and its article, for a screen that shows another language than its own; the same as in its notice. */
export const citations: Readonly<Record<Language, (law: string, article: string) => string>> = {
  'zh-Hans': (law, article) => `《${law.replace(/^《|》$/g, '')}》${article}`,
  en: (law, article) => `${law}, ${article}`,
};
