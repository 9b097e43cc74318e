// A request whose body comes long after its beginning: whoever sent it may have been sent away meanwhile.

import { once } from 'node:events';
import { type IncomingMessage, request } from 'node:http';
import { text as readAll } from 'node:stream/consumers';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { problemSchema } from '../../../src/protocol/problems.ts';
import { type RouteName, routePath, routes } from '../../../src/protocol/routes.ts';
import { stepUpSeconds } from '../../../src/protocol/step-up.ts';
import { sha256, type TestHotel } from '../../support/hotel-fixtures.ts';
import { testPerson, type TestPerson } from '../../support/server-fixtures.ts';
import { join } from '../../support/team-fixtures.ts';
import { setUp, signIn, startTestServer, type TestServer } from '../../support/test-server.ts';

let server: TestServer;
let hotel: TestHotel;
let supervisor: TestPerson;
let owner: string;
let by: string;

beforeEach(async () => {
  server = await startTestServer();
  const finished = await setUp(server);
  ({ hotel } = finished);
  owner = (await signIn(server, hotel, finished.owner)).authorization;
  supervisor = await testPerson(hotel, 'supervisor', 'wang');
  expect((await join(server, hotel, owner, supervisor)).code).toBeNull();
  by = (await signIn(server, hotel, supervisor)).authorization;
});

afterEach(() => server.end());

/** Begins a request. Gives what finishes it, which gives the problem it was answered with; null where there was none. */
async function begin(name: RouteName, authorization: string): Promise<(body: string) => Promise<string | null>> {
  const asked = request(`${server.url}${routePath(name, {})}`, {
    method: routes[name].method,
    headers: { authorization, 'content-type': 'application/json', expect: '100-continue' },
  });
  const answered = new Promise<IncomingMessage>((resolve, reject) => {
    asked.on('response', resolve).on('error', reject);
  });
  asked.flushHeaders();
  await once(asked, 'continue');
  asked.write('{');
  return async (body) => {
    asked.end(body.slice(1));
    const answer = await answered;
    const said = await readAll(answer);
    return answer.statusCode === 200 || answer.statusCode === 204 ? null : problemSchema.parse(JSON.parse(said)).code;
  };
}

test('a session ended meanwhile finishes nothing it began', async () => {
  const held = await begin('exportLog', by);
  const ended = await server.send('endSessions', { authorization: owner, body: { person: supervisor.person.id } });
  expect(ended.code).toBeNull();
  expect(await held('{}')).toBe('session_ended');
});

test('somebody who proved themselves just in time doesn’t stretch it with a slow body', async () => {
  const held = await begin('exportLog', by);
  server.clock.now += stepUpSeconds * 1000;
  expect(await held('{}')).toBe('step_up_needed');
});

test('a body that is only slow is taken', async () => {
  const held = await begin('exportLog', by);
  expect((await server.send('rows', { authorization: by })).status).toBe(200);
  expect(await held('{}')).toBeNull();
});

test.each(['changePassphrase', 'stepUp'] as const)(
  'guesses by %s that come all at once are slowed as others',
  async (name) => {
    const other = (await testPerson(hotel, 'supervisor', 'wang')).person.credential;
    const guess = (at: number) => {
      const proof = sha256(`guess ${at}`);
      return JSON.stringify(name === 'stepUp' ? { way: 'passphrase', proof } : { proof, credential: other });
    };
    const held = await Promise.all(Array.from({ length: 24 }, () => begin(name, by)));
    const codes = await Promise.all(held.map((finish, at) => finish(guess(at))));
    expect(codes.filter((code) => code !== 'too_many_attempts')).toEqual(
      Array.from({ length: 4 }, () => 'sign_in_failed'),
    );
  },
);
