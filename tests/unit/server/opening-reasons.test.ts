// The limit of each purpose, kept by the server: whatever a desk sends, an envelope leaves only for a reason its notice gives.

import { afterEach, beforeEach, expect, test } from 'vitest';
import { logEntrySchema } from '../../../src/protocol/audit-log.ts';
import { purposeReasons } from '../../../src/protocol/purpose-reasons.ts';
import type { PurposeId } from '../../../src/protocol/purposes.ts';
import { type OpeningReason, openingReasonSchema } from '../../../src/protocol/roles.ts';
import type { TestHotel } from '../../support/hotel-fixtures.ts';
import { testGuest, testPerson } from '../../support/server-fixtures.ts';
import { setUp, signIn, startTestServer, type TestServer } from '../../support/test-server.ts';
import { join } from '../../support/team-fixtures.ts';

let server: TestServer;
let hotel: TestHotel;
let owner: string;

beforeEach(async () => {
  server = await startTestServer();
  const made = await setUp(server);
  ({ hotel } = made);
  owner = (await signIn(server, hotel, made.owner)).authorization;
});

afterEach(() => server.end());

async function arrives(statutory: readonly PurposeId[] = []): Promise<string> {
  const given = ['emergency', 'billing', 'membership', 'offers'] as const;
  const guest = await testGuest(hotel, { now: server.clock.now, given, statutory });
  await server.send('register', { parameters: { property: hotel.property }, body: guest.body });
  return guest.submission.registration;
}

const entriesOf = async (registration: string, action: string) =>
  (await server.store.entries(hotel.property, 0, 1000))
    .map((entry) => logEntrySchema.parse(JSON.parse(entry)))
    .filter((entry) => entry.registration === registration && entry.action === action)
    .map(({ purpose, reason }) => `${purpose} ${reason}`);

/** The reasons for which it is released; every other is refused in the same words. */
async function openedFor(registration: string, purpose: PurposeId): Promise<OpeningReason[]> {
  const opened: OpeningReason[] = [];
  const refusals = new Set<string>();
  for (const reason of openingReasonSchema.options) {
    const answer = await server.send('open', { authorization: owner, body: { registration, purpose, reason } });
    if (answer.status === 200) opened.push(reason);
    else refusals.add(`${answer.status} ${answer.code}`);
  }
  expect([...refusals]).toEqual(['400 malformed']);
  return opened;
}

test('what was told for an emergency is released for an emergency, at the guest’s wish and where a law orders it: nothing else', async () => {
  const registration = await arrives();
  const opened = await openedFor(registration, 'emergency');
  expect(opened.toSorted()).toEqual(['emergency', 'guest-asked', 'legal-duty']);
  expect((await entriesOf(registration, 'opened')).toSorted()).toEqual(
    opened.map((one) => `emergency ${one}`).toSorted(),
  );
  // The same attempt counts once in ten minutes, whatever reason was tried.
  expect(await entriesOf(registration, 'opening-refused')).toEqual(['emergency check-in']);
});

test('every purpose is released for the reasons of its row, which are those the desk offers', async () => {
  const adult = await arrives(['identity']);
  const family = await arrives(['identity', 'minors']);
  for (const purpose of ['billing', 'membership', 'offers', 'identity'] as const)
    expect((await openedFor(adult, purpose)).toSorted(), purpose).toEqual([...purposeReasons[purpose]].toSorted());
  for (const purpose of ['identity', 'minors'] as const)
    expect((await openedFor(family, purpose)).toSorted(), purpose).toEqual(
      [...new Set([...purposeReasons[purpose], 'emergency'])].toSorted(),
    );
});

test('nobody is asked to approve an opening for a reason that opens nothing', async () => {
  const person = await testPerson(hotel, 'front-desk', 'wang', ['minors']);
  await join(server, hotel, owner, person);
  const { authorization } = await signIn(server, hotel, person);
  const registration = await arrives(['minors']);
  const ask = (reason: OpeningReason) =>
    server.send('askApproval', { authorization, body: { registration, purpose: 'minors', reason } });
  expect((await ask('bill')).code).toBe('malformed');
  expect(await entriesOf(registration, 'approval-asked')).toEqual([]);
  expect((await ask('check-in')).status).toBe(201);
});
