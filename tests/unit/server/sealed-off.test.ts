// What is sealed off is stored and nothing else: nobody gets it out of the server, by any route, nor brings it back to where it opens.

import { afterEach, beforeEach, expect, test } from 'vitest';
import { exportPurposes, exportReasons, guestExportBegunSchema } from '../../../src/protocol/guest-export.ts';
import { newId } from '../../../src/protocol/ids.ts';
import { reasonsFor } from '../../../src/protocol/purpose-reasons.ts';
import { deskRequestSchema } from '../../../src/protocol/request.ts';
import { permissionsOf, type Role, roles } from '../../../src/protocol/roles.ts';
import { type Route, type RouteName, routes } from '../../../src/protocol/routes.ts';
import { random, sha256, type TestHotel } from '../../support/hotel-fixtures.ts';
import { arrivalBody, testGuest, type TestGuest, type TestPerson, testPerson } from '../../support/server-fixtures.ts';
import { join } from '../../support/team-fixtures.ts';
import { staffRoutes } from '../../support/staff-actions.ts';
import { type Sent, setUp, signIn, startTestServer, type TestServer } from '../../support/test-server.ts';

let server: TestServer;
let hotel: TestHotel;
const people = new Map<Role, TestPerson>();
/** Sealed off by its term, while something else of it is still held; and by the guest's deletion. */
let byTerm: TestGuest;
let deleted: TestGuest;

const law = ['identity', 'minors'] as const;
const ciphertexts = ({ submission }: TestGuest) =>
  submission.envelopes
    .filter(({ purpose }) => law.some((one) => one === purpose))
    .map(({ ciphertext }) => ciphertext)
    .toSorted();

async function as(role: Role): Promise<string> {
  const person = people.get(role);
  if (person === undefined) throw new TypeError(`no ${role}`);
  return (await signIn(server, hotel, person)).authorization;
}

beforeEach(async () => {
  server = await startTestServer({ expireEvery: 20 });
  const made = await setUp(server);
  ({ hotel } = made);
  people.set('owner', made.owner);
  const authorization = await as('owner');
  for (const role of ['front-desk', 'supervisor'] as const) {
    const person = await testPerson(hotel, role, role);
    await join(server, hotel, authorization, person);
    people.set(role, person);
  }
  const arrive = async () => {
    const guest = await testGuest(hotel, { now: server.clock.now, given: ['membership'], statutory: [...law] });
    const parameters = { registration: guest.submission.registration, property: hotel.property };
    await server.send('register', { parameters, body: guest.body });
    await server.send('arrive', { authorization, parameters, body: arrivalBody(hotel) });
    return guest;
  };
  [byTerm, deleted] = [await arrive(), await arrive()];
  server.clock.now = Date.parse('2026-12-10T12:00:00+08:00');
  for (const { submission } of [byTerm, deleted])
    await expect.poll(() => server.store.sealedOff(submission.registration)).toHaveLength(2);
  await deleteAtTheDesk(deleted.submission.registration);
});

afterEach(() => server.end());

async function deleteAtTheDesk(registration: string): Promise<void> {
  const authorization = await as('supervisor');
  const opening = { kind: 'deletion', origin: 'desk-in-person', registration, purpose: null };
  const opened = await server.send('openRequest', { authorization, body: opening });
  const parameters = { request: deskRequestSchema.parse(opened.json).id };
  for (const body of [{ step: 'verified' }, { step: 'found', registration }, { step: 'done' }])
    expect((await server.send('stepRequest', { authorization, parameters, body })).status).toBe(200);
}

