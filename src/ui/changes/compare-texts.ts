import { diffArrays } from 'diff';

/** A run of words that is in both texts, or in one of them only. */
export interface TextPiece {
  readonly text: string;
  readonly change: 'same' | 'removed' | 'added';
}

/** A word in letters that are written with spaces, a run of spaces, or one character: in Chinese each stands for itself. */
const token = /[\p{Script=Latin}\p{Script=Cyrillic}\p{N}\p{M}’'-]+|\s+|[^]/gu;

/**
 * Marks what was taken out and what was put in, word by word; in Chinese, character by character. Removed words stand before the added
 * ones that take their place. A few characters that two rewritten passages happen to share are marked with them: a sentence in shreds
 * says less than a sentence replaced.
 */
export function compareTexts(then: string, now: string): TextPiece[] {
  const pieces = diffArrays(tokens(then), tokens(now)).map(
    ({ value, added, removed }): TextPiece => ({
      text: value.join(''),
      change: added ? 'added' : removed ? 'removed' : 'same',
    }),
  );
  const kept = pieces.reduce((sum, { text, change }) => sum + (change === 'same' ? text.trim().length : 0), 0);
  // Less than a third in common: two texts, and not one that was edited.
  if (kept * 3 < Math.max(then.length, now.length)) return replaced(then, now);
  return gathered(pieces);
}

function tokens(text: string): string[] {
  return text.match(token) ?? [];
}

function replaced(then: string, now: string): TextPiece[] {
  const both: TextPiece[] = [
    { text: then, change: 'removed' },
    { text: now, change: 'added' },
  ];
  return both.filter(({ text }) => text !== '');
}

/** Joins changes that stand a few shared characters apart. */
function gathered(pieces: readonly TextPiece[]): TextPiece[] {
  const joined: TextPiece[] = [];
  let [removed, added] = ['', ''];
  const flush = () => {
    joined.push(...replaced(removed, added));
    [removed, added] = ['', ''];
  };
  for (const [at, { text, change }] of pieces.entries()) {
    if (change === 'removed') removed += text;
    else if (change === 'added') added += text;
    else if (removed + added !== '' && isChance(text) && at < pieces.length - 1) {
      removed += text;
      added += text;
    } else {
      flush();
      joined.push({ text, change });
    }
  }
  flush();
  return joined;
}

/** Whether so little is shared that it is by chance: a space, a mark, one or two characters of Chinese. */
function isChance(shared: string): boolean {
  const said = shared.trim();
  return said.length === 0 || (said.length <= 2 && !/[\p{Script=Latin}\p{N}。；;.]/u.test(said));
}
