import { randomBytes } from '../../../../src/crypto/random-bytes.ts';
import { Committer } from '../../../../src/server/commit/committer.ts';
import { Hotels } from '../../../../src/server/hotel/hotels.ts';
import { eraseSealedOff } from '../../../../src/server/jobs/erase-sealed.ts';
import { expireOverdue } from '../../../../src/server/jobs/expire.ts';
import type { Model, World } from '../model.ts';
import { Act } from './act.ts';

const hour = 3_600_000;

function jobParts({ place: { server } }: World, now: number) {
  const { store } = server;
  const clock = () => now;
  const committer = new Committer({ store, onRows: () => undefined, onCommit: () => undefined });
  return { store, committer, hotels: new Hotels(store, clock), clock };
}

/** Three days pass: who hasn't come by then is expired, and nobody at the desk is signed in any more. */
export class Expire extends Act {
  async act(model: Model, real: World): Promise<void> {
    await real.place.pass(72 * hour);
    await expireOverdue({ ...jobParts(real, real.place.clock.now), expireAfter: 48 * hour });
    if (model.state !== 'waiting') return;
    model.state = 'expired';
    model.held.clear();
  }
  toString = () => 'three days pass';
}

/** The law's term passes. */
export class EndSealedOff extends Act {
  async act(model: Model, real: World): Promise<void> {
    const later = real.place.clock.now + 300 * 24 * hour;
    await eraseSealedOff({ ...jobParts(real, later), random: randomBytes });
    // Months later nobody is signed in any more.
    real.place.tablet.signOut();
    model.sealedOff.clear();
  }
  toString = () => 'the law’s term passes';
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
