// The same promise as in the quick suite, at many more moments. FOYER_ROUNDS=1000 for a night.

import { expect, test } from 'vitest';
import { crashRounds, type Moment } from '../../end-to-end/crash/crash-rounds.ts';
import { seededRandom } from '../../support/seeded-random.ts';

const rounds = Number(process.env['FOYER_ROUNDS'] ?? 50);
const seed = Number(process.env['FOYER_SEED'] ?? Date.now() % 2 ** 32);

test(`killed ${rounds} times in the middle of two hundred submissions (seed ${seed})`, async () => {
  const random = seededRandom(seed);
  const moments = Array.from({ length: rounds }, (): Moment => {
    const receipts = random.chance(0.2) ? 0 : 1 + random.int(199);
    return { receipts, milliseconds: receipts === 0 ? random.int(300) : random.int(6) };
  });
  const outcomes = await crashRounds(moments, 41_711);
  const given = outcomes.reduce((sum, outcome) => sum + outcome.given, 0);
  const untold = outcomes.reduce((sum, outcome) => sum + outcome.untold, 0);
  console.log(`${rounds} kills, ${given} receipts given before them, ${untold} records nobody had been told of yet`);
  expect(
    outcomes.flatMap(({ faults, moment }) => faults.map((fault) => `${JSON.stringify(moment)}: ${fault}`)),
  ).toEqual([]);
  expect(given).toBeGreaterThan(rounds);
  expect(outcomes).toHaveLength(rounds);
});
