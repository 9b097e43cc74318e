import type { Language } from './languages.ts';
import { lawsCheckedOn } from './laws.ts';
import type { Citation } from './notice.ts';
import type { RetentionClassId } from './retention-classes.ts';

/** A term somebody has claimed for one class of records in one place. None of them holds until an owner has confirmed it. */
export interface SuggestedTerm {
  /** ISO 3166-2, as a property's `jurisdiction`. */
  readonly region: string;
  /** The place within it that the figure is said to be for. */
  readonly place: Readonly<Record<Language, string>>;
  readonly class: RetentionClassId;
  /** After the check-out. */
  readonly months: number;
  /** Where the figure comes from. The rule itself is for the owner to find and enter. */
  readonly source: Readonly<Record<Language, string>>;
  /** Never `V`: what was read in a law's own text is not a suggestion. */
  readonly certainty: Exclude<Citation['certainty'], 'V'>;
  readonly checkedOn: string;
}

const guide = { 'zh-Hans': '一份行业指南的说法，没有查到依据', en: 'a trade guide says so; no basis was found' };
const checkedOn = lawsCheckedOn;

const terms: readonly SuggestedTerm[] = [
  {
    region: 'CN-44',
    place: { 'zh-Hans': '深圳', en: 'Shenzhen' },
    class: 'identity',
    months: 6,
    source: guide,
    certainty: '?',
    checkedOn,
  },
  {
    region: 'CN-11',
    place: { 'zh-Hans': '北京', en: 'Beijing' },
    class: 'identity',
    months: 12,
    source: guide,
    certainty: '?',
    checkedOn,
  },
  {
    region: 'CN-11',
    place: { 'zh-Hans': '北京', en: 'Beijing' },
    class: 'identity',
    months: 36,
    source: { 'zh-Hans': '一项北京旧规定，只见于二手资料', en: 'an old rule of Beijing, known from second hand only' },
    certainty: 'S',
    checkedOn,
  },
  {
    region: 'CN-31',
    place: { 'zh-Hans': '上海', en: 'Shanghai' },
    class: 'identity',
    months: 24,
    source: guide,
    certainty: '?',
    checkedOn,
  },
];

/** What has been claimed for a class of records in a region. For owners' eyes: guests are never told of it. */
export function suggestedTerms(region: string, of: RetentionClassId): readonly SuggestedTerm[] {
  return terms.filter((term) => term.region === region && term.class === of);
}
