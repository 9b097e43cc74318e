import { realHotel } from '../../support/guest-phone.ts';
import { seededRandom } from '../../support/seeded-random.ts';
import { startTestServer } from '../../support/test-server.ts';
import type { Faults, Tally } from './faulty-phone.ts';
import { type Ending, liveThrough, newEntry, type Scene } from './simulate.ts';

/** Milliseconds: queues drain in this time once nothing goes wrong any more. */
export const drainedWithin = 60_000;

/** How often the server's commits fail. */
export interface Trouble {
  commits: number;
}

/** Runs `run` at a hotel whose commits fail now and then while `trouble.commits` is above 0. */
export async function withScene<Value>(
  seed: number,
  run: (scene: Scene, trouble: Trouble) => Promise<Value>,
): Promise<Value> {
  const random = seededRandom(seed);
  const trouble: Trouble = { commits: 0 };
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

/** Many guests, some at a time, each with troubles of their own. The server's end for all of them when the last one's do. */
export async function campaign(scene: Scene, trouble: Trouble, count: number, atOnce = 8): Promise<Ending[]> {
  const endings: Ending[] = [];
  const { commits } = trouble;
  while (endings.length < count) {
    trouble.commits = commits;
    const group = Math.min(atOnce, count - endings.length);
    const calm = whenAllHaveCome(group, () => {
      trouble.commits = 0;
    });
    endings.push(...(await Promise.all(Array.from({ length: group }, () => oneGuest(scene, calm)))));
  }
  return endings;
}

async function oneGuest({ random: seeds, ...scene }: Scene, calm: () => Promise<void>): Promise<Ending> {
  // Its own choices, so that they come out the same whatever the others do.
  const random = seededRandom(seeds.int(2 ** 32));
  const faults: Faults = {
    kill: random.pick([0, 0.02, 0.08, 0.2]),
    storage: random.pick([0, 0, 0.1, 0.5, 1]),
    network: random.pick([0.1, 0.4, 0.8]),
    killAt: null,
  };
  const own = { ...scene, random };
  let came: Promise<void> | null = null;
  const untilCalm = () => (came ??= calm());
  const ending = await liveThrough(own, await newEntry(own), faults, untilCalm);
  // Whoever ended earlier keeps nobody waiting.
  void untilCalm();
  return ending;
}

/** What resolves once `count` have called it; `first` runs before. */
function whenAllHaveCome(count: number, first: () => void): () => Promise<void> {
  let missing = count;
  let open = () => {};
  const all = new Promise<void>((resolve) => {
    open = resolve;
  });
  return () => {
    missing -= 1;
    if (missing === 0) {
      first();
      open();
    }
    return all;
  };
}
