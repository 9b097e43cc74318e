import { describe, expect, it } from 'vitest';
import * as z from 'zod/mini';
import { type Delivery, type DeliveryTools, startDelivery } from '../../../../src/guest/outbox/delivery.ts';
import { type KeptWhere, memoryOutbox, type Outbox } from '../../../../src/guest/outbox/outbox.ts';
import type { OutboxEntry } from '../../../../src/guest/outbox/outbox-entry.ts';
import type { Renewal } from '../../../../src/guest/outbox/renewal.ts';
import type { Turn } from '../../../../src/guest/outbox/turn.ts';
import { type AnyProblem, Refusal } from '../../../../src/protocol/problems.ts';
import { sampleEntry, sampleReceipt } from './sample-entry.ts';

const onDevice = (outbox: Outbox): Outbox => ({
  ...outbox,
  put: async (entry) => {
    await outbox.put(entry);
    return 'device';
  },
});

/** A hotel that answers with these problems, one after the other, and then with a receipt; time passes when told to. */
function hotelThatSays(
  problems: readonly (AnyProblem | Refusal)[],
  changes: Partial<DeliveryTools> = {},
  kept: KeptWhere | null = null,
) {
  const outbox = changes.outbox ?? onDevice(memoryOutbox());
  const bodies: string[] = [];
  const pauses: number[] = [];
  let due: (() => void) | null = null;
  const delivery = startDelivery(sampleEntry, kept, {
    outbox,
    turn: (_name, work) => work(),
    send: async (_entry, { body }) => {
      const problem = problems[bodies.length];
      bodies.push(body);
      if (problem !== undefined) throw problem instanceof Refusal ? problem : new Refusal(problem);
      return sampleReceipt;
    },
    renew: {
      start: () => Promise.reject(new Refusal('manifest_outdated')),
      finish: () => Promise.reject(new Refusal('internal')),
    },
    later: (milliseconds, callback) => {
      pauses.push(milliseconds);
      due = callback;
      return () => {
        due = null;
      };
    },
    ...changes,
  });
  return { delivery, outbox, bodies, pauses, pass: () => due?.() };
}

async function until(condition: () => boolean): Promise<void> {
  for (let turn = 0; turn < 100 && !condition(); turn += 1) await Promise.resolve();
  expect(condition()).toBe(true);
}

const is = (delivery: Delivery, kind: string) => until(() => delivery.state().kind === kind);

describe('a sealed registration on its way', () => {
  it('goes out once, and stays kept until the desk has seen it', async () => {
    const { delivery, outbox, bodies } = hotelThatSays([]);
    await is(delivery, 'received');
    expect(bodies).toEqual([sampleEntry.body]);
    await Promise.resolve();
    expect(await outbox.get(sampleEntry.registration)).toEqual({
      ...sampleEntry,
      state: 'received',
      receipt: sampleReceipt,
    });
    delivery.nudge();
    expect(bodies).toHaveLength(1);
    delivery.told({ state: 'seen', seenAt: null, arrivedAt: null });
    await until(() => delivery.entry().state === 'seen');
    expect(await outbox.get(sampleEntry.registration)).toMatchObject({ state: 'seen', body: null });
  });

  it('waits, longer each time, and sends the same bytes again', async () => {
    const { delivery, bodies, pauses, pass, outbox } = hotelThatSays(['offline', 'offline', 'internal']);
    for (const attempt of [1, 2, 3]) {
      await until(() => delivery.state().kind === 'waiting' && pauses.length === attempt);
      expect(await outbox.all()).toEqual([sampleEntry]);
      pass();
    }
    await is(delivery, 'received');
    expect(pauses).toEqual([1000, 2000, 4000]);
    expect(new Set(bodies)).toEqual(new Set([sampleEntry.body]));
  });

  it('that waited is called received only once that is written down, so that the next page sends nothing again', async () => {
    const memory = memoryOutbox();
    await memory.put(sampleEntry);
    let written: (() => void) | undefined;
    const slow: Outbox = {
      ...onDevice(memory),
      update: (registration, change) =>
        new Promise((resolve) => {
          written = () => resolve(memory.update(registration, change));
        }),
    };
    const { delivery, bodies } = hotelThatSays([], { outbox: slow }, 'device');
    await until(() => written !== undefined);
    expect(bodies).toHaveLength(1);
    expect(delivery.state().kind).toBe('sending');
    written?.();
    await is(delivery, 'received');
    expect(await memory.get(sampleEntry.registration)).toMatchObject({ state: 'received' });
  });

  it('that another tab forgot meanwhile is not sent, as the guest was told', async () => {
    const memory = onDevice(memoryOutbox());
    await memory.put(sampleEntry);
    const { delivery, bodies } = hotelThatSays(['offline'], { outbox: memory }, 'device');
    await is(delivery, 'waiting');
    await memory.remove(sampleEntry.registration);
    delivery.nudge();
    await is(delivery, 'dropped');
    expect(bodies).toHaveLength(1);
    expect(delivery.state()).toEqual({ kind: 'dropped', because: 'forgotten' });
  });

  it('goes out all the same where the device doesn’t say whether it still has it', async () => {
    const mute: Outbox = { ...onDevice(memoryOutbox()), get: async () => 'unknown' };
    const { delivery, bodies } = hotelThatSays([], { outbox: mute }, 'device');
    await is(delivery, 'received');
    expect(bodies).toEqual([sampleEntry.body]);
  });

  it('waits at least as long as the hotel asked', async () => {
    const { delivery, pauses } = hotelThatSays([new Refusal('too_many_attempts', undefined, 30)]);
    await is(delivery, 'waiting');
    expect(pauses).toEqual([30_000]);
  });

  it('tries at once when the connection returns', async () => {
    const { delivery } = hotelThatSays(['offline']);
    await is(delivery, 'waiting');
    delivery.nudge();
    await is(delivery, 'received');
    expect(delivery.state()).toEqual({ kind: 'received', receipt: sampleReceipt });
  });

  it.each<AnyProblem>(['manifest_outdated', 'receipt_invalid', 'consent_invalid'])(
    'is never called received, nor tried again by itself, after %s',
    async (problem) => {
      const { delivery, pauses, outbox } = hotelThatSays([problem]);
      await is(delivery, 'refused');
      expect(delivery.state()).toEqual({ kind: 'refused', problem });
      expect(pauses).toEqual([]);
      expect(await outbox.all(), 'it stays until it is forgotten').toHaveLength(1);
    },
  );
});

