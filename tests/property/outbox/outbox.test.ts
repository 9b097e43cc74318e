// The real outbox, delivery and server, with everything going wrong in between. A failure's seed repeats it: FOYER_SEED.

import { expect, test } from 'vitest';
import { campaign, drainedWithin, withScene } from './campaign.ts';
import { liveThrough, newEntry } from './simulate.ts';

const seed = Number(process.env['FOYER_SEED'] ?? Date.now() % 2 ** 32);

test(`80 registrations: none lost, none doubled, no receipt without a record (seed ${seed})`, async () => {
  await withScene(seed, async (scene, trouble) => {
    trouble.commits = 0.1;
    const endings = await campaign(scene, trouble, 80);
    expect(endings.flatMap(({ registration, faults }) => faults.map((fault) => `${registration}: ${fault}`))).toEqual(
      [],
    );
    expect(Math.max(...endings.map(({ drained }) => drained))).toBeLessThanOrEqual(drainedWithin);
    expect(endings.filter(({ received }) => received).length).toBeGreaterThan(40);
    expect(
      Object.values(scene.tally).every((times) => times > 0),
      JSON.stringify(scene.tally),
    ).toBe(true);
    const rows = await scene.server.store.rows(scene.hotel.property, 0, 1000);
    expect(new Set(rows.map(({ row }) => row.registration)).size).toBe(rows.length);
  });
});

test('ended at each await in turn, a registration still arrives once', async () => {
  await withScene(1, async (scene) => {
    const walk = { kill: 0, storage: 0, network: 0, killAt: null };
    const { awaits } = await liveThrough(scene, await newEntry(scene), walk);
    expect(awaits).toBeGreaterThan(5);
    let arrived = 0;
    for (let killAt = 0; killAt < awaits; killAt += 1) {
      const { faults, received } = await liveThrough(scene, await newEntry(scene), { ...walk, killAt });
      expect(faults, `ended at await ${killAt}`).toEqual([]);
      arrived += received ? 1 : 0;
    }
    expect(scene.tally.kills).toBe(awaits);
    // Only what ended before anything was written down is the page's alone.
    expect(arrived).toBeGreaterThan(awaits / 2);
  });
});
