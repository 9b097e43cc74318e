/**
 * Chooses the language to show: the first of the reader's languages that is available, in the reader's order.
 * Tags are compared by language, and for Chinese by script (Taiwan, Hong Kong and Macau read traditional characters;
 * BCP 47, RFC 4647 lookup). Chinese in the other script is still better than English. With no match: English when it is
 * available, else the first available.
 *
 * @throws RangeError when nothing is available
 */
export function pickLanguage<L extends string>(available: readonly L[], readerLanguages: readonly string[]): L {
  const [first] = available;
  if (first === undefined) throw new RangeError('no language is available');
  for (const wanted of readerLanguages) {
    const match =
      available.find((language) => languageKey(language) === languageKey(wanted)) ??
      available.find((language) => baseLanguage(language) === baseLanguage(wanted));
    if (match !== undefined) return match;
  }
  return available.find((language) => baseLanguage(language) === 'en') ?? first;
}

function baseLanguage(tag: string): string {
  return tag.toLowerCase().split(/[-_]/)[0] ?? '';
}

function languageKey(tag: string): string {
  const parts = tag.toLowerCase().split(/[-_]/);
  const base = parts[0] ?? '';
  if (base !== 'zh') return base;
  if (parts.includes('hant')) return 'zh-hant';
  if (parts.includes('hans')) return 'zh-hans';
  return parts.some((part) => part === 'tw' || part === 'hk' || part === 'mo') ? 'zh-hant' : 'zh-hans';
}
