import type { StandingDecision } from './consent-state.ts';
import type { Language } from './languages.ts';
import type { Manifest, ManifestPurpose } from './manifest.ts';
import type { PurposeId } from './purposes.ts';

/** What became of words between two manifests, in one language. `retired`: they aren't there any more. `new`: they weren't. */
export type WordsChange = 'same' | 'changed' | 'new' | 'retired' | 'absent';

type Purposes = Pick<Manifest, 'purposes'>;

/**
 * What became of the words of a purpose that is asked about. Words are compared by hash, so an edit anywhere else in the notice changes
 * nothing here. This is the one place that decides who is asked again (PIPL 14); what a law asks is `absent` here.
 */
export function compareWords(before: Purposes, after: Purposes, purpose: PurposeId, language: Language): WordsChange {
  const wordsIn = (manifest: Purposes) => find(manifest, purpose, 'consent')?.wording[language];
  return compare(wordsIn(before), wordsIn(after));
}

/**
 * What became of the words of what a law asks: nobody agrees to it, and everybody is told before they tell anything (PIPL 13, 17).
 * A temporary purpose on another rule than before is `new`, whatever its words. What is asked about is `absent` here.
 */
export function compareLaw(before: Purposes, after: Purposes, purpose: PurposeId, language: Language): WordsChange {
  const [then, now] = [find(before, purpose, 'law'), find(after, purpose, 'law')];
  if (then?.rule !== now?.rule && then !== undefined && now !== undefined) return 'new';
  return compare(then?.wording[language], now?.wording[language]);
}

/**
 * Whether whoever was shown the one notice was told everything the other says (PIPL 17), in one language: who collects, each purpose,
 * storage, rights. Notices are compared by the hash of their exact text; keys may be others. False where today has none.
 */
export function tellsTheSame(
  before: Pick<Manifest, 'notices'>,
  after: Pick<Manifest, 'notices'>,
  language: Language,
): boolean {
  const now = after.notices[language];
  return now !== undefined && now.hash === before.notices[language]?.hash;
}

/** Whether a decision was on other words than today's. False where today has none to compare it with: nothing can be asked then. */
export function wordsChanged(
  { purpose, wording, notice }: Pick<StandingDecision, 'purpose' | 'wording' | 'notice'>,
  today: Purposes,
): boolean {
  const now = find(today, purpose, 'consent')?.wording[notice.language];
  return now !== undefined && now !== wording;
}

function find(
  { purposes }: Purposes,
  purpose: PurposeId,
  basis: ManifestPurpose['basis'],
): ManifestPurpose | undefined {
  return purposes.find((one) => one.id === purpose && one.basis === basis);
}

function compare(then: string | undefined, now: string | undefined): WordsChange {
  if (then === undefined) return now === undefined ? 'absent' : 'new';
  if (now === undefined) return 'retired';
  return then === now ? 'same' : 'changed';
}
