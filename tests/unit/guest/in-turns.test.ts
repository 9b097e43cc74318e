import { expect, test } from 'vitest';
import { inTurns } from '../../../src/guest/verify/in-turns.ts';

test('long work tells how far it is and waits for the page, no oftener than is needed', async () => {
  const heard: string[] = [];
  let now = 0;
  const told = inTurns(
    (done: number, total: number) => heard.push(`${done}/${total}`),
    () => now,
    async () => {
      heard.push('turn');
      now += 1000;
    },
  );
  for (let done = 0; done < 10; done++) {
    await told(done, 10);
    now += 10;
  }
  // The turn of the others isn't counted as work.
  expect(heard).toEqual(['3/10', 'turn', '6/10', 'turn', '9/10', 'turn']);
});
