import * as fc from 'fast-check';
import assert from 'node:assert/strict';
import { randomBytes } from '../../../src/crypto/random-bytes.ts';
import type { PurposeId } from '../../../src/protocol/purposes.ts';
import { Refusal } from '../../../src/protocol/problems.ts';
import { Committer } from '../../../src/server/commit/committer.ts';
import { Hotels } from '../../../src/server/hotel/hotels.ts';
import { eraseSealedOff } from '../../../src/server/jobs/erase-sealed.ts';
import { expireOverdue } from '../../../src/server/jobs/expire.ts';
import { confirmArrival } from '../../../src/staff/desk/confirm-arrival.ts';
import { samplePerson, type Wish } from '../../support/guest-phone.ts';
import { checkAgreement } from './check-agreement.ts';
import { isLive, type Model, type World } from './model.ts';

abstract class Act implements fc.AsyncCommand<Model, World> {
  check(_model: Readonly<Model>): boolean {
    return true;
  }
  abstract act(model: Model, real: World): Promise<void>;
  abstract toString(): string;

  async run(model: Model, real: World): Promise<void> {
    real.server.clock.now += 1000;
    await this.act(model, real);
    await checkAgreement({ model, real }, { deep: false });
  }
}

async function codeOf(attempt: Promise<unknown>): Promise<string> {
  try {
    await attempt;
    return 'done';
  } catch (error) {
    if (error instanceof Refusal) return error.code;
    throw error;
  }
}

async function perform(model: Model, { phone, bodies }: World, wish: Wish | 'delete'): Promise<void> {
  const before = await phone.open();
  const act = wish === 'delete' ? await phone.composeDeletion(before) : await phone.compose(before, wish);
  const { proven } = await phone.send(before, act);
  bodies.push(act.body);
  model.acts.push({ act, before, proven });
  model.events += 1;
  model.receipts += 1;
}

class Give extends Act {
  readonly purpose: PurposeId;
  constructor(purpose: PurposeId) {
    super();
    this.purpose = purpose;
  }
  override check = isLive;
  async act(model: Model, real: World): Promise<void> {
    await perform(model, real, { give: [this.purpose] });
    model.held.add(this.purpose);
    model.withdrawn.delete(this.purpose);
  }
  toString = () => `give ${this.purpose}`;
}

class TakeBack extends Act {
  readonly purpose: PurposeId;
  constructor(purpose: PurposeId) {
    super();
    this.purpose = purpose;
  }
  override check = (model: Readonly<Model>) => isLive(model) && model.held.has(this.purpose);
  async act(model: Model, real: World): Promise<void> {
    await perform(model, real, { takeBack: [this.purpose] });
    model.held.delete(this.purpose);
    model.withdrawn.add(this.purpose);
  }
  toString = () => `take back ${this.purpose}`;
}

class Correct extends Act {
  readonly digits: number;
  readonly identity: boolean;
  constructor(digits: number, identity: boolean) {
    super();
    this.digits = digits;
    this.identity = identity;
  }
  override check = isLive;
  async act(model: Model, real: World): Promise<void> {
    const people = this.identity ? [{ ...samplePerson, documentNumber: `E${this.digits}` }] : model.details.people;
    const details = { ...model.details, phone: `+86139${this.digits}`, people };
    await perform(model, real, { details });
    model.details = details;
    if (people.length > 0) model.held.add('identity');
  }
  toString = () => `correct ${this.digits}${this.identity ? ' with identity' : ''}`;
}

class Delete extends Act {
  override check = isLive;
  async act(model: Model, real: World): Promise<void> {
    await perform(model, real, 'delete');
    if (model.wasArrived && model.held.has('identity')) model.sealedOff.add('identity');
    model.held.clear();
    model.state = 'erased';
  }
  toString = () => 'delete';
}

