// Every route a person can call, called well, and what stands in the log afterwards.

import { afterAll, beforeAll, expect, test } from 'vitest';
import { derivePassphraseKeys } from '../../../src/crypto/passphrase.ts';
import { randomBytes } from '../../../src/crypto/random-bytes.ts';
import { newId } from '../../../src/protocol/ids.ts';
import { permissionsOf } from '../../../src/protocol/roles.ts';
import { type Route, type RouteName, routes } from '../../../src/protocol/routes.ts';
import { startTestServer, type TestServer } from '../../support/test-server.ts';
import { callEveryRoute, newPassphrase, type World } from './call-every-route.ts';
import { loggedByRoute } from './logged-by-route.ts';
import { routeLog } from './route-log.ts';

let server: TestServer;
let log: ReturnType<typeof routeLog>;
let world: World;

beforeAll(async () => {
  // What the server does by itself is done before anybody asks, and not again within the test.
  server = await startTestServer({ now: Date.now(), expireEvery: 3_600_000 });
  log = routeLog(server);
  world = await callEveryRoute(server, log);
}, 120_000);

afterAll(() => server.end());

const madeUp = () => newId(server.clock.now, randomBytes);

async function authorizationOf(handle: string, passphrase: string): Promise<string> {
  const { property } = world.hotel;
  const { salt, parameters } = await world.door.startSignIn(property, handle);
  const { proof } = await derivePassphraseKeys(passphrase, salt, parameters);
  return `Bearer ${(await world.door.signIn(property, handle, proof)).session}`;
}

const names = Object.keys(routes).filter((name): name is RouteName => name in routes);

test('each route that was called well wrote the entries of its kind, and no other', () => {
  const wrote = Object.fromEntries(
    names.map((name) => [name, [...new Set(log.written.get(name) ?? ['never called'])].sort()]),
  );
  const expected = names.map((name) => {
    const kinds = loggedByRoute[name];
    return [name, typeof kinds === 'string' ? [] : [...kinds]] as const;
  });
  expect(wrote).toEqual(Object.fromEntries(expected));
});

test('what only reads is a GET or says why it writes nothing, and no GET writes', () => {
  for (const name of names) {
    const { method }: Route = routes[name];
    const kinds = loggedByRoute[name];
    expect([name, typeof kinds === 'string' ? kinds.length > 10 : kinds.length > 0 && method !== 'GET']).toEqual([
      name,
      true,
    ]);
  }
});

test('whoever asks for what their role may not is in the log, whatever the route', async () => {
  const authorization = await authorizationOf('desk', newPassphrase);
  const asked = new Map<string, RouteName>();
  for (const name of names) {
    const { access }: Route = routes[name];
    if (access === 'public' || access === 'setup' || access === 'session') continue;
    if (!permissionsOf['front-desk'].includes(access)) asked.set(access, name);
  }
  expect(asked.size).toBeGreaterThan(10);
  for (const [access, name] of asked) {
    const { path, method }: Route = routes[name];
    const address = path.replaceAll(/:[a-z]+/g, madeUp());
    const init = { method, headers: { authorization, 'content-type': 'application/json' } };
    const { status } = await log.fetch(`${server.url}${address}`, method === 'GET' ? init : { ...init, body: '{}' });
    expect([access, status, log.refusals.at(-1)?.wrote]).toEqual([access, 403, ['attempt-refused']]);
  }
});

test('whoever names what isn’t the hotel’s is in the log, whatever the route', async () => {
  const { handle, passphrase } = world.hotel.people.owner;
  const authorization = await authorizationOf(handle, passphrase);
  const reached: RouteName[] = [];
  for (const name of names) {
    const { access, path, method }: Route = routes[name];
    if (access === 'public' || access === 'setup') continue;
    const good = log.bodies.get(name);
    const body = withMadeUp(good);
    if (!path.includes(':') && JSON.stringify(body) === JSON.stringify(good ?? null)) continue;
    const address = path.replaceAll(/:[a-z]+/g, madeUp());
    const init = { method, headers: { authorization, 'content-type': 'application/json' } };
    const sent = method === 'GET' ? init : { ...init, body: JSON.stringify(body ?? {}) };
    const { status } = await log.fetch(`${server.url}${address}`, sent);
    const heard = madeUpIsHeard[name] ?? 404;
    expect([name, status, log.lastWrote()]).toEqual([
      name,
      heard,
      heard === 410 || passing.test(path) ? [] : [name === 'open' ? 'opening-refused' : 'attempt-refused'],
    ]);
    reached.push(name);
  }
  expect(reached.length).toBeGreaterThan(20);
});

/** What may have been there and is gone one day, also for whoever had it. */
const passing = /:(export|passkey|approval|invitation|person)\b/;

/** What is answered but with 404, to who names what isn't there. */
const madeUpIsHeard: Readonly<Partial<Record<RouteName, number>>> = {
  // A list, of which the hotel's own part is taken.
  seen: 204,
  registerFile: 200,
  // Like one that is over.
  confirmInvitation: 410,
};

/** A body with made-up registrations in the place of the hotel's. */
function withMadeUp(body: unknown): unknown {
  return JSON.parse(
    JSON.stringify(body ?? null, (key, value: unknown) => {
      if (key === 'registration') return madeUp();
      return key === 'registrations' ? [madeUp(), madeUp()] : value;
    }),
  );
}