/** What each route is asked about a registration, as somebody would who wants its sealed part. */
function wanted(registration: string): Partial<Record<RouteName, object[]>> {
  const openings = law.flatMap((purpose) =>
    reasonsFor(purpose, true).map((reason) => ({ registration, purpose, reason })),
  );
  return {
    seen: [{ registrations: [registration] }],
    open: openings,
    askApproval: openings,
    printed: [{ registration }],
    arrive: [arrivalBody(hotel, '2026-12-20')],
    stay: [
      { checkOut: '2026-12-20', departed: false },
      { checkOut: '2026-12-09', departed: true },
    ],
    correctStay: [{ ...arrivalBody(hotel), expected: { desk: sha256('another'), checkOut: '2026-11-24' } }],
    handOver: [{ way: 'typed' }, { way: null }],
    registerFile: [{ registrations: [registration] }],
    beginExport: law.map((purpose) => ({ purpose, reason: 'legal-duty' })),
    openRequest: [{ kind: 'withdrawal', origin: 'desk-in-person', registration, purpose: 'identity' }],
  };
}
/** Ends the session, or reads a line that doesn't end. */
const leftOut: readonly RouteName[] = ['signOut', 'changes'];

async function everyAnswer(role: Role, registration: string): Promise<{ name: RouteName; sent: Sent }[]> {
  const authorization = await as(role);
  const bodies = wanted(registration);
  const answers: { name: RouteName; sent: Sent }[] = [];
  for (const name of staffRoutes.filter((one) => !leftOut.includes(one))) {
    const { method, path }: Route = routes[name];
    const parameters = Object.fromEntries(
      [...path.matchAll(/:([a-z]+)/g)].map(([, key = '']) => [key, newId(1, random)]),
    );
    for (const body of method === 'GET' ? [undefined] : (bodies[name] ?? [{}])) {
      const asked = { authorization, parameters: { ...parameters, registration }, body };
      answers.push({ name, sent: await server.send(name, asked) });
    }
  }
  for (const purpose of exportPurposes) {
    const [reason] = exportReasons(purpose);
    const begun = await server.send('beginExport', { authorization, body: { purpose, reason } });
    if (begun.status !== 201) continue;
    const parameters = { export: guestExportBegunSchema.parse(begun.json).export };
    answers.push({
      name: 'exportPage',
      sent: await server.send('exportPage', { authorization, parameters, body: { after: 0 } }),
    });
  }
  return answers;
}

test.each(roles)('no route gives it to the %s', async (role) => {
  for (const guest of [byTerm, deleted]) {
    const { registration } = guest.submission;
    const sealed = ciphertexts(guest);
    const before = await server.store.sealedOff(registration);
    const answers = await everyAnswer(role, registration);
    const leaks = answers.filter(({ sent }) => sealed.some((ciphertext) => sent.text.includes(ciphertext)));
    expect(leaks.map(({ name }) => name)).toEqual([]);
    const codes = answers.filter(({ name }) => name === 'open').map(({ sent }) => sent.code);
    expect(new Set(codes)).toEqual(new Set(['sealed_off']));
    // Nor has anything of it moved.
    expect(await server.store.sealedOff(registration)).toEqual(before);
    const left = await server.store.envelopes(registration);
    expect(
      left
        .map(({ ciphertext }) => ciphertext)
        .filter((one) => sealed.includes(one))
        .toSorted(),
    ).toEqual(sealed);
  }
  // What isn't sealed off does leave, so the search can find something.
  const exported = (await everyAnswer(role, byTerm.submission.registration)).filter(
    ({ name }) => name === 'exportPage',
  );
  const membership = byTerm.submission.envelopes.find(({ purpose }) => purpose === 'membership')?.ciphertext ?? '';
  expect(exported.some(({ sent }) => sent.text.includes(membership))).toBe(
    permissionsOf[role].includes('guests.export'),
  );
});

test('a guest’s own page gives no sealed part either', async () => {
  for (const guest of [byTerm, deleted]) {
    const { lookup, token } = guest;
    for (const [name, body] of [
      ['guestView', { lookup, token }],
      ['guestLog', { lookup, token, known: [] }],
      ['guestStatus', { lookup, token }],
    ] as const) {
      const { status, text } = await server.send(name, { body });
      expect([name, status, ciphertexts(guest).some((one) => text.includes(one))]).toEqual([name, 200, false]);
    }
  }
});
