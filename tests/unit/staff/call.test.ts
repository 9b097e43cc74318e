import { expect, test } from 'vitest';
import { Refusal } from '../../../src/protocol/problems.ts';
import type { Fetch } from '../../../src/staff/api/call.ts';
import { staffDoor } from '../../../src/staff/api/staff-api.ts';
import { FakeTimers } from './fake-timers.ts';

/** Resolves with what became of it so far. */
async function soFar(promise: Promise<unknown>): Promise<unknown> {
  await new Promise((resolve) => setImmediate(resolve));
  return Promise.race([promise.catch((error: unknown) => error), Promise.resolve('waiting')]);
}

const ended = (signal: AbortSignal | null | undefined) =>
  new Promise<never>((_, reject) => {
    signal?.addEventListener('abort', () => reject(new DOMException('aborted', 'AbortError')));
  });

const silent: Fetch = (_url, { signal }) => ended(signal);

/** Begins an answer and never ends it. */
const endless: Fetch = async (_url, { signal }) => {
  const body = new ReadableStream({
    start: (controller) => {
      controller.enqueue(new TextEncoder().encode('{"people":['));
      signal?.addEventListener('abort', () => controller.error(new DOMException('aborted', 'AbortError')));
    },
  });
  return new Response(body);
};

test.each([
  ['answers nothing', silent],
  ['never ends its answer', endless],
])('a server that %s counts as out of reach after twenty seconds', async (_, fetch) => {
  const timers = new FakeTimers();
  const asked = staffDoor(fetch, '', timers).staff('session').people();
  timers.turn(19_999);
  expect(await soFar(asked)).toBe('waiting');
  timers.turn(1);
  await expect(asked).rejects.toEqual(new Refusal('offline'));
});

test('what is sent without reading an answer has the same patience', async () => {
  const timers = new FakeTimers();
  const sent = staffDoor(silent, '', timers).staff('session').markSeen([]);
  timers.turn(20_000);
  await expect(sent).rejects.toEqual(new Refusal('offline'));
});

test('the change stream may be quiet for as long as its reader likes', async () => {
  const timers = new FakeTimers();
  const reader = new AbortController();
  const changes = staffDoor(silent, '', timers).staff('session').changes(0, reader.signal);
  timers.turn(3_600_000);
  expect(await soFar(changes)).toBe('waiting');
  reader.abort();
  await expect(changes).rejects.toEqual(new Refusal('offline'));
});

test('an answer in time leaves no timer behind', async () => {
  let running = 0;
  const after = () => {
    running += 1;
    return () => {
      running -= 1;
    };
  };
  const answering: Fetch = async () => Response.json({ people: [], team: null });
  expect(
    await staffDoor(answering, '', { now: () => 0, elapsed: () => 0, after })
      .staff('session')
      .people(),
  ).toEqual([]);
  expect(running).toBe(0);
});
