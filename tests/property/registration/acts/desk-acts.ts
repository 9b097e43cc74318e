import assert from 'node:assert/strict';
import { Refusal } from '../../../../src/protocol/problems.ts';
import type { PurposeId } from '../../../../src/protocol/purposes.ts';
import {
  deskRequestSchema,
  type RequestOpening,
  type RequestStepBody,
  requestStepAnswerSchema,
} from '../../../../src/protocol/request.ts';
import { toDate } from '../../../../src/protocol/time.ts';
import { ask } from '../../../../src/staff/api/call.ts';
import { confirmArrival } from '../../../../src/staff/desk/confirm-arrival.ts';
import { isLive, type Model, type World } from '../model.ts';
import { Act, codeOf } from './act.ts';
import { eraseAll } from './guest-acts.ts';

const day = 86_400_000;

export class Arrive extends Act {
  override check = ({ state }: Readonly<Model>) => state === 'waiting';
  async act(model: Model, { place, phone }: World): Promise<void> {
    const { session } = await place.desk();
    const stay = { room: '201', remarks: '', checkOut: toDate(place.clock.now + 2 * day) };
    await confirmArrival(session, place.hotel.manifest.manifest.card, phone.registration, stay);
    model.state = 'arrived';
    model.wasSeen = true;
    model.wasArrived = true;
  }
  toString = () => 'arrive';
}

export class See extends Act {
  async act(model: Model, { place, phone }: World): Promise<void> {
    await (await place.desk()).session.api.markSeen([phone.registration]);
    if (model.state === 'waiting') model.wasSeen = true;
  }
  toString = () => 'see';
}

/** A guest without the secret at the desk: verified, found, done, certified; then once more, which is too late. */
async function onRequest({ place, phone }: World, opening: Pick<RequestOpening, 'kind' | 'purpose'>): Promise<void> {
  const { caller } = await place.desk();
  const { registration } = phone;
  const body = { ...opening, origin: 'desk-in-person', registration };
  const { id } = await ask(caller, 'openRequest', deskRequestSchema, { body });
  const step = (one: RequestStepBody) =>
    ask(caller, 'stepRequest', requestStepAnswerSchema, { parameters: { request: id }, body: one });
  await step({ step: 'verified' });
  await step({ step: 'found', registration });
  const { receipt } = await step({ step: 'done' });
  assert.notEqual(receipt, null);
  assert.equal(await codeOf(step({ step: 'done' })), 'request_closed');
  await step({ step: 'certified' });
}

function byDesk(model: Model): void {
  model.newest = null;
  model.receipts += 1;
}

/** The desk takes back for the guest. No new card can be sealed: only the guest's own key could sign for one. */
export class DeskTakesBack extends Act {
  readonly purpose: PurposeId;
  constructor(purpose: PurposeId) {
    super();
    this.purpose = purpose;
  }
  override check = isLive;
  async act(model: Model, real: World): Promise<void> {
    const request = onRequest(real, { kind: 'withdrawal', purpose: this.purpose });
    if (!model.held.has(this.purpose)) {
      assert.equal(await codeOf(request), 'not_found');
      return;
    }
    await request;
    byDesk(model);
    model.held.delete(this.purpose);
    model.withdrawn.add(this.purpose);
  }
  toString = () => `desk takes back ${this.purpose}`;
}

export class DeskDeletes extends Act {
  async act(model: Model, real: World): Promise<void> {
    const request = onRequest(real, { kind: 'deletion', purpose: null });
    if (!isLive(model)) {
      assert.equal(await codeOf(request), model.state === 'erased' ? 'already_erased' : 'gone');
      return;
    }
    await request.catch((error: unknown) => {
      throw error instanceof Refusal ? new Error(`refused: ${error.code}`, { cause: error }) : error;
    });
    byDesk(model);
    eraseAll(model);
  }
  toString = () => 'desk deletes';
}
