// The same promise as in the quick suite, for a hundred thousand registrations. FOYER_ROUNDS=1000000 on demand.

import { expect, test } from 'vitest';
import { campaign, drainedWithin, withScene } from '../../property/outbox/campaign.ts';

const rounds = Number(process.env['FOYER_ROUNDS'] ?? 100_000);
const seed = Number(process.env['FOYER_SEED'] ?? Date.now() % 2 ** 32);
/** Registrations to a hotel: a database of its own now and then keeps every search in it quick. */
const perHotel = 2000;

test(`${rounds} registrations: none lost, none doubled, no receipt without a record (seed ${seed})`, {
  timeout: 12 * 3_600_000,
}, async () => {
  const counts = { received: 0, closedUnkept: 0, faults: 0 };
  for (let done = 0; done < rounds; done += perHotel) {
    await withScene(seed + done, async (scene, trouble) => {
      trouble.commits = 0.05;
      const endings = await campaign(scene, trouble, Math.min(perHotel, rounds - done), 16);
      expect(
        endings.flatMap(({ registration, faults }) => faults.map((fault) => `${registration}: ${fault}`)),
        `seed ${seed + done}`,
      ).toEqual([]);
      expect(Math.max(...endings.map(({ drained }) => drained))).toBeLessThanOrEqual(drainedWithin);
      counts.received += endings.filter(({ received }) => received).length;
      counts.closedUnkept += endings.filter(({ promised }) => !promised).length;
      for (const times of Object.values(scene.tally)) counts.faults += Number(times);
    });
  }
  console.log(
    `${counts.received} received through ${counts.faults} faults; ${counts.closedUnkept} closed before the phone had promised anything`,
  );
  expect(counts.received).toBeGreaterThan(rounds / 2);
});
