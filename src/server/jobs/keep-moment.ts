import type { ServerLog } from '../http/server-log.ts';
import type { SteadyClock } from '../steady-clock.ts';
import type { Store } from '../store/store.ts';
import { every, type Job } from './every.ts';

/** Milliseconds: what a sudden end may take back of the steady clock, where the wall clock was set back too. */
const keptEvery = 5 * 60_000;

export interface KeepMomentParts {
  readonly store: Pick<Store, 'keepMoment'>;
  readonly steady: SteadyClock;
  readonly log: Pick<ServerLog, 'error'>;
}

/** Keeps where the steady clock stands: at once, every few minutes, and when it is stopped. */
export function keepMoment({ store, steady, log }: KeepMomentParts): Job {
  const keep = () => store.keepMoment(steady.kept()).catch((error: unknown) => log.error('steady clock', error));
  const job = every(keptEvery, keep);
  return {
    stop: async () => {
      await job.stop();
      await keep();
    },
  };
}
