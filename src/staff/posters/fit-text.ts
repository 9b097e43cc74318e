/** Scripts whose characters are as wide as they are high, with their punctuation. */
const wide = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\u3000-\u303F\uFF01-\uFF60]/u;
/** Never the first of a line. */
const closing = /^[，。、；：？！”’）》】\u3001,.;:?!)\]]/u;
const latinWidth = 0.54;

/** About how wide a text is, in ems. A poster has no browser to measure with when its file is written. */
export function textWidth(text: string): number {
  let width = 0;
  for (const character of text) width += wide.test(character) ? 1 : latinWidth;
  return width;
}

/** Breaks a text into lines of at most so many ems: between words, and between characters of scripts that have none. */
export function breakLines(text: string, ems: number): string[] {
  const lines: string[] = [];
  let line = '';
  for (const piece of pieces(text)) {
    if (line !== '' && textWidth((line + piece).trimEnd()) > ems && !closing.test(piece)) {
      lines.push(line.trimEnd());
      line = piece.trimStart();
    } else line += piece;
  }
  if (line.trim() !== '') lines.push(line.trimEnd());
  return lines;
}

/** The largest size, no larger than `most`, at which a text is at most `room` wide; and never smaller than `least`. */
export function fitSize(text: string, room: number, most: number, least: number): number {
  return Math.max(least, Math.min(most, room / Math.max(1, textWidth(text))));
}

function pieces(text: string): string[] {
  const found: string[] = [];
  let word = '';
  for (const character of text) {
    if (wide.test(character)) {
      if (word !== '') found.push(word);
      word = '';
      found.push(character);
    } else {
      word += character;
      if (character === ' ') {
        found.push(word);
        word = '';
      }
    }
  }
  if (word !== '') found.push(word);
  return found;
}
