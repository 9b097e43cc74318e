/** `short` and `common` are not taken; the rest are, and say how good they are. */
export type PassphraseStrength = 'short' | 'common' | 'fair' | 'good' | 'strong';

const fewestCharacters = 12;
const fewestWords = 4;
/** About what a word somebody thought of is worth, in bits. */
const bitsPerWord = 11;
const rows = ['qwertyuiopasdfghjklzxcvbnm', 'abcdefghijklmnopqrstuvwxyz', '01234567890', 'passwordpassphrase'];

/** Judges a passphrase plainly: long enough (12 characters, or 4 words), not a pattern, then by an estimate of its bits. */
export function passphraseStrength(typed: string): PassphraseStrength {
  const text = typed.normalize('NFKC');
  const characters = [...text];
  const words = text
    .trim()
    .split(/\s+/u)
    .filter((word) => word !== '');
  const manyWords = words.length >= fewestWords && new Set(words).size >= 3;
  if (characters.length < fewestCharacters && !manyWords) return 'short';
  if (isPattern(text.toLowerCase().replaceAll(/\s/gu, ''))) return 'common';
  const bits = Math.max(characterBits(characters), manyWords ? words.length * bitsPerWord : 0);
  if (bits < 55) return 'fair';
  return bits < 75 ? 'good' : 'strong';
}

/** Whether it may be used. */
export function passphraseIsEnough(typed: string): boolean {
  const strength = passphraseStrength(typed);
  return strength !== 'short' && strength !== 'common';
}

function isPattern(text: string): boolean {
  if (new Set(text).size < 5) return true;
  if (/^(.{1,6})\1+/u.exec(text)?.[0] === text) return true;
  let inRow = 0;
  for (let i = 0; i + 3 <= text.length; i++) {
    const piece = text.slice(i, i + 3);
    const back = [...piece].reverse().join('');
    if (rows.some((row) => row.includes(piece) || row.includes(back))) inRow += 1;
  }
  return inRow >= (text.length - 2) * 0.6;
}

function characterBits(characters: readonly string[]): number {
  const text = characters.join('');
  let pool = 0;
  if (/[a-z]/u.test(text)) pool += 26;
  if (/[A-Z]/u.test(text)) pool += 26;
  if (/\d/u.test(text)) pool += 10;
  if (/[^\sA-Za-z0-9]/u.test(text)) pool += /[^\p{ASCII}]/u.test(text) ? 800 : 30;
  // People don't choose letters at random: count each as about half of what it could be.
  return new Set(characters).size * Math.log2(Math.max(2, pool)) * 0.55 + characters.length * 0.8;
}
