import { type Language, type Localized, localized } from './languages.ts';
import type { Citation, NoticePurpose } from './notice.ts';
import type { NoticeTexts } from './notice-texts/notice-texts.ts';
import { Refusal } from './problems.ts';

/** The names of a purpose's fields as one phrase. */
export function itemList(items: NoticePurpose['items'], texts: NoticeTexts): string {
  const labels = (oneOf: boolean) =>
    items.filter(({ need }) => (need === 'contact') === oneOf).map(({ label }) => label);
  return texts.fieldList(labels(false), labels(true));
}

/** A rule, with the word that not all of it could be checked where it couldn't. */
export function withCertainty(rule: string, citations: readonly Citation[], texts: NoticeTexts): string {
  return citations.every(({ certainty }) => certainty === 'V') ? rule : texts.unchecked(rule);
}

/** What the owner wrote, in a language or the nearest. Throws Refusal `malformed` where it is nowhere. */
export function ownText(text: Localized, language: Language, place: string): string {
  const found = localized(text, language);
  if (found === '') throw new Refusal('malformed', `profile.${place}`);
  return found;
}

const controls = /[\p{Cc}\p{Zl}\p{Zp}\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069]+/gu;
const rightToLeft = /[\u0590-\u08FF\uFB1D-\uFDFF\uFE70-\uFEFC\u{10800}-\u{10FFF}\u{1E800}-\u{1EFFF}]/u;

/** One line without control characters; right-to-left text is isolated (UAX #9: FSI … PDI) so that it stays in its place. */
export function inSentence(text: string): string {
  const line = text.replaceAll(controls, ' ').trim();
  return rightToLeft.test(line) ? `\u2068${line}\u2069` : line;
}
