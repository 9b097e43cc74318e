import { expect, test } from 'vitest';
import type { DeskEntry } from '../../../src/staff/desk/desk-entry.ts';
import { firstChoice } from '../../../src/staff/list/list-choice.ts';
import { ListRows } from '../../../src/staff/list/list-rows.ts';
import { seededRandom } from '../../support/seeded-random.ts';
import { finds, listOf, today } from './sample-list.ts';
import { entryOf as entry } from './sample-row.ts';

test('found by code, name or room, whichever way they are typed', () => {
  const zoe = entry('Zoë Müller', { room: '1205' });
  for (const typed of [
    'zoe',
    'MULLER',
    'müll',
    '  zoë  mü',
    '12',
    'zm',
    '',
    ' ',
    zoe.code.toLowerCase(),
    `${zoe.code.slice(0, 3)}-${zoe.code.slice(3)}`,
  ])
    expect(finds(typed, zoe), typed).toBe(true);
  for (const typed of ['zoex', '205', '李']) expect(finds(typed, zoe), typed).toBe(false);
  expect(finds('王', entry('王秀英'))).toBe(true);
  expect(finds('王秀', entry('王 秀 英'))).toBe(true);
});

test.each([
  ['单田芳', 'stf', 'dtf'],
  ['曾国藩', 'zgf', 'cgf'],
  ['仇英', 'qy', 'cy'],
  ['解缙', 'xj', 'jj'],
  ['乐嘉', 'yj', 'lj'],
  ['查良镛', 'zly', 'cly'],
  ['尉迟恭', 'ycg', 'wcg'],
  ['區寧', 'on', 'qn'],
  ['单于飞', 'cyf', 'syf'],
  ['万俟宁', 'mqn', 'wqn'],
  ['澹台明', 'ttm', 'dtm'],
  ['祭遵', 'zz', 'jz'],
  ['莘文', 'xw', 'sw'],
  ['隗嚣', 'kx', 'wx'],
])('%s is found by the initials of the surname and by those of the character', (name, surname, usual) => {
  for (const typed of [surname, usual, surname.toUpperCase(), surname.slice(0, 1)])
    expect(finds(typed, entry(name)), typed).toBe(true);
  expect(finds(`${surname}x`, entry(name))).toBe(false);
});

test('last digits are those of the phone, and never those of an address', () => {
  const guest = entry('a', { contact: '138****1234' });
  for (const typed of ['1234', '123', '1']) expect(finds(typed, guest), typed).toBe(true);
  for (const typed of ['234', '138', '12345']) expect(finds(typed, guest), typed).toBe(false);
  expect(finds('1234', entry('a', { contact: 'm***@1234.example' }))).toBe(false);
  expect(finds('0958', entry('a', { contact: '+44 ****0958' }))).toBe(true);
});

test('a row that could not be opened is still found by its code', () => {
  const broken: DeskEntry = { ...entry(''), card: null, broken: true };
  expect(finds(broken.code, broken)).toBe(true);
  expect(finds('x', broken)).toBe(broken.code.startsWith('X'));
});

test.each(["o'brien", 'o’brien', 'OBRIEN', "O'B", 'fernandezruiz', 'Fernández‐Ruiz', 'fernández-r'])(
  '%s is found however its marks are typed',
  (typed) => {
    const guest = entry(typed.toLowerCase().startsWith('o') ? 'Siobhán O’Brien' : 'José Fernández-Ruiz');
    expect(finds(typed, guest)).toBe(true);
    expect(listOf([guest, entry('李')]).names({ typed })).toHaveLength(1);
  },
);

/** A name's words in every way its marks can be typed: each as it is, as another one, as a space, or not at all. */
function waysToType(parts: readonly string[], marks: readonly string[]): readonly string[] {
  const [first = '', ...others] = parts;
  if (others.length === 0) return [first];
  return waysToType(others, marks).flatMap((rest) => marks.map((mark) => first + mark + rest));
}

