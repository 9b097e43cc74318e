import { expect, test } from 'vitest';
import { DraftBook } from '../../../src/staff/app/draft-book.ts';
import { laidOver } from '../../../src/staff/app/typed.ts';

const drafter = (id: string, property = 'p') => ({ property, person: { id } });
const stood = { hours: '48', days: '15', roomTypes: '', columns: ['name' as const] };
const draft = { before: stood, answers: { ...stood, hours: '4', roomTypes: '甲' }, revision: 1 };

test('whoever comes back finds their own draft; another person, and the same pseudonym in another hotel, find none', () => {
  const book = new DraftBook();
  book.put(drafter('chen'), { settings: draft });
  expect(book.of(drafter('chen')).settings).toBe(draft);
  expect(book.of(drafter('wang'))).toEqual({});
  expect(book.of(drafter('chen', 'q'))).toEqual({});
});

test('one draft put or thrown away leaves the others, and whoever shows them hears of it', () => {
  const book = new DraftBook();
  let heard = 0;
  const callOff = book.subscribe(() => heard++);
  book.put(drafter('chen'), { settings: draft });
  book.put(drafter('chen'), { notice: undefined });
  expect(book.of(drafter('chen')).settings).toBe(draft);
  book.put(drafter('chen'), { settings: undefined });
  expect(book.of(drafter('chen')).settings).toBeUndefined();
  callOff();
  book.put(drafter('chen'), { settings: draft });
  expect(heard).toBe(3);
});

test('what was typed lies over what a colleague published meanwhile; what wasn’t touched is theirs', () => {
  const before = { plain: { en: 'old' }, term: '7', officer: 'Chen' };
  const answers = { ...before, plain: { en: 'mine' } };
  const now = { plain: { en: 'theirs' }, term: '5', officer: 'Wang' };
  expect(laidOver({ before, answers }, now)).toEqual({ plain: { en: 'mine' }, term: '5', officer: 'Wang' });
});
