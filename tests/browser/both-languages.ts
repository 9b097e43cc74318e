/** Of a test that only the long run does: `npm run test:slow`. */
export const longRun = '@long-run';

export interface Walk {
  readonly language: 'zh' | 'en';
  readonly locale: 'zh-CN' | 'en-GB';
  /** What `test.describe` is told of it. */
  readonly run: { readonly tag: string[] };
}

const locales = { zh: 'zh-CN', en: 'en-GB' } as const;

/**
 * The same walk in both languages: in the first one in every run, in the other in the long run, where it proves the words and the room
 * they take. The walks take turns at which comes first; where a phone's width is looked at it is English, whose words are longer. A walk that differs by language in more than its words is done in both every time.
 */
export function bothLanguages(first: Walk['language']): readonly Walk[] {
  const second = first === 'zh' ? 'en' : 'zh';
  return [
    { language: first, locale: locales[first], run: { tag: [] } },
    { language: second, locale: locales[second], run: { tag: [longRun] } },
  ];
}
