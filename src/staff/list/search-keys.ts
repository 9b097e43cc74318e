import { normaliseArrivalCode } from '../../protocol/ids.ts';
import type { DeskEntry } from '../desk/desk-entry.ts';
import type { PinyinInitials } from './pinyin-initials.ts';

/** What a row is found by, worked out once. Everything is folded as `fold` does. */
export interface SearchKeys {
  readonly code: string;
  readonly name: string;
  /** Every spelling of the initials, each after a space. */
  readonly initials: string;
  readonly room: string;
  /** Last digits of the masked contact. */
  readonly last: string;
}

/** Written in many ways, or left out: apostrophes, primes and hyphens. */
const marks = /['\u2018\u2019\u201b`\u00b4\u02bb-\u02bd\u2032\uff07\p{Pd}]/gu;

/** Text as it is compared: no accents, case, apostrophes or hyphens, single spaces; Chinese names without the spaces between their characters. */
function fold(text: string): string {
  return text
    .normalize('NFKD')
    .replaceAll(/\p{Mn}/gu, '')
    .replaceAll(marks, '')
    .toLowerCase()
    .replaceAll(/\s+/g, ' ')
    .replaceAll(/(?<=\p{Script=Han}) (?=\p{Script=Han})/gu, '')
    .trim();
}

export function searchKeys(
  { code, card, desk }: Pick<DeskEntry, 'code' | 'card' | 'desk'>,
  pinyin: PinyinInitials,
): SearchKeys {
  return {
    code,
    name: card === null ? '' : fold(card.name),
    initials:
      card === null
        ? ''
        : pinyin
            .of(card.name)
            .map((spelling) => ` ${spelling}`)
            .join(''),
    room: desk === null ? '' : fold(desk.room),
    last: /\*(\d{2,4})$/.exec(card?.maskedContact ?? '')?.[1] ?? '',
  };
}

/** Letters that are read as a digit of the code. */
const readAs: Readonly<Record<string, readonly string[]>> = { 0: ['0', 'o'], 1: ['1', 'i', 'l'] };

/** The one or two characters a search that finds the row can begin with. */
export function searchStarts({ code, name, initials, room, last }: SearchKeys): readonly string[] {
  const spellings = initials.split(' ');
  const starts = [...spellings, room, last].flatMap((text) => [startOf(text, 1), startOf(text, 2)]);
  return [...startsWithin(name), ...starts, ...startsOfCode(code.toLowerCase())].filter((start) => start !== '');
}

/** A row that a search finds has one of these starts. Empty for an empty search, which finds everything. */
export function startsOf(typed: string): ReadonlySet<string> {
  const words = fold(typed);
  const code = startOf(normaliseArrivalCode(typed).toLowerCase(), 2);
  const starts = new Set([startOf(words, 2), startOf(words.replaceAll(' ', ''), 2)]);
  // A code is found by each letter its digits are read from, so what was typed finds it as it was typed.
  if (!startsOfCode(code).includes(startOf(words, 2))) starts.add(code);
  starts.delete('');
  return starts;
}

/** Whether having the one start of what was typed is all it takes to be found by it. */
export function isOneStart(typed: string): boolean {
  const words = fold(typed);
  return startOf(words, 2) === words && typed.trim().toLowerCase() === words && startsOf(typed).size === 1;
}

function startOf(text: string, length: 1 | 2): string {
  const [first = '', second = ''] = text;
  return length === 1 ? first : first + second;
}

/** Every character and every two that follow each other. */
function startsWithin(text: string): readonly string[] {
  const characters = [...text];
  return characters.flatMap((character, at) => [character, character + (characters[at + 1] ?? '')]);
}

function startsOfCode(code: string): readonly string[] {
  const [first = '', second = ''] = code;
  const firsts = readAs[first] ?? [first];
  const seconds = readAs[second] ?? [second];
  return [...firsts, ...firsts.flatMap((one) => seconds.map((other) => one + other))];
}

/**
 * Whether what was typed finds a row: the start of its arrival code, room, last digits or initials, or any part of its name. An empty
 * search finds everything. What a longer text finds, a shorter start of it finds too.
 */
export function matcher(typed: string): (keys: SearchKeys) => boolean {
  const words = fold(typed);
  if (words === '') return () => true;
  const code = normaliseArrivalCode(typed);
  const spelling = /^[\p{L} ]{1,12}$/u.test(words) ? ` ${words.replaceAll(' ', '')}` : null;
  const digits = /^\d{1,4}$/.test(words) ? words : null;
  return (keys) =>
    keys.name.includes(words) ||
    (spelling !== null && keys.initials.includes(spelling)) ||
    keys.room.startsWith(words) ||
    (digits !== null && keys.last.startsWith(digits)) ||
    (code !== '' && keys.code.startsWith(code));
}
