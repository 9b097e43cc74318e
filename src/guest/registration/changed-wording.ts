import type { Language } from '../../protocol/languages.ts';
import type { Manifest } from '../../protocol/manifest.ts';
import { type PurposeId, purposeIds } from '../../protocol/purposes.ts';
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
    const now = after.purposes.find((purpose) => purpose.id === id);
    if (now?.basis !== 'consent') return false;
    const then = before.purposes.find((purpose) => purpose.id === id);
    if (then?.basis !== 'consent') return true;
    return chosen.includes(id) && then.wording[language] !== now.wording[language];
  });
}
