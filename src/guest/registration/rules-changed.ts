import { isAsked } from '../../protocol/asked-now.ts';
import type { Language } from '../../protocol/languages.ts';
import type { Manifest } from '../../protocol/manifest.ts';
import { type PurposeId, purposeIds } from '../../protocol/purposes.ts';
import { compareLaw, compareWords, tellsTheSame } from '../../protocol/words-changed.ts';
import { type Choices, placedPurposes, purposesChosen } from './choices.ts';

/** What a guest has to be told and asked because the hotel published newer rules than they were shown. */
export interface RulesChanged {
  /** A yes whose words changed (PIPL 14), and a purpose that wasn't there before. A no stays a no. */
  readonly ask: readonly PurposeId[];
  /** What a law asks of everybody since then: never a yes or no, but here or at the desk. */
  readonly place: readonly (typeof placedPurposes)[number][];
  /** What was filled in has to be looked through: something is asked that wasn't, or isn't any more. */
  readonly refill: boolean;
}

/**
 * Holds the rules a guest was shown against today's. Null where every word is the one they were shown (keys may be others): then
 * nothing is asked, and what was shown then is what holds now.
 *
 * @param now milliseconds
 */
export function rulesChanged(
  before: Manifest,
  after: Manifest,
  language: Language,
  choices: Choices,
  now: number,
): RulesChanged | null {
  const chosen = purposesChosen(choices, before.purposes);
  const ask = purposeIds.filter((id) => {
    const change = compareWords(before, after, id, language);
    return change === 'new' || (change === 'changed' && chosen.includes(id));
  });
  const place = placedPurposes.filter((id) => {
    const today = after.purposes.find((purpose) => purpose.id === id);
    return today !== undefined && isAsked(today, now) && compareLaw(before, after, id, language) === 'new';
  });
  if (ask.length === 0 && place.length === 0 && tellsTheSame(before, after, language)) return null;
  const ends = chosen.some((id) => !purposesChosen(choices, after.purposes).includes(id));
  return { ask, place, refill: ask.length + place.length > 0 || ends };
}

/** The choices after what was asked anew has been answered. What was left open is a no, or the desk. */
export function answeredAnew(choices: Choices, { ask, place }: RulesChanged, answers: Choices): Choices {
  const said = ask.map((id) => [id, answers.answers[id] ?? 'no'] as const);
  const placed = place.map((id) => [id, answers[id] ?? null] as const);
  return {
    ...choices,
    ...Object.fromEntries(placed),
    answers: { ...choices.answers, ...Object.fromEntries(said) },
  };
}
