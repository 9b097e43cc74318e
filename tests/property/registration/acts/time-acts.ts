import { runJobs } from '../../../support/run-jobs.ts';
import type { Model, World } from '../model.ts';
import { Act } from './act.ts';

const hour = 3_600_000;

/** Three days pass: who hasn't come by then is expired, and nobody at the desk is signed in any more. */
export class Expire extends Act {
  async act(model: Model, real: World): Promise<void> {
    await real.place.pass(72 * hour);
    await runJobs(real.place.server, real.place.clock.now);
    expireWaiting(model);
  }
  toString = () => 'three days pass';
}

/** The law's term passes. */
export class EndSealedOff extends Act {
  async act(model: Model, real: World): Promise<void> {
    const later = real.place.clock.now + 300 * 24 * hour;
    await runJobs(real.place.server, later);
    // Months later nobody is signed in any more.
    real.place.tablet.signOut();
    model.sealedOff.clear();
    expireWaiting(model);
  }
  toString = () => 'the law’s term passes';
}

function expireWaiting(model: Model): void {
  if (model.state !== 'waiting') return;
  model.state = 'expired';
  model.held.clear();
}

export class Restart extends Act {
  async act(_model: Model, { place }: World): Promise<void> {
    await place.restart();
  }
  toString = () => 'restart';
}

export class Sleep extends Act {
  async act(_model: Model, { place }: World): Promise<void> {
    place.tablet.sleep();
  }
  toString = () => 'tablet sleeps';
}

export class Wake extends Act {
  async act(_model: Model, { place }: World): Promise<void> {
    place.tablet.wake();
  }
  toString = () => 'tablet wakes';
}