test.each([
  ['Marie-Claire O’Brien', ['marie', 'claire o', 'brien'], ['-', '‐', "'", '’', ' ', '  ', '\u3000', ' - ', '']],
  ['Jean\u2011Pierre d´Arc', ['Jean', 'Pierre d', 'Arc'], ['-', '´', ' ', '.']],
  ['J.R. Smith', ['j', 'r', 'smith'], [' ', '. ', '．']],
  ['阿卜杜拉·买买提', ['阿卜杜拉', '买买提'], ['·', '•', '・', '･', '‧', '∙', '⋅', '.', '．', '-', ' ', '\u3000', '']],
  ['ジョン・スミス', ['ｼﾞｮﾝ', 'スミス'], ['・', '･', ' ', '']],
  ['Anna Maria Sol', ['ａｎｎａ', 'maria', 'Ｓｏｌ'], [' ', '-', '\u00a0', ' \u3000 ']],
])('%s is found whatever is typed for its marks, and for as much of it as is typed', (name, parts, marks) => {
  const { rows } = listOf([entry(name), entry('Annemarie Clairevaux'), entry('阿里')]);
  for (const whole of waysToType(parts, marks)) {
    for (let length = 1; length <= whole.length; length++) {
      const typed = whole.slice(0, length);
      expect(finds(typed, entry(name)), typed).toBe(true);
      const found = rows.window({ ...firstChoice, typed }, today, 0, 9).map(({ card }) => card?.name);
      expect(found, typed).toContain(name);
    }
  }
});

test('a space that is typed stands for a space or a mark and for nothing else', () => {
  for (const typed of ['ann a', 'li na', 'marie claire', 'o brien', 'a.b'])
    for (const name of ['Anna', 'Malina', 'Marieclaire', 'Obrien', 'Ab', 'aXb'])
      expect(finds(typed, entry(name)), `${typed} in ${name}`).toBe(typed === 'a.b' && name === 'Ab');
  for (const typed of ['claire marie', 'marie claire x', '(', '[a', 'a\\', '^m', 'm$', 'm*'])
    expect(finds(typed, entry('Marie-Claire')), typed).toBe(false);
});

test('rooms and codes are found in full-width letters and digits', () => {
  const guest = entry('李', { room: '12-B' });
  const wide = (text: string) =>
    text.replaceAll(/[!-~]/g, (one) => String.fromCodePoint((one.codePointAt(0) ?? 0) + 0xfee0));
  const code = wide(guest.code);
  for (const typed of [wide('12'), wide('12-b'), '12B', code, `${code.slice(0, 3)}\u3000${code.slice(3)}`]) {
    expect(finds(typed, guest), typed).toBe(true);
    expect(listOf([guest, entry('王')]).names({ typed }), typed).toContain('李');
  }
});

test('a mark alone looks for nothing, so everybody stays', () => {
  const { names } = listOf([entry('李'), entry('Ann-Marie')]);
  expect(names({ typed: '-' })).toHaveLength(2);
  expect(names({ typed: '-zzzz' })).toEqual([]);
  expect(names({ typed: 'nmarie' })).toEqual(['Ann-Marie']);
});

test('letter after letter finds what all of it finds at once, also while rows come and change', () => {
  const random = seededRandom(7);
  const rows = new ListRows();
  const surnames = [
    ...Array.from('单曾仇解乐张李王'),
    '欧阳',
    '𠮷田',
    "O'Brien ",
    'Ann Ó ',
    'Ilo 10 ',
    'ß ',
    'An-na ',
    '买·',
    'A.B.',
    'Mia Sol ',
  ];
  const entries = Array.from({ length: 400 }, (_, at) =>
    entry(`${random.pick(surnames)}${random.pick(Array.from('秀英文博'))}`, {
      room: random.pick([`${100 + at}`, `${at % 9} B`, 'Öst']),
      contact: `138****${1000 + at}`,
    }),
  );
  rows.put(entries.slice(0, 300));
  const total = (typed: string) => rows.total({ ...firstChoice, typed }, today);
  const codes = entries.flatMap(({ code }) => [
    code,
    code.replaceAll('0', 'o').replaceAll('1', 'l'),
    code.replaceAll('1', 'I'),
  ]);
  const texts = [
    'sxy',
    '王秀',
    '1234',
    '305',
    '𠮷田英',
    "o'b",
    'ann ó',
    'a n',
    'ö',
    '3 b',
    '3b',
    '1-1',
    'ilo 1',
    'SS',
    'ß 秀',
    'oyx',
    'o y',
    'o brien 秀',
    'an na',
    'an-n',
    'ann-o',
    'a-b 英',
    'a b',
    '买•秀',
    '买 英',
    '３ ｂ',
    'i-l',
    'a-s',
  ];
  for (const text of [...texts, ...codes.slice(0, 60)]) {
    for (const typed of [...text].map((_, at) => [...text].slice(0, at + 1).join(''))) {
      expect(total(typed), typed).toBe(entries.slice(0, 300).filter((one) => finds(typed, one)).length);
    }
  }
  expect(total('z')).toBeGreaterThan(0);
  rows.put(entries.slice(300));
  rows.put(entries.map((one) => ({ ...one, card: null })));
  expect(total('z')).toBe(entries.filter(({ code }) => code.startsWith('Z')).length);
});
