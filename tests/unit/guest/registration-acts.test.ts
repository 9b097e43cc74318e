import { expect, it } from 'vitest';
import { isPassing, startActs } from '../../../src/guest/my-registration/registration-acts.ts';
import { type AnyProblem, Refusal } from '../../../src/protocol/problems.ts';

/** A hotel that gives the answers it was told, in order, and then agrees to everything. */
function scene(...answers: readonly AnyProblem[]) {
  const left = [...answers];
  const sent: string[] = [];
  const versions = [1];
  const acts = startActs({
    reopen: async () => {
      versions.push(versions.length + 1);
      return versions.length;
    },
    current: () => versions.length,
  });
  const perform = (key: string) =>
    acts.perform(key, async (version) => ({
      send: async () => {
        sent.push(`${key} on ${String(version)}`);
        const problem = left.shift();
        if (problem !== undefined) throw new Refusal(problem);
      },
    }));
  return { perform, sent };
}

it('acts go out one at a time, each resting on what the one before left', async () => {
  const { perform, sent } = scene();
  await Promise.all([perform('a'), perform('b'), perform('c')]);
  expect(sent).toEqual(['a on 1', 'b on 2', 'c on 3']);
});

it('an act without an answer is tried again as it was, not made anew', async () => {
  const { perform, sent } = scene('offline', 'unexpected_answer');
  await expect(perform('a')).rejects.toMatchObject({ code: 'offline' });
  await expect(perform('a')).rejects.toMatchObject({ code: 'unexpected_answer' });
  await perform('a');
  expect(sent).toEqual(['a on 1', 'a on 1', 'a on 1']);
});

it('another act first settles the one without an answer', async () => {
  const { perform, sent } = scene('offline');
  await expect(perform('a')).rejects.toMatchObject({ code: 'offline' });
  await perform('b');
  expect(sent).toEqual(['a on 1', 'a on 1', 'b on 2']);
});

it('another act waits with it while there is still no answer', async () => {
  const { perform, sent } = scene('offline', 'offline');
  await expect(perform('a')).rejects.toMatchObject({ code: 'offline' });
  await expect(perform('b')).rejects.toMatchObject({ code: 'offline' });
  expect(sent).toEqual(['a on 1', 'a on 1']);
});

it('a refused act is over, and the next one rests on how things really stand', async () => {
  const { perform, sent } = scene('consent_forked');
  await expect(perform('a')).rejects.toMatchObject({ code: 'consent_forked' });
  await perform('a');
  expect(sent).toEqual(['a on 1', 'a on 2']);
});

it('an earlier act that is refused after all doesn’t take the next one with it', async () => {
  const { perform, sent } = scene('offline', 'consent_replayed');
  await expect(perform('a')).rejects.toMatchObject({ code: 'offline' });
  await perform('b');
  expect(sent).toEqual(['a on 1', 'a on 1', 'b on 2']);
});

it('only what may go away by itself is tried again', () => {
  expect(isPassing('offline')).toBe(true);
  expect(isPassing('consent_forked')).toBe(false);
  expect(isPassing('receipt_invalid')).toBe(false);
});
