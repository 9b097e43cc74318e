import type { Language } from '../../protocol/languages.ts';
import type { Manifest } from '../../protocol/manifest.ts';
import { type PurposeId, purposeIds } from '../../protocol/purposes.ts';
import { compareWords } from '../../protocol/words-changed.ts';
import { type Choices, purposesChosen } from './choices.ts';

/**
 * The purposes a guest has to be asked about again because the hotel published newer rules while they filled in the form: a yes
 * whose words changed (PIPL 14), and a purpose that wasn't there before. A no stays a no, and keys may change without asking.
 */
export function changedWording(
  before: Manifest,
  after: Manifest,
  language: Language,
  choices: Choices,
): readonly PurposeId[] {
  const chosen = purposesChosen(choices, before.purposes);
  return purposeIds.filter((id) => {
    const change = compareWords(before, after, id, language);
    return change === 'new' || (change === 'changed' && chosen.includes(id));
  });
}
