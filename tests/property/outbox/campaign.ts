import { realHotel } from '../../support/guest-phone.ts';
import { seededRandom } from '../../support/seeded-random.ts';
import { startTestServer } from '../../support/test-server.ts';
import type { Faults, Tally } from './faulty-phone.ts';
import { type Ending, liveThrough, newEntry, type Scene } from './simulate.ts';

/** Milliseconds: queues drain in this time once nothing goes wrong any more. */
export const drainedWithin = 60_000;

/** Runs `run` at a hotel whose commits fail now and then while `trouble.commits` is above 0. */
export async function withScene<Value>(
  seed: number,
  run: (scene: Scene, trouble: { commits: number }) => Promise<Value>,
): Promise<Value> {
  const random = seededRandom(seed);
  const trouble = { commits: 0 };
  const server = await startTestServer({
    beforeCommit: () => {
      if (random.chance(trouble.commits)) throw new Error('the disk refused');
    },
  });
  try {
    const hotel = await realHotel(server);
    const tally: Tally = { dropped: 0, duplicated: 0, late: 0, answersLost: 0, kills: 0, storageRefusals: 0 };
    return await run({ server, hotel, random, tally }, trouble);
  } finally {
    await server.end();
  }
}

/** Many guests, some at a time, each with troubles of their own. */
export async function campaign({ random: seeds, ...scene }: Scene, count: number, atOnce = 8): Promise<Ending[]> {
  const endings: Ending[] = [];
  let started = 0;
  async function guests(): Promise<void> {
    while (started < count) {
      started += 1;
      // Its own choices, so that they come out the same whatever the others do.
      const random = seededRandom(seeds.int(2 ** 32));
      const faults: Faults = {
        kill: random.pick([0, 0.02, 0.08, 0.2]),
        storage: random.pick([0, 0, 0.1, 0.5, 1]),
        network: random.pick([0.1, 0.4, 0.8]),
        killAt: null,
      };
      const own = { ...scene, random };
      endings.push(await liveThrough(own, await newEntry(own), faults));
    }
  }
  await Promise.all(Array.from({ length: atOnce }, guests));
  return endings;
}
