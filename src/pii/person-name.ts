import { limits } from './limits.ts';
import { accept, type Checked, refuse } from './field-reason.ts';
import { normaliseText } from './normalise-text.ts';

/**
 * A name as its owner writes it, normalised and otherwise untouched. One word, one letter, digits, any script and any
 * punctuation are names; only nothing at all (`missing`) and more than `limits.name` (`too_long`) are not taken.
 */
export function personName(typed: string): Checked<string> {
  return freeText(typed, limits.name);
}

/** Any short text of the guest's own: at least one visible character, at most `limit` UTF-16 code units. */
export function freeText(typed: string, limit: number): Checked<string> {
  const text = normaliseText(typed);
  if (text === '') return refuse('missing');
  return text.length > limit ? refuse('too_long') : accept(text);
}
