import assert from 'node:assert/strict';
import { purposePayload } from '../../../src/pii/payloads.ts';
import { type PurposeId, purposeIds } from '../../../src/protocol/purposes.ts';
import { Refusal } from '../../../src/protocol/problems.ts';
import { registrationChangeSchema } from '../../../src/protocol/registration-change.ts';
import { submissionSchema } from '../../../src/protocol/submission.ts';
import { openEntry } from '../../../src/staff/desk/desk-entry.ts';
import { openPurpose } from '../../../src/staff/desk/open-purpose.ts';
import { foundOnDisk } from '../../support/found-on-disk.ts';
import { isLive, type Model, ordered, type World } from './model.ts';

const states = { waiting: 'received', arrived: 'arrived', expired: 'expired', erased: 'erased' } as const;

/** Throws where anyone sees something else than the model. `deep` also opens every envelope, checks the log and searches the disk. */
export async function checkAgreement(
  { model, real }: { readonly model: Model; readonly real: World },
  { deep }: { readonly deep: boolean },
): Promise<void> {
  await checkGuest(model, real);
  await checkDesk(model, real);
  if (!deep) return;
  for (const purpose of purposeIds) await checkOpening(model, real, purpose);
  const log = await real.phone.log();
  assert.equal(log.kind, 'verified', JSON.stringify(log));
  await checkDisk(model, real);
}

async function checkGuest(model: Model, { phone }: World): Promise<void> {
  const { view, own, events, receipts } = await phone.open();
  assert.equal(view.status.state, states[model.state]);
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

async function checkDesk(model: Model, { server, hotel, desk, phone }: World): Promise<void> {
  const stored = await server.store.registration(phone.registration);
  assert.deepEqual(stored?.purposes, ordered(model.held));
  const row = await rowOf({ server, hotel, phone });
  assert.equal(row.state, states[model.state]);
  assert.deepEqual(row.purposes, ordered(model.held));
  assert.deepEqual(row.sealedOff ?? [], ordered(model.sealedOff));
  const entry = await openEntry(hotel.property, desk.keyring, row);
  assert.equal(entry.broken, false);
  const needsContact = [...model.held].some((id) => id !== 'identity');
  if (model.held.size === 0) assert.equal(entry.card, null);
  else assert.equal(entry.card?.maskedContact !== null, needsContact);
  assert.equal(entry.desk !== null, model.state === 'arrived');
}

async function rowOf({ server, hotel, phone }: Pick<World, 'server' | 'hotel' | 'phone'>) {
  for (let cursor = 0; ; ) {
    const rows = await server.store.rows(hotel.property, cursor, 500);
    const found = rows.find(({ row }) => row.registration === phone.registration);
    if (found !== undefined) return found.row;
    const last = rows.at(-1);
    assert(last !== undefined, 'no row');
    cursor = last.cursor;
  }
}

async function checkOpening(model: Model, world: World, purpose: PurposeId): Promise<void> {
  const attempt = openPurpose(world.desk, await rowOf(world), purpose, 'check-in');
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
async function checkDisk(model: Model, { server, bodies }: World): Promise<void> {
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
  assert.deepEqual((await foundOnDisk(server.folder, all)).toSorted(), kept.toSorted());
}
