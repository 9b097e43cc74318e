import { normaliseArrivalCode } from '../../protocol/ids.ts';
import type { DeskEntry } from '../desk/desk-entry.ts';
import type { PinyinInitials } from './pinyin-initials.ts';

/** What a row is found by, worked out once. Everything is folded as `fold` does. */
export interface SearchKeys {
  readonly code: string;
  readonly name: string;
  /** The name with a hyphen wherever one of its marks stands; the name itself where it has none. */
  readonly marked: string;
  /** Every spelling of the initials, each after a space. */
  readonly initials: string;
  readonly room: string;
  /** Last digits of the masked contact. */
  readonly last: string;
}

/** Written in many ways, or left out: apostrophes, primes, hyphens, full stops and middle dots. */
const marks =
  /['\u2018\u2019\u201b`\u00b4\u02bb-\u02bd\u2032\uff07\p{Pd}.\u00b7\u2022\u2024\u2027\u2219\u22c5\u2e31\u2e33\u30fb\ua78f]/gu;

/**
 * Text as it is compared: no accents and case, single spaces, a hyphen for every mark inside a word; Chinese names without the spaces
 * between their characters. A mark beside a space says no more than the space.
 */
function fold(text: string): string {
  return text
    .normalize('NFKD')
    .replaceAll(/[\p{Mn}\u00ad\u200b-\u200f\u2060]/gu, '')
    .replaceAll(marks, '-')
    .toLowerCase()
    .replaceAll(/[\s-]*\s[\s-]*/g, ' ')
    .replaceAll(/-+/g, '-')
    .replaceAll(/(?<=\p{Script=Han}) (?=\p{Script=Han})/gu, '')
    .replaceAll(/^[ -]+|[ -]+$/g, '');
}

/** Folded text whose marks are left out. */
function joined(folded: string): string {
  return folded.replaceAll('-', '');
}

export function searchKeys(
  { code, card, desk }: Pick<DeskEntry, 'code' | 'card' | 'desk'>,
  pinyin: PinyinInitials,
): SearchKeys {
  const folded = card === null ? '' : fold(card.name);
  const name = joined(folded);
  return {
    code,
    name,
    marked: folded === name ? name : folded,
    initials:
      card === null
        ? ''
        : pinyin
            .of(card.name)
            .map((spelling) => ` ${spelling}`)
            .join(''),
    room: desk === null ? '' : joined(fold(desk.room)),
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
  const folded = fold(typed);
  const words = joined(folded);
  const code = startOf(normaliseArrivalCode(words).toLowerCase(), 2);
  const starts = new Set([folded.replaceAll('-', ' '), words, words.replaceAll(' ', '')].map((one) => startOf(one, 2)));
  // A code is found by each letter its digits are read from, so what was typed finds it as it was typed.
  if (!startsOfCode(code).includes(startOf(words, 2))) starts.add(code);
  starts.delete('');
  return starts;
}

/** Whether having the one start of what was typed is all it takes to be found by it. */
export function isOneStart(typed: string): boolean {
  const words = joined(fold(typed));
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
 * Whether what was typed finds a row: the start of its arrival code, room, last digits or initials, or any part of its name. A mark in a
 * name is found by any other mark, by a space and by nothing; a mark that is typed finds a space too. An empty search finds everything.
 * What a longer text finds, a shorter start of it finds too.
 */
export function matcher(typed: string): (keys: SearchKeys) => boolean {
  const folded = fold(typed);
  const words = joined(folded);
  if (words === '') return () => true;
  const code = normaliseArrivalCode(words);
  const spelling = /^[\p{L} ]{1,12}$/u.test(words) ? ` ${words.replaceAll(' ', '')}` : null;
  const digits = /^\d{1,4}$/.test(words) ? words : null;
  // Without a space or a mark in it, it is in a name as marked only where it is in the name.
  const loose = /[ -]/.test(folded) ? looselySpaced(folded) : null;
  const typedMark = folded !== words;
  return (keys) =>
    keys.name.includes(words) ||
    (spelling !== null && keys.initials.includes(spelling)) ||
    keys.room.startsWith(words) ||
    (digits !== null && keys.last.startsWith(digits)) ||
    (code !== '' && keys.code.startsWith(code)) ||
    (loose !== null && (typedMark || keys.marked !== keys.name) && loose.test(keys.marked));
}

/** Finds folded text in a marked name, spaces and marks standing for each other. */
function looselySpaced(folded: string): RegExp {
  const words = folded.split(/(?=[ -])|(?<=[ -])/).map((part) => {
    if (part === ' ') return '[ -]';
    if (part === '-') return '[ -]?';
    return Array.from(part, (character) => character.replace(/[$()*+.?[\\\]^{|}/]/, '\\$&')).join('-?');
  });
  return new RegExp(words.join(''), 'u');
}
