import * as fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { problemSchema } from '../../../src/protocol/problems.ts';
import { type RouteName, routes } from '../../../src/protocol/routes.ts';
import type { TestHotel } from '../../support/hotel-fixtures.ts';
import {
  arrivalBody,
  fixtureId,
  recoverySheet,
  testGuest,
  type TestPerson,
  testPerson,
} from '../../support/server-fixtures.ts';
import { mutate, mutation } from '../../support/mutate-json.ts';
import { setUp, signIn, startTestServer, type TestServer } from '../../support/test-server.ts';

let server: TestServer;
let hotel: TestHotel;
let owner: TestPerson;
let authorization: string;
const good = new Map<RouteName, string>();

beforeAll(async () => {
  server = await startTestServer();
  ({ hotel, owner } = await setUp(server));
  ({ authorization } = await signIn(server, hotel, owner));
  const { body } = await testGuest(hotel, { now: server.clock.now, statutory: ['minors'] });
  good.set('register', body);
  good.set('open', JSON.stringify({ registration: fixtureId(), purpose: 'offers', reason: 'check-in' }));
  good.set('seen', JSON.stringify({ registrations: [fixtureId()] }));
  good.set('arrive', JSON.stringify(arrivalBody(hotel)));
  good.set('addPerson', JSON.stringify((await testPerson(hotel, 'front-desk', 'wang')).person));
  good.set('publish', JSON.stringify({ profile: hotel.profile, manifest: hotel.jws, notices: hotel.notices }));
  good.set('makeRecovery', JSON.stringify((await recoverySheet(hotel)).upload));
});

afterAll(() => server.end());

test('no mutated request is a fault of the server’s, and every refusal is a problem document', async () => {
  const names = [...good.keys()];
  await fc.assert(
    fc.asyncProperty(fc.nat(), mutation, async (pick, change) => {
      const name = names[pick % names.length] ?? 'register';
      const body = mutate(good.get(name) ?? '', change);
      const parameters = { property: hotel.property, registration: fixtureId() };
      const { status, json, headers } = await server.send(name, { authorization, parameters, body });
      expect(status, `${routes[name].path} ${body}`).toBeLessThan(500);
      if (status < 400) return;
      expect(headers.get('content-type')).toBe('application/problem+json');
      expect(problemSchema.parse(json).status).toBe(status);
    }),
    { numRuns: 400 },
  );
});
