import assert from 'node:assert/strict';
import type { PurposeId } from '../../../../src/protocol/purposes.ts';
import { samplePerson, type Wish } from '../../../support/guest-phone.ts';
import { type DoneAct, isLive, type Model, type World } from '../model.ts';
import { Act, codeOf, lateCodes } from './act.ts';

async function perform(model: Model, { phone, first, bodies }: World, wish: Wish | 'delete'): Promise<void> {
  // Nothing has happened to it since: the same answer, not asked for again.
  const untouched = model.receipts === 1 && model.state === 'waiting' && !model.wasSeen;
  const before = untouched ? first : await phone.open();
  const act = wish === 'delete' ? await phone.composeDeletion(before) : await phone.compose(before, wish);
  const { proven } = await phone.send(before, act);
  bodies.push(act.body);
  const done: DoneAct = { act, before, proven };
  model.acts.push(done);
  model.newest = done;
  model.events += 1;
  model.receipts += 1;
}

/** A guest's change seals the card anew, with the number where anything but the law's part is held. */
function sealCard(model: Model): void {
  model.cardPhone = [...model.held].some((id) => id !== 'identity') ? model.details.phone : null;
}

export class Give extends Act {
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
    sealCard(model);
  }
  toString = () => `give ${this.purpose}`;
}

export class TakeBack extends Act {
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
    sealCard(model);
  }
  toString = () => `take back ${this.purpose}`;
}

export class Correct extends Act {
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
    sealCard(model);
  }
  toString = () => `correct ${this.digits}${this.identity ? ' with identity' : ''}`;
}

export class Delete extends Act {
  override check = isLive;
  async act(model: Model, real: World): Promise<void> {
    await perform(model, real, 'delete');
    eraseAll(model);
  }
  toString = () => 'delete';
}

export function eraseAll(model: Model): void {
  if (model.wasArrived && model.held.has('identity')) model.sealedOff.add('identity');
  model.held.clear();
  model.state = 'erased';
}

/** The answer was lost, or somebody kept the bytes: the same again, of any act before. */
export class SendAgain extends Act {
  readonly back: number;
  constructor(back: number) {
    super();
    this.back = back;
  }
  override check = (model: Readonly<Model>) => model.acts.length > this.back;
  async act(model: Model, { phone }: World): Promise<void> {
    const done = model.acts.at(-1 - this.back);
    assert(done !== undefined);
    if (done === model.newest && model.state !== 'expired') {
      const { proven } = await phone.send(done.before, done.act);
      assert.deepEqual(proven, done.proven);
      return;
    }
    assert.equal(await codeOf(phone.send(done.before, done.act)), lateCodes[model.state]);
  }
  toString = () => `send act ${this.back} again`;
}

/** The registration itself, late. */
export class RegisterAgain extends Act {
  async act(model: Model, { phone, place, first }: World): Promise<void> {
    const attempt = phone.api.register(place.hotel.property, phone.sealed.body);
    if (isLive(model)) assert.deepEqual(await attempt, first.view.receipt);
    else assert.equal(await codeOf(attempt), 'gone');
  }
  toString = () => 'register again';
}

/** A phone that slept since the beginning says yes. */
export class StaleYes extends Act {
  override check = (model: Readonly<Model>) => model.events > 1;
  async act(model: Model, { phone, first }: World): Promise<void> {
    const code = await codeOf(phone.send(first, await phone.compose(first, { give: ['membership'] })));
    assert.equal(code, lateCodes[model.state]);
  }
  toString = () => 'stale yes';
}
