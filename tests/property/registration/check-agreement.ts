import assert from 'node:assert/strict';
import { isDeepStrictEqual } from 'node:util';
import { maskContact } from '../../../src/pii/mask.ts';
import { purposePayload } from '../../../src/pii/payloads.ts';
import type { PurposeId } from '../../../src/protocol/purposes.ts';
import { Refusal } from '../../../src/protocol/problems.ts';
import { registrationChangeSchema } from '../../../src/protocol/registration-change.ts';
import { submissionSchema } from '../../../src/protocol/submission.ts';
import type { DeskEntry } from '../../../src/staff/desk/desk-entry.ts';
import { openPurpose } from '../../../src/staff/desk/open-purpose.ts';
import { foundOnDisk } from '../../support/found-on-disk.ts';
import type { OpenedByPhone } from '../../support/guest-phone.ts';
import { isLive, type Model, ordered, stateName, type World } from './model.ts';

/** After every act: the server, and the tablet if it is awake. Throws where either says something else than the model. */
export async function checkStep(model: Model, real: World): Promise<void> {
  await checkServer(model, real);
  const { tablet } = real.place;
  if (!tablet.isAsleep) await tablet.agrees(real.phone.registration, (entry) => checkEntry(model, entry));
}

/**
 * At the end everyone is awake, looks at everything, and the disk is searched. Throws where anything differs from the model. Whether the
 * disk held nothing destroyed as it was; else the server's next round had to see to it.
 */
export async function checkEnd(model: Model, real: World): Promise<boolean> {
  const { tablet } = real.place;
  tablet.wake();
  await checkStep(model, real);
  const opened = await real.phone.open();
  checkGuest(model, opened);
  const { purposes } = real.place.hotel.manifest.manifest;
  await Promise.all(purposes.map(({ id }) => checkOpening(model, real, id)));
  const log = await real.phone.log(opened);
  assert.equal(log.kind, 'verified', JSON.stringify(log));
  return checkDisk(model, real);
}

async function checkServer(model: Model, { place, phone }: World): Promise<void> {
  const stored = await place.server.store.registration(phone.registration);
  assert.equal(stored?.state, stateName(model));
  assert.deepEqual(stored.purposes, ordered(model.held));
  assert.equal(stored.events, model.events);
  assert.equal(stored.receipts, model.receipts);
}

function checkGuest(model: Model, { view, own, events, receipts }: OpenedByPhone): void {
  assert.equal(view.status.state, stateName(model));
  assert.equal(events.length, model.events);
  assert.equal(receipts.length, model.receipts);
  // Each receipt names the one before.
  for (const [at, { receipt }] of receipts.entries())
    assert.equal(receipt.supersedes, receipts[at - 1]?.receipt.receipt_id ?? null);
  assert.deepEqual(own?.details ?? null, isLive(model) ? model.details : null);
  const standing = (state: string) => view.purposes.filter((one) => one.state === state).map(({ purpose }) => purpose);
  assert.deepEqual(standing('held'), ordered(model.held));
  assert.deepEqual(standing('withdrawn'), ordered(model.withdrawn));
  assert.deepEqual(standing('sealed-off'), ordered(model.sealedOff));
}

function checkEntry(model: Model, entry: DeskEntry | undefined): void {
  assert(entry !== undefined, 'the tablet has no row');
  const { row, card, desk, broken } = entry;
  assert.equal(row.state, stateName(model));
  assert.deepEqual(row.purposes, ordered(model.held));
  assert.deepEqual(row.sealedOff ?? [], ordered(model.sealedOff));
  assert.equal(broken, false);
  const { name, checkIn, checkOut, partySize } = model.details;
  const maskedContact = model.cardPhone === null ? null : maskContact(model.cardPhone);
  const wanted = model.held.size === 0 ? null : { name, maskedContact, checkIn, checkOut, partySize };
  assert.deepEqual(card, wanted);
  assert.equal(desk?.room ?? null, model.state === 'arrived' ? '201' : null);
}

async function checkOpening(model: Model, { place, phone }: World, purpose: PurposeId): Promise<void> {
  const { session } = await place.desk();
  const attempt = openPurpose(session, phone, purpose, 'guest-asked');
  if (model.held.has(purpose)) {
    assert.deepEqual(await attempt, purposePayload(purpose, model.details));
    return;
  }
  const code = await attempt.then(
    () => 'opened',
    (error: unknown) => (error instanceof Refusal ? error.code : String(error)),
  );
  const ended = !isLive(model) || model.withdrawn.has(purpose);
  assert.equal(code, model.sealedOff.has(purpose) ? 'sealed_off' : ended ? 'gone' : 'not_found');
}

/** Of all ciphertexts ever sent, those of the newest version of what is held (and sealed off) are on the disk, and no piece of another. */
async function checkDisk(model: Model, { place, bodies }: World): Promise<boolean> {
  const newest = new Map<string, string>();
  const all: string[] = [];
  for (const body of bodies) {
    const json: unknown = JSON.parse(body);
    const { envelopes } = submissionSchema.safeParse(json).data ??
      registrationChangeSchema.safeParse(json).data ?? { envelopes: [] };
    for (const { kind, purpose, ciphertext } of envelopes) {
      newest.set(purpose ?? kind, ciphertext);
      all.push(ciphertext);
    }
  }
  const names = new Set<string>([...model.held, ...model.sealedOff]);
  if (isLive(model)) names.add('self');
  if (model.held.size > 0) names.add('card');
  const kept = [...newest].filter(([name]) => names.has(name)).map(([, ciphertext]) => ciphertext);
  const wanted = kept.toSorted();
  const found = (await foundOnDisk(place.server.folder, all)).toSorted();
  if (isDeepStrictEqual(found, wanted)) return true;
  // About once in a thousand orders SQLite has left a piece behind when it moved a row to another page before that was destroyed. It
  // may stay until the server's next round, which is this; anything it doesn't reach is a fault, and so are many such orders.
  await place.server.store.scrub();
  assert.deepEqual((await foundOnDisk(place.server.folder, all)).toSorted(), wanted);
  return false;
}
