// Walking the list with the arrow keys, quicker than the screen follows.

import { expect, test } from 'vitest';
import { ListWalk } from '../../../src/staff/desk/list-walk.ts';
import { entryOf } from './sample-row.ts';

const names = ['a', 'b', 'c', 'd', 'e'];
const list = names.map((name) => entryOf(name));
const at = (name: string): string => list[names.indexOf(name)]?.row.registration ?? '';

/** Answers as the list's own thread does; each answer waits until it is let go. */
function walking() {
  const chosen: string[] = [];
  const waiting: (() => void)[] = [];
  const beside = async (from: string | number, by: number) => {
    await new Promise<void>((resolve) => waiting.push(resolve));
    const start = typeof from === 'number' ? from : list.findIndex(({ row }) => row.registration === from);
    return list[start < 0 ? 0 : Math.max(0, Math.min(names.length - 1, start + by))];
  };
  const walk = new ListWalk(beside);
  walk.calls((registration) => {
    chosen.push(list.find(({ row }) => row.registration === registration)?.card?.name ?? '');
  });
  const answer = () => {
    for (const resolve of waiting.splice(0)) resolve();
  };
  return { walk, chosen, answer };
}

test('a press that comes before the screen shows the last answer counts from that answer', async () => {
  const { walk, chosen, answer } = walking();
  walk.at(at('b'));
  const up = walk.step(-1, -1);
  answer();
  await up;
  // Nobody has told the walk yet that the screen has caught up.
  const down = walk.step(1, -1);
  answer();
  await down;
  expect(chosen).toEqual(['a', 'b']);
});

test('presses before any answer add up, and only where they lead to is chosen', async () => {
  const { walk, chosen, answer } = walking();
  walk.at(at('a'));
  const presses = [walk.step(1, -1), walk.step(1, -1), walk.step(1, -1), walk.step(-1, -1)];
  answer();
  await Promise.all(presses);
  expect(chosen).toEqual(['c']);
});

test('whoever was chosen otherwise meanwhile is walked on from; with nobody chosen it begins at the row in focus, or on top', async () => {
  const { walk, chosen, answer } = walking();
  const press = async (by: number, place = -1) => {
    const step = walk.step(by, place);
    answer();
    await step;
  };
  await press(1);
  await press(1);
  walk.at(at('d'));
  await press(1);
  walk.at(null);
  await press(1, 2);
  expect(chosen).toEqual(['a', 'b', 'e', 'd']);
});
