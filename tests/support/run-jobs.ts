import { randomBytes } from '../../src/crypto/random-bytes.ts';
import { Committer } from '../../src/server/commit/committer.ts';
import { Hotels } from '../../src/server/hotel/hotels.ts';
import { eraseSealedOff } from '../../src/server/jobs/erase-sealed.ts';
import { expireOverdue } from '../../src/server/jobs/expire.ts';
import type { TestServer } from './test-server.ts';

/** What the server does by itself every minute, now, as if it were `at` (milliseconds). */
export async function runJobs({ store }: Pick<TestServer, 'store'>, at: number): Promise<void> {
  const clock = () => at;
  const committer = new Committer({ store, moment: clock, onRows: () => undefined, onCommit: () => undefined });
  const parts = { store, committer, hotels: new Hotels(store, clock), clock, random: randomBytes };
  const onBroken = (registration: string) => {
    throw new TypeError(`a broken record: ${registration}`);
  };
  await expireOverdue({ ...parts, onBroken });
  await eraseSealedOff(parts, onBroken);
  await store.scrub();
}