describe('a registration the hotel gave a receipt for', () => {
  it('is offered again, the same bytes, when the hotel has lost it', async () => {
    const { delivery, bodies } = hotelThatSays([]);
    await is(delivery, 'received');
    // Past what is written down after the state.
    for (let turn = 0; turn < 20; turn += 1) await Promise.resolve();
    delivery.told(null);
    await until(() => bodies.length === 2);
    await is(delivery, 'received');
    expect(bodies[1]).toBe(bodies[0]);
  });

  it('is not offered again once the desk has seen it', async () => {
    const { delivery, bodies } = hotelThatSays([]);
    await is(delivery, 'received');
    delivery.told({ state: 'seen', seenAt: null, arrivedAt: null });
    await until(() => delivery.entry().state === 'seen');
    delivery.told(null);
    for (let turn = 0; turn < 20; turn += 1) await Promise.resolve();
    expect(bodies).toHaveLength(1);
  });

  it.each(['departed', 'expired', 'erased'] as const)('is forgotten by itself once %s', async (state) => {
    const { delivery, outbox } = hotelThatSays([]);
    await is(delivery, 'received');
    for (let turn = 0; turn < 20; turn += 1) await Promise.resolve();
    delivery.told({ state, seenAt: null, arrivedAt: null });
    for (let turn = 0; turn < 20; turn += 1) await Promise.resolve();
    expect(await outbox.all()).toEqual([]);
  });

  it.each<AnyProblem>(['gone', 'already_erased'])(
    '%s is final: nothing is kept, nothing sent again',
    async (problem) => {
      const { delivery, outbox, pauses } = hotelThatSays([problem]);
      await is(delivery, 'refused');
      expect(await outbox.all()).toEqual([]);
      expect(pauses).toEqual([]);
    },
  );
});

describe('rules that moved on', () => {
  const anew: OutboxEntry = { ...sampleEntry, body: '{"sealed":"anew"}' };
  // Only whether there is news matters here.
  const renewal = (news: object | null) => z.custom<Renewal>().parse({ news });

  it('are sealed for without a question where every word is as the guest was shown it', async () => {
    const { delivery, bodies, pass } = hotelThatSays(['manifest_outdated'], {
      renew: { start: async () => renewal(null), finish: async () => anew },
    });
    await until(() => delivery.entry().body === anew.body && delivery.kept() === 'device');
    for (let turn = 0; turn < 20; turn += 1) await Promise.resolve();
    pass();
    await is(delivery, 'received');
    expect(bodies).toEqual([sampleEntry.body, anew.body]);
  });

  it('are asked about where something changed; a no to all that was left sends nothing', async () => {
    const { delivery, bodies, outbox } = hotelThatSays(['manifest_outdated'], {
      renew: { start: async () => renewal({}), finish: async () => null },
    });
    await is(delivery, 'asking');
    delivery.answer({ choices: { answers: { offers: 'no' }, identity: null }, shownAt: 1 });
    await is(delivery, 'dropped');
    expect(bodies).toHaveLength(1);
    expect(await outbox.all()).toEqual([]);
  });

  it('wait where they cannot be fetched', async () => {
    const { delivery, pauses } = hotelThatSays(['manifest_outdated'], {
      renew: { start: () => Promise.reject(new Refusal('offline')), finish: async () => null },
    });
    await is(delivery, 'waiting');
    expect(pauses).toEqual([1000]);
  });
});

it('an attempt that fails before its turn is taken is told, and thrown nowhere', async () => {
  const turn: Turn = async (_name, work) => {
    await new Promise((resolve) => {
      setImmediate(resolve);
    });
    return work();
  };
  const { delivery, pauses } = hotelThatSays(['offline'], { turn });
  await new Promise((resolve) => {
    setImmediate(() => setImmediate(resolve));
  });
  await is(delivery, 'waiting');
  expect(pauses).toEqual([1000]);
});

describe('two tabs with the same registration', () => {
  it('send it once: the second takes over what the first brought home', async () => {
    const outbox = onDevice(memoryOutbox());
    let held = false;
    const turn: Turn = async (_name, work) => {
      if (held) return 'taken';
      held = true;
      try {
        return await work();
      } finally {
        held = false;
      }
    };
    const first = hotelThatSays([], { outbox, turn });
    const second = hotelThatSays([], { outbox, turn }, 'device');
    await is(first.delivery, 'received');
    await until(() => second.pauses.length === 1 || second.delivery.state().kind === 'received');
    for (let turns = 0; turns < 20; turns += 1) await Promise.resolve();
    second.pass();
    await is(second.delivery, 'received');
    expect([...first.bodies, ...second.bodies]).toHaveLength(1);
  });
});
