import type { CheckedPublished } from './check-published.ts';
import type { Choices } from './choices.ts';
import { type RulesChanged, rulesChanged } from './rules-changed.ts';

/** Rules a guest hasn't been shown yet, beside those they have. */
export interface News {
  readonly shown: Pick<CheckedPublished, 'notice' | 'signed'>;
  readonly today: CheckedPublished;
  readonly changed: RulesChanged;
}

/** What a guest has said once they were told. */
export interface Told {
  readonly choices: Choices;
  /** When today's rules were drawn. Milliseconds. */
  readonly shownAt: number;
}

/**
 * What is new to a guest who was shown the one notice; null where nothing is.
 *
 * @param now milliseconds
 */
export function newsOf(shown: News['shown'], today: CheckedPublished, choices: Choices, now: number): News | null {
  const changed = rulesChanged(shown.signed.manifest, today.signed.manifest, today.language, choices, now);
  return changed === null ? null : { shown, today, changed };
}
