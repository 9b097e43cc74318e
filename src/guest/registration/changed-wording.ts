import type { Language } from '../../protocol/languages.ts';
import type { Manifest } from '../../protocol/manifest.ts';
import { type PurposeId, purposeIds } from '../../protocol/purposes.ts';
import { compareWords } from '../../protocol/words-changed.ts';
import { type Choices, purposesChosen } from './choices.ts';

/**
 * The purposes a guest has to be asked about again because the hotel published newer rules while they filled in the form: a yes
 * whose words changed (PIPL 14), a purpose that wasn't there before, and what was filled in for a temporary rule another has replaced.
 * A no stays a no, and keys may change without asking.
 */
export function changedWording(
  before: Manifest,
  after: Manifest,
  language: Language,
  choices: Choices,
): readonly PurposeId[] {
  const chosen = purposesChosen(choices, before.purposes);
  return purposeIds.filter((id) => {
    if (id === 'temporary') return choices.temporary === 'here' && ruleReplaced(before, after);
    const change = compareWords(before, after, id, language);
    return change === 'new' || (change === 'changed' && chosen.includes(id));
  });
}

/** Whether today's temporary rule is another one: an answer to the one before isn't one to it. False where none is left to answer. */
export function ruleReplaced(before: Manifest, after: Manifest): boolean {
  const [then, now] = [before, after].map(({ purposes }) => purposes.find(({ id }) => id === 'temporary')?.rule);
  return now !== undefined && then !== now;
}