/** The answer was lost: the same bytes again. */
class SendAgain extends Act {
  readonly back: number;
  constructor(back: number) {
    super();
    this.back = back;
  }
  override check = (model: Readonly<Model>) => model.acts.length > this.back;
  async act(model: Model, { phone }: World): Promise<void> {
    const done = model.acts.at(-1 - this.back);
    assert(done !== undefined);
    const isNewest = this.back === 0;
    if (isNewest && model.state !== 'expired') {
      const { proven } = await phone.send(done.before, done.act);
      assert.deepEqual(proven, done.proven);
      return;
    }
    const code = await codeOf(phone.send(done.before, done.act));
    const wanted = {
      erased: 'already_erased',
      expired: 'gone',
      waiting: 'consent_replayed',
      arrived: 'consent_replayed',
    };
    assert.equal(code, wanted[model.state]);
  }
  toString = () => `send act ${this.back} again`;
}

/** The registration itself, late. */
class RegisterAgain extends Act {
  async act(model: Model, { phone, hotel, first }: World): Promise<void> {
    const attempt = phone.api.register(hotel.property, phone.sealed.body);
    if (isLive(model)) assert.deepEqual(await attempt, first.view.receipt);
    else assert.equal(await codeOf(attempt), 'gone');
  }
  toString = () => 'register again';
}

/** A phone that slept since the beginning says yes. */
class StaleYes extends Act {
  override check = (model: Readonly<Model>) => model.events > 1;
  async act(model: Model, { phone, first }: World): Promise<void> {
    const code = await codeOf(phone.send(first, await phone.compose(first, { give: ['membership'] })));
    const wanted = {
      erased: 'already_erased',
      expired: 'gone',
      waiting: 'consent_replayed',
      arrived: 'consent_replayed',
    };
    assert.equal(code, wanted[model.state]);
  }
  toString = () => 'stale yes';
}

class Arrive extends Act {
  override check = ({ state }: Readonly<Model>) => state === 'waiting';
  async act(model: Model, { desk, hotel, phone }: World): Promise<void> {
    const stay = { room: '201', remarks: '', checkOut: '2026-11-25' };
    await confirmArrival(desk, hotel.manifest.manifest.card, phone.registration, stay);
    model.state = 'arrived';
    model.wasArrived = true;
  }
  toString = () => 'arrive';
}

function jobParts({ server: { store } }: World, now: number) {
  const clock = () => now;
  const committer = new Committer({ store, onRows: () => undefined, onCommit: () => undefined });
  return { store, committer, hotels: new Hotels(store, clock), clock };
}

/** 48 hours pass after the planned day for whoever hasn't come. */
class Expire extends Act {
  async act(model: Model, real: World): Promise<void> {
    await expireOverdue({ ...jobParts(real, real.server.clock.now), expireAfter: -30 * 86_400_000 });
    if (model.state !== 'waiting') return;
    model.state = 'expired';
    model.held.clear();
  }
  toString = () => 'expire';
}

/** The law's term passes. */
class EndSealedOff extends Act {
  async act(model: Model, real: World): Promise<void> {
    await eraseSealedOff({ ...jobParts(real, Date.parse('2027-06-01T00:00:00Z')), random: randomBytes });
    model.sealedOff.clear();
  }
  toString = () => 'end sealed-off';
}

const consents = fc.constantFrom<PurposeId[]>('emergency', 'billing', 'membership', 'offers');

export const commands: fc.Arbitrary<fc.AsyncCommand<Model, World>>[] = [
  consents.map((purpose) => new Give(purpose)),
  consents.map((purpose) => new TakeBack(purpose)),
  consents.map((purpose) => new TakeBack(purpose)),
  fc.tuple(fc.integer({ min: 10_000_000, max: 99_999_999 }), fc.boolean()).map(([n, here]) => new Correct(n, here)),
  fc.constant(new Delete()),
  fc.nat({ max: 2 }).map((back) => new SendAgain(back)),
  fc.constant(new RegisterAgain()),
  fc.constant(new StaleYes()),
  fc.constant(new Arrive()),
  fc.constant(new Expire()),
  fc.constant(new EndSealedOff()),
];
