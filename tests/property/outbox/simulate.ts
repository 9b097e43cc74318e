import { randomBytes } from '../../../src/crypto/random-bytes.ts';
import { verifyNotice } from '../../../src/crypto/verify-manifest.ts';
import type { Hotel } from '../../../src/demo/set-up-hotel.ts';
import { type Delivery, startDelivery } from '../../../src/guest/outbox/delivery.ts';
import { type OutboxEntry, waitingEntry } from '../../../src/guest/outbox/outbox-entry.ts';
import { finishRenewal, startRenewal } from '../../../src/guest/outbox/renewal.ts';
import { rulesOf } from '../../../src/guest/outbox/rules-of.ts';
import { forgetfulMemory } from '../../../src/guest/phone/forgetful-memory.ts';
import { createGuestApi } from '../../../src/guest/registration/guest-api.ts';
import { sendSubmission } from '../../../src/guest/registration/send-submission.ts';
import { parseReceipt } from '../../../src/protocol/receipt.ts';
import { makeSubmissions } from '../../support/make-submissions.ts';
import type { SeededRandom } from '../../support/seeded-random.ts';
import type { TestServer } from '../../support/test-server.ts';
import { type Faults, FaultyPhone, noFaults, type Tab, type Tally } from './faulty-phone.ts';

export interface Scene {
  readonly server: TestServer;
  readonly hotel: Hotel;
  readonly random: SeededRandom;
  readonly tally: Tally;
}

/** How one guest's registration ended. */
export interface Ending {
  readonly registration: string;
  /** Whether the phone ever said that it keeps it, or that the hotel has it. */
  readonly promised: boolean;
  readonly received: boolean;
  /** What was never to happen, in words. */
  readonly faults: readonly string[];
  /** Awaits the phone passed. */
  readonly awaits: number;
  /** Milliseconds from the end of the faults to the receipt. */
  readonly drained: number;
}

/** Attempts after which the faults stop. */
const troubledSteps = 12;

export async function newEntry({ hotel, server }: Scene): Promise<OutboxEntry> {
  const [sealed] = await makeSubmissions({ manifest: hotel.manifest, count: 1 });
  if (sealed === undefined) throw new TypeError('one was asked for');
  const notice = await verifyNotice(hotel.notices['zh-Hans'] ?? '', 'zh-Hans', hotel.manifest.manifest);
  const rules = { signed: hotel.manifest, notice, language: 'zh-Hans', fingerprint: hotel.fingerprint } as const;
  return waitingEntry(sealed, rules, server.clock.now);
}

/** One guest seals; everything goes wrong for a while; then nothing does. `untilCalm`: until nothing goes wrong elsewhere either. */
export async function liveThrough(
  scene: Scene,
  entry: OutboxEntry,
  faults: Faults,
  untilCalm: () => Promise<void> = () => Promise.resolve(),
): Promise<Ending> {
  const { random, server } = scene;
  const phone = new FaultyPhone(random, faults, scene.tally);
  const { registration } = entry;
  const open: { readonly tab: Tab; readonly delivery: Delivery }[] = [];
  const wrong = new Set<string>();
  let promised = false;
  let receivedAt: number | null = null;

  const start = (from: OutboxEntry, kept: 'device' | null) => {
    const tab = phone.newTab();
    const delivery = startDelivery(from, kept, toolsOf(scene, phone, tab));
    open.push({ tab, delivery });
    delivery.subscribe(() => look(tab, delivery));
  };
  const look = (tab: Tab, delivery: Delivery) => {
    if (!tab.alive) return;
    const state = delivery.state();
    if (delivery.kept() === 'device') promised = true;
    if (state.kind === 'received') {
      promised = true;
      receivedAt ??= phone.now;
      if (parseReceipt(state.receipt.text).record_id !== registration) wrong.add('another registration’s receipt');
    } else if (state.kind === 'refused') wrong.add(`refused: ${state.problem}`);
    else if (state.kind === 'asking' || state.kind === 'dropped') wrong.add(state.kind);
  };

  start(entry, null);
  let calm = 0;
  for (let step = 0; step < 200; step += 1) {
    if (step === troubledSteps) {
      phone.faults = noFaults;
      calm = phone.now;
      await untilCalm();
    }
    await phone.quiet();
    const alive = open.filter(({ tab }) => tab.alive);
    for (const { tab, delivery } of alive) look(tab, delivery);
    const all = alive.length > 0 && alive.every(({ delivery }) => delivery.state().kind === 'received');
    if (all && step >= troubledSteps) break;
    // The guest opens the page again, or once more beside it.
    if (alive.length === 0 || (alive.length < 3 && random.chance(0.2))) {
      const [found] = await phone.kept();
      if (found !== undefined) start(found, 'device');
      else if (alive.length === 0) break;
    } else if (!phone.pass()) for (const { delivery } of alive) delivery.nudge();
    if (random.chance(0.3)) await phone.arriveLate();
  }
  await phone.arriveLate();
  for (const { delivery } of open) delivery.stop();

  const record = await server.store.registration(registration);
  const received = receivedAt !== null;
  if (received && record === null) wrong.add('a receipt without a record');
  if (promised && !received) wrong.add('lost');
  const entries = await server.store.entriesOf(scene.hotel.property, registration);
  const times = entries.filter(({ entry: text }) => text.includes('"registered"')).length;
  if (times > 1) wrong.add(`registered ${times} times`);
  return {
    registration,
    promised,
    received,
    faults: [...wrong],
    awaits: phone.awaits,
    drained: Math.max(0, (receivedAt ?? 0) - calm),
  };
}

function toolsOf({ server }: Scene, phone: FaultyPhone, tab: Tab): Parameters<typeof startDelivery>[2] {
  const api = createGuestApi({ fetch: phone.fetch(tab), origin: server.url });
  const device = { api, clock: () => server.clock.now, random: randomBytes, sequences: forgetfulMemory().sequences };
  return {
    outbox: phone.outbox(tab),
    turn: phone.turn(tab),
    later: phone.later(tab),
    send: (waiting, sealed) => phone.through(tab, async () => sendSubmission(api, sealed, await rulesOf(waiting))),
    renew: {
      start: (outdated) => startRenewal(outdated, device),
      finish: (renewal, told) => finishRenewal(renewal, told, device),
    },
  };
}
