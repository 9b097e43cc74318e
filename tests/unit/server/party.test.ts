import { afterEach, beforeEach, expect, test } from 'vitest';
import type { TestHotel } from '../../support/hotel-fixtures.ts';
import { testGuest } from '../../support/server-fixtures.ts';
import { setUp, startTestServer, type TestServer } from '../../support/test-server.ts';

let server: TestServer;
let hotel: TestHotel;

beforeEach(async () => {
  server = await startTestServer();
  ({ hotel } = await setUp(server));
});

afterEach(() => server.end());

const guestOf = () => testGuest(hotel, { now: server.clock.now });
const post = (body: string) => server.send('register', { parameters: { property: hotel.property }, body });
const stored = () => server.store.rows(hotel.property, 0, 1000);

test('a companion’s row names the registration they come along with; it has the shape of an id and is not their own', async () => {
  const lead = await guestOf();
  const { registration } = lead.submission;
  const along = await guestOf();
  const body = (party: string) => JSON.stringify({ ...along.submission, party });
  expect(await post(body('reception desk'))).toMatchObject({ status: 400, json: { code: 'malformed' } });
  expect(await post(body(along.submission.registration))).toMatchObject({ status: 400, json: { code: 'malformed' } });
  // Before the one it names: that one may still wait for a connection.
  expect((await post(body(registration))).status).toBe(201);
  expect((await post(lead.body)).status).toBe(201);
  const rows = (await stored()).map(({ row }) => row);
  expect(rows.map((row) => row.party)).toEqual([registration, undefined]);
});
