import type { StandingDecision } from './consent-state.ts';
import type { Language } from './languages.ts';
import type { Manifest } from './manifest.ts';
import type { PurposeId } from './purposes.ts';

/**
 * What became of a purpose's words between two manifests, in one language. `retired`: it isn't offered any more. `new`: it wasn't.
 * Words are compared by hash, so an edit anywhere else in the notice changes nothing here. This is the one place that decides it.
 */
export function compareWords(
  before: Pick<Manifest, 'purposes'>,
  after: Pick<Manifest, 'purposes'>,
  purpose: PurposeId,
  language: Language,
): 'same' | 'changed' | 'new' | 'retired' | 'absent' {
  const [then, now] = [wordingIn(before, purpose, language), wordingIn(after, purpose, language)];
  if (then === undefined) return now === undefined ? 'absent' : 'new';
  if (now === undefined) return 'retired';
  return then === now ? 'same' : 'changed';
}

/** Whether a decision was on other words than today's. False where today has none to compare it with: nothing can be asked then. */
export function wordsChanged(
  { purpose, wording, notice }: Pick<StandingDecision, 'purpose' | 'wording' | 'notice'>,
  today: Pick<Manifest, 'purposes'>,
): boolean {
  const now = wordingIn(today, purpose, notice.language);
  return now !== undefined && now !== wording;
}

function wordingIn(
  { purposes }: Pick<Manifest, 'purposes'>,
  purpose: PurposeId,
  language: Language,
): string | undefined {
  const found = purposes.find(({ id }) => id === purpose);
  return found?.basis === 'consent' ? found.wording[language] : undefined;
}
