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
