import { afterAll, beforeAll, expect, test } from 'vitest';
import { type RouteName, routes } from '../../../src/protocol/routes.ts';
import { type Role, roles } from '../../../src/protocol/roles.ts';
import { importPaths } from '../../../src/server/http/refuse-imports.ts';
import type { TestHotel } from '../../support/hotel-fixtures.ts';
import { fixtureId, testPerson } from '../../support/server-fixtures.ts';
import { isStaffRoute, mayAsk } from '../../support/staff-actions.ts';
import { setUp, setupAuthorization, signIn, startTestServer, type TestServer } from '../../support/test-server.ts';
import { join } from '../../support/team-fixtures.ts';

let server: TestServer;
let hotel: TestHotel;
const authorizations = new Map<string, string>();

beforeAll(async () => {
  server = await startTestServer();
  authorizations.set('setup token', setupAuthorization(server));
  const finished = await setUp(server);
  hotel = finished.hotel;
  const owner = await signIn(server, hotel, finished.owner);
  authorizations.set('owner', owner.authorization);
  for (const role of ['front-desk', 'supervisor'] as const) {
    const person = await testPerson(hotel, role, role);
    const { status } = await join(server, hotel, owner.authorization, person);
    expect(status).toBe(204);
    authorizations.set(role, (await signIn(server, hotel, person)).authorization);
  }
  authorizations.set('a made-up session', `Bearer ${fixtureId()}${fixtureId()}`);
});

afterAll(() => server.end());

const isRouteName = (name: string): name is RouteName => name in routes;
const names = Object.keys(routes).filter(isRouteName);
const callers = ['nobody', 'a made-up session', 'setup token', ...roles] as const;

/** What the access rules say: null where the caller comes in. */
function expected(name: RouteName, caller: (typeof callers)[number]): string | null {
  const { access } = routes[name];
  if (access === 'public') return null;
  if (access === 'setup') return 'setup_done';
  const role: Role | undefined = roles.find((known) => known === caller);
  if (role === undefined) return 'session_ended';
  return isStaffRoute(name) && mayAsk(role, name) ? null : 'forbidden';
}

const cases = names.flatMap((name) => callers.map((caller) => ({ name, caller })));

test.each(cases)('$name as $caller', async ({ name, caller }) => {
  // A sign-out would end the session the other cases need, and a stream doesn't end.
  if (expected(name, caller) === null && (name === 'signOut' || name === 'changes')) return;
  const authorization = authorizations.get(caller);
  const { code } = await server.send(name, {
    parameters: {
      property: hotel.property,
      registration: fixtureId(),
      request: fixtureId(),
      poster: fixtureId(),
      invitation: fixtureId(),
      person: fixtureId(),
      approval: fixtureId(),
      export: fixtureId(),
      passkey: fixtureId(),
      record: fixtureId(),
    },
    ...(routes[name].method === 'GET' ? {} : { body: '{"nothing":1}' }),
    ...(authorization === undefined ? {} : { authorization }),
  });
  // Whoever comes in is answered about the request itself: it is malformed where it has a body.
  // These have none: the path says it all.
  const plain: readonly RouteName[] = [
    'callOffInvitation',
    'passkeyChallenge',
    'startPasskey',
    'removePasskey',
    'confirmTraining',
  ];
  const bodiless = routes[name].method === 'GET' || plain.includes(name);
  const about = bodiless ? [null, 'not_found'] : ['malformed'];
  expect(expected(name, caller) === null ? about : [expected(name, caller)]).toContain(code);
});

test('the scheme has to be the right one', async () => {
  const session = authorizations.get('owner')?.split(' ')[1] ?? '';
  for (const authorization of [
    session,
    `Basic ${session}`,
    `Setup ${session}`,
    'Bearer',
    'Bearer ',
    `Bearer ${session}x`,
  ]) {
    expect((await server.send('people', { authorization })).json).toMatchObject({ code: 'session_ended' });
  }
  expect((await server.send('people', { authorization: `bearer ${session}` })).status).toBe(200);
});

test.each(names)('%s refuses every other method and names its own', async (name) => {
  const path = routes[name].path
    .replace(':property', hotel.property)
    .replace(':registration', fixtureId())
    .replace(':request', fixtureId())
    .replace(':poster', fixtureId())
    .replace(':invitation', fixtureId())
    .replace(':person', fixtureId());
  const own = Object.values(routes)
    .filter((route) => route.path === routes[name].path)
    .map(({ method }): string => method);
  for (const method of ['GET', 'HEAD', 'OPTIONS', 'POST', 'PUT', 'DELETE', 'PATCH', 'PROPFIND']) {
    if (own.includes(method)) continue;
    const response = await fetch(`${server.url}${path}`, { method });
    // Whoever tries to bring in a list is told why there is no way.
    const brings =
      ['POST', 'PUT', 'PATCH'].includes(method) && importPaths.some((known) => known === routes[name].path);
    const status = brings ? 403 : 405;
    expect([method, response.status, response.headers.get('allow')]).toEqual([method, status, own.join(', ')]);
    expect(response.headers.get('content-security-policy')).toContain("default-src 'none'");
  }
});
