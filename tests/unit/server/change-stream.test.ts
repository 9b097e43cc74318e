import { afterEach, beforeEach, expect, test } from 'vitest';
import { changeSchema } from '../../../src/protocol/api.ts';
import { routePath } from '../../../src/protocol/routes.ts';
import type { TestHotel } from '../../support/hotel-fixtures.ts';
import { testGuest, type TestPerson } from '../../support/server-fixtures.ts';
import { setUp, signIn, startTestServer, type TestServer } from '../../support/test-server.ts';

let server: TestServer;
let hotel: TestHotel;
let owner: TestPerson;
let authorization: string;

beforeEach(async () => {
  server = await startTestServer({ heartbeat: 60 });
  ({ hotel, owner } = await setUp(server));
  ({ authorization } = await signIn(server, hotel, owner));
});

afterEach(() => server.end());

async function register(): Promise<string> {
  const { body, submission } = await testGuest(hotel, { now: server.clock.now });
  await server.send('register', { parameters: { property: hotel.property }, body });
  return submission.registration;
}

/** Opens the stream as a tablet does; `next` gives event by event. */
async function listen(query = '', headers: Record<string, string> = {}, header = authorization) {
  const response = await fetch(`${server.url}${routePath('changes')}${query}`, {
    headers: { authorization: header, ...headers },
  });
  const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader();
  if (reader === undefined) throw new TypeError('no body');
  let buffer = '';
  /** The next block, or null at the end. */
  const block = async (): Promise<string | null> => {
    while (!buffer.includes('\n\n')) {
      const { value, done } = await reader.read();
      if (done) return null;
      buffer += value;
    }
    const [first = '', ...rest] = buffer.split('\n\n');
    buffer = rest.join('\n\n');
    return first;
  };
  const next = async () => {
    for (;;) {
      const text = await block();
      if (text === null) return null;
      const match = /^event: row\nid: (\d+)\ndata: (.*)$/.exec(text);
      if (match !== null) {
        const change = changeSchema.parse(JSON.parse(match[2] ?? ''));
        if (change.cursor !== Number(match[1])) throw new RangeError('the event’s id is not its cursor');
        return { cursor: change.cursor, registration: change.row.registration, state: change.row.state };
      }
    }
  };
  return { response, block, next, cancel: () => reader.cancel() };
}

test('tells of every change after the cursor, and then as they come', async () => {
  const first = await register();
  const second = await register();
  const stream = await listen('?since=1');
  expect(stream.response.headers.get('content-type')).toBe('text/event-stream');
  expect(stream.response.headers.get('content-security-policy')).toContain("default-src 'none'");
  expect(await stream.block()).toBe('retry: 2000');
  expect(await stream.next()).toEqual({ cursor: 2, registration: second, state: 'received' });
  const third = await register();
  expect(await stream.next()).toEqual({ cursor: 3, registration: third, state: 'received' });
  await server.send('seen', { authorization, body: { registrations: [first] } });
  expect(await stream.next()).toEqual({ cursor: 4, registration: first, state: 'seen' });
  await stream.cancel();
});

test('resumes after the last event id, which wins over the address', async () => {
  await register();
  const second = await register();
  const stream = await listen('?since=0', { 'last-event-id': '1' });
  expect(await stream.next()).toMatchObject({ cursor: 2, registration: second });
  await stream.cancel();
  expect((await listen('?since=x')).response.status).toBe(400);
});

test('a quiet stream gives signs of life', async () => {
  const stream = await listen();
  expect(await stream.block()).toBe('retry: 2000');
  expect(await stream.block()).toBe(': still here');
  expect(await stream.block()).toBe(': still here');
  await stream.cancel();
});

test('ends at sign-out, with the session’s time, and leaves other sessions’ streams open', async () => {
  const other = await signIn(server, hotel, owner);
  const [mine, theirs] = [await listen(), await listen('', {}, other.authorization)];
  await server.send('signOut', { authorization });
  expect(await mine.next()).toBeNull();
  const registration = await register();
  expect(await theirs.next()).toMatchObject({ registration });
  server.clock.now += 12 * 60_000;
  expect(await theirs.next()).toBeNull();
});

test('tells nothing more once its session has idled out, before any sign of life is due', async () => {
  await server.end();
  server = await startTestServer({ heartbeat: 60_000 });
  ({ hotel, owner } = await setUp(server));
  ({ authorization } = await signIn(server, hotel, owner));
  const stream = await listen();
  const registration = await register();
  expect(await stream.next()).toMatchObject({ registration });
  server.clock.now += 12 * 60_000;
  const next = stream.next();
  await register();
  expect(await next).toBeNull();
});

test('many listeners all hear, and those that leave are forgotten', async () => {
  const streams = await Promise.all(Array.from({ length: 40 }, () => listen()));
  const registration = await register();
  for (const heard of await Promise.all(streams.map((stream) => stream.next())))
    expect(heard).toMatchObject({ registration });
  await Promise.all(streams.map((stream) => stream.cancel()));
  await expect
    .poll(async () => (await fetch(`${server.url}/metrics`)).text(), { interval: 20 })
    .toContain('foyer_open_streams 0');
});

test('ends when the server stops, which doesn’t wait for it', async () => {
  const stream = await listen();
  const ended = stream.next();
  const began = performance.now();
  await server.stop();
  expect(await ended).toBeNull();
  expect(performance.now() - began).toBeLessThan(4500);
  server = await startTestServer();
});
