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

/** Text as it is compared: no accents, no case, single spaces; Chinese names without the spaces between their characters. */
function fold(text: string): string {
  return text
    .normalize('NFKD')
    .replaceAll(/\p{Mn}/gu, '')
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

/** The characters a search that finds the row can begin with. */
export function firstCharacters({ code, name, initials, room, last }: SearchKeys): readonly string[] {
  const ofCode = firstOf(code.toLowerCase());
  const starts = [...initials.split(' '), room, last].map(firstOf);
  return [...name, ...starts, ...(readAs[ofCode] ?? [ofCode])].filter((sign) => sign !== '');
}

/** A row that a search finds has one of these signs. Empty for an empty search, which finds everything. */
export function firstSigns(typed: string): ReadonlySet<string> {
  const words = firstOf(fold(typed));
  const code = firstOf(normaliseArrivalCode(typed).toLowerCase());
  const signs = new Set(readAs[code]?.includes(words) === true ? [words] : [words, code]);
  signs.delete('');
  return signs;
}

/** Whether having the one sign of what was typed is all it takes to be found by it. */
export function isOneSign(typed: string): boolean {
  const words = fold(typed);
  return firstOf(words) === words && typed.trim().toLowerCase() === words && firstSigns(typed).size === 1;
}

function firstOf(text: string): string {
  const [first = ''] = text;
  return first;
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
