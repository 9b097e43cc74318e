import { describe, expect, it } from 'vitest';
import type { SealedSubmission } from '../../../src/guest/registration/compose-submission.ts';
import { startDelivery } from '../../../src/guest/registration/delivery.ts';
import { memoryOutbox } from '../../../src/guest/registration/outbox.ts';
import { type AnyProblem, Refusal } from '../../../src/protocol/problems.ts';
import type { ProvenReceipt } from '../../../src/protocol/receipt.ts';

const sealed: SealedSubmission = {
  body: '{"sealed":true}',
  property: '0123456789',
  registration: 'AAECAwQFBgcICQoLDA0ODw',
  code: 'ABC123',
  secret: 'S'.repeat(43),
  consentHash: 'C'.repeat(43),
  manifestHash: 'M'.repeat(43),
};

const receipt: ProvenReceipt = {
  format: 'foyer-proven-receipt/1',
  text: '',
  entry: '',
  index: 0,
  proof: [],
  checkpoint: '',
  manifest: '',
};

/** A hotel that answers with these problems, one after the other, and then with a receipt; time passes when told to. */
function hotelThatSays(problems: readonly (AnyProblem | Refusal)[]) {
  const outbox = memoryOutbox();
  const bodies: string[] = [];
  const pauses: number[] = [];
  let due: (() => void) | null = null;
  const delivery = startDelivery(sealed, {
    outbox,
    send: async ({ body }) => {
      const problem = problems[bodies.length];
      bodies.push(body);
      if (problem !== undefined) throw problem instanceof Refusal ? problem : new Refusal(problem);
      return receipt;
    },
    later: (milliseconds, callback) => {
      pauses.push(milliseconds);
      due = callback;
      return () => {
        due = null;
      };
    },
  });
  return { delivery, outbox, bodies, pauses, pass: () => due?.() };
}

async function until(condition: () => boolean): Promise<void> {
  for (let turn = 0; turn < 100 && !condition(); turn += 1) await Promise.resolve();
  expect(condition()).toBe(true);
}

describe('a sealed registration on its way', () => {
  it('goes out once, and leaves the outbox when the receipt is there', async () => {
    const { delivery, outbox, bodies } = hotelThatSays([]);
    await until(() => delivery.state().kind === 'received');
    expect(bodies).toEqual([sealed.body]);
    await until(() => delivery.state().kind === 'received');
    expect(await outbox.waiting()).toEqual([]);
    delivery.nudge();
    expect(bodies).toHaveLength(1);
  });

  it('waits, longer each time, and sends the same bytes again', async () => {
    const { delivery, bodies, pauses, pass, outbox } = hotelThatSays(['offline', 'offline', 'internal']);
    for (const attempt of [1, 2, 3]) {
      await until(() => delivery.state().kind === 'waiting' && pauses.length === attempt);
      expect(await outbox.waiting()).toEqual([sealed]);
      pass();
    }
    await until(() => delivery.state().kind === 'received');
    expect(pauses).toEqual([1000, 2000, 4000]);
    expect(new Set(bodies)).toEqual(new Set([sealed.body]));
  });

  it('waits at least as long as the hotel asked', async () => {
    const { delivery, pauses } = hotelThatSays([new Refusal('too_many_attempts', undefined, 30)]);
    await until(() => delivery.state().kind === 'waiting');
    expect(pauses).toEqual([30_000]);
  });

  it('tries at once when the connection returns', async () => {
    const { delivery } = hotelThatSays(['offline']);
    await until(() => delivery.state().kind === 'waiting');
    delivery.nudge();
    await until(() => delivery.state().kind === 'received');
    expect(delivery.state()).toEqual({ kind: 'received', receipt });
  });

  it.each<AnyProblem>(['manifest_outdated', 'receipt_invalid', 'consent_invalid'])(
    'is never called received, nor tried again by itself, after %s',
    async (problem) => {
      const { delivery, pauses } = hotelThatSays([problem]);
      await until(() => delivery.state().kind === 'refused');
      expect(delivery.state()).toEqual({ kind: 'refused', problem });
      expect(pauses).toEqual([]);
    },
  );
});
