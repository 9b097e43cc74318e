// Every route a member of staff has, asked by the staff of another hotel on the same server, and by those who have signed out:
// another hotel's guests don't exist for them.

import { rm } from 'node:fs/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { derivePassphraseKeys } from '../../../src/crypto/passphrase.ts';
import type { Hotel } from '../../../src/demo/set-up-hotel.ts';
import { type Arrival, type DeskRow, peopleSchema, staffPropertySchema } from '../../../src/protocol/api.ts';
import { defaultSettings } from '../../../src/protocol/hotel-settings.ts';
import { deskRequestSchema } from '../../../src/protocol/request.ts';
import { posterSchema } from '../../../src/protocol/poster.ts';
import { problemSchema } from '../../../src/protocol/problems.ts';
import { toInstant } from '../../../src/protocol/time.ts';
import { type Role, roles } from '../../../src/protocol/roles.ts';
import { type Route, type RouteName, routePath, routes } from '../../../src/protocol/routes.ts';
import { staffDoor } from '../../../src/staff/api/staff-api.ts';
import { confirmArrival } from '../../../src/staff/desk/confirm-arrival.ts';
import { deskRows } from '../../support/desk-rows.ts';
import { makeHotel } from '../../support/make-hotel.ts';
import { makeSubmissions } from '../../support/make-submissions.ts';
import { postBodies } from '../../support/post-bodies.ts';
import { unbound } from '../../support/on-screen.ts';
import { mayAsk, staffRoutes } from '../../support/staff-actions.ts';
import { staffSession } from '../../support/staff-session.ts';
import { type RunningServer, startServer } from '../../tools/start-server.ts';
import { listeningTablet } from '../live/listening-tablet.ts';
import { guardedBodies } from './guarded-routes.ts';
import { newId } from '../../../src/protocol/ids.ts';
import { randomBytes } from '../../../src/crypto/random-bytes.ts';
import { graftHotel } from './graft-hotel.ts';
import { invitationBody } from './invitation-body.ts';
import { teamBodies } from './team-bodies.ts';
import { heard, heardBy } from './heard.ts';

let server: RunningServer;
let own: Hotel;
let foreign: Hotel;
/** A registration of the foreign hotel, and one body that would make another. */
let target: DeskRow;
let unsent: string;
/** Sessions of the own hotel's staff, and of the foreign owner. */
const sessions = new Map<Role, string>();
let foreignOwner: string;
/** A request about the foreign registration, opened by the foreign desk. */
let foreignRequest = '';
/** An invitation of the foreign owner's. */
let foreignInvitation = '';
/** A poster of the foreign hotel. */
let foreignPoster = '';
/** A sheet in the foreign register. */
let foreignPaper = '';

async function hotelWithGuests(): Promise<{ server: RunningServer; hotel: Hotel; unsent: string }> {
  const made = await startServer();
  const hotel = await makeHotel(made);
  const [last, ...bodies] = (await makeSubmissions({ manifest: hotel.manifest, count: 4 })).map(({ body }) => body);
  await postBodies({ url: made.url, property: hotel.property, bodies, concurrency: 1 });
  await made.stop({ keepData: true });
  return { server: made, hotel, unsent: last ?? '' };
}

const signIn = (hotel: Hotel, role: Role) => staffSession(server.url, hotel, role);

const staff = (session: string) => staffDoor((url, init) => fetch(url, init), server.url).staff(session);

beforeAll(async () => {
  const [first, second] = [await hotelWithGuests(), await hotelWithGuests()];
  graftHotel(second.server.dataDir, first.server.dataDir);
  await rm(second.server.dataDir, { recursive: true });
  server = await startServer({ dataDir: first.server.dataDir });
  ({ hotel: own } = first);
  ({ hotel: foreign, unsent } = second);
  for (const role of roles) sessions.set(role, await signIn(own, role));
  foreignOwner = await signIn(foreign, 'owner');
  const rows = (await deskRows(staff(foreignOwner))).rows;
  expect(rows).toHaveLength(3);
  const [row] = rows;
  if (row !== undefined) target = row;
  foreignPaper = newId(Date.now(), randomBytes);
  expect((await ask('recordPaper', foreignOwner, paperRecording())).status).toBe(201);
  const opened = await ask('openRequest', foreignOwner, await bodyFor('openRequest'));
  const invited = invitationBody();
  foreignInvitation = invited.id;
  expect((await ask('invite', foreignOwner, invited)).status).toBe(204);
  foreignRequest = deskRequestSchema.parse(opened.json).id;
  foreignPoster = posterSchema.parse((await ask('makePoster', foreignOwner, { channel: 'room' })).json).poster;
}, 120_000);

afterAll(() => server.stop());

interface Asked {
  readonly status: number;
  readonly code: string | null;
  readonly json: unknown;
}

async function ask(name: RouteName, session: string, body: unknown): Promise<Asked> {
  const route: Route = routes[name];
  const response = await fetch(
    `${server.url}${routePath(name, { property: foreign.property, registration: target.registration, request: foreignRequest, record: foreignPaper, invitation: foreignInvitation, poster: foreignPoster, person: foreign.people.supervisor.id, passkey: foreignInvitation, approval: foreignRequest, export: foreignRequest })}`,
    {
      method: route.method,
      headers: { authorization: `Bearer ${session}`, 'content-type': 'application/json' },
      ...(route.method === 'GET' ? {} : { body: JSON.stringify(body) }),
    },
  );
  const text = await response.text();
  const isJson = /^application\/(?:problem\+)?json\b/.test(response.headers.get('content-type') ?? '');
  const json: unknown = isJson ? JSON.parse(text) : text;
  const problem = problemSchema.safeParse(json);
  return { status: response.status, code: problem.success ? problem.data.code : null, json };
}

/** The body a foreign owner would send, whole and right in every way but the sender. */
async function bodyFor(name: RouteName): Promise<unknown> {
  const { profile, manifest, notices } = foreign;
  const bodies: Readonly<Partial<Record<RouteName, unknown>>> = {
    seen: { registrations: [target.registration] },
    open: { registration: target.registration, purpose: 'emergency', reason: 'emergency' },
    arrive: await arrivalOfTarget(),
    correctStay: { ...(await arrivalOfTarget()), expected: { desk: 'A'.repeat(43), checkOut: target.checkOut } },
    stay: { checkOut: target.checkOut, departed: false },
    confirmClock: { wall: toInstant(Date.now()) },
    publish: { profile, manifest: manifest.jws, notices },
    proveRecovery: { value: 'A'.repeat(43) },
    stepUp: { way: 'passphrase', proof: 'A'.repeat(43) },
    ...teamBodies(foreign),
    openRequest: { kind: 'deletion', origin: 'desk-in-person', registration: target.registration, purpose: null },
    stepRequest: { step: 'verified' },
    keepAnchor: { size: 2, way: 'printed' },
    invite: invitationBody(),
    confirmInvitation: { publicKey: foreign.manifest.manifest.card.publicKey, grants: [], team: 'A' },
    saveSettings: { settings: defaultSettings, revision: 0 },
    ...guardedBodies(target.registration),
    handOver: { way: 'typed' },
    registerFile: { registrations: [target.registration] },
    recordPaper: paperRecording(),
    movePaper: { checkOut: '2026-11-30', departed: false },
    destroyPaper: { how: 'shredded' },
  };
  return bodies[name] ?? {};
}

function paperRecording() {
  return { record: foreignPaper, purposes: ['emergency'], checkOut: '2026-11-30', departed: false, place: 'safe' };
}

async function arrivalOfTarget(): Promise<Arrival | undefined> {
  const captured: Arrival[] = [];
  const api = { ...staff(foreignOwner), arrive: async (_: string, arrival: Arrival) => void captured.push(arrival) };
  const { card } = foreign.manifest.manifest;
  const details = { room: '101', remarks: '', checkOut: target.checkOut };
  await confirmArrival({ property: foreign.property, api }, card, target.registration, details);
  return captured[0];
}

const cases = staffRoutes
  .filter((name) => name !== 'changes' && routes[name].access !== 'session')
  .flatMap((name) => roles.map((role) => ({ name, role })));

test.each(cases)('$name by the $role of another hotel', async ({ name, role }) => {
  const allowed = mayAsk(role, name);
  const { code, json } = await ask(name, sessions.get(role) ?? '', await bodyFor(name));
  expect(code).toBe(allowed ? (heardBy[name]?.[role] ?? heard[name]) : 'forbidden');
  expect(JSON.stringify(json)).not.toContain(target.registration);
  expect(JSON.stringify(json)).not.toContain(foreign.property);
  expect(JSON.stringify(json)).not.toContain(foreign.people.owner.id);
});

test('every action of the table is bound to a control on a screen, or it is said why there is none', () => {
  expect(unbound(staffRoutes)).toEqual([]);
});

test('lists are of the own hotel only, and what was tried on the other has changed nothing there', async () => {
  const owner = sessions.get('owner') ?? '';
  expect((await deskRows(staff(owner))).rows).toHaveLength(3);
  expect(staffPropertySchema.parse((await ask('staffProperty', owner, null)).json).property).toBe(own.property);
  expect(
    peopleSchema
      .parse((await ask('people', owner, null)).json)
      .people.map(({ id }) => id)
      .sort(),
  ).toEqual(
    Object.values(own.people)
      .map(({ id }) => id)
      .sort(),
  );
  const unchanged = (await deskRows(staff(foreignOwner))).rows.find((row) => row.registration === target.registration);
  expect(unchanged).toEqual(target);
  await expect(
    confirmArrival({ property: own.property, api: staff(owner) }, own.manifest.manifest.card, target.registration, {
      room: '101',
      remarks: '',
      checkOut: target.checkOut,
    }),
  ).rejects.toMatchObject({ code: 'not_found' });
});

test('the change stream tells of the own hotel only', async () => {
  const tablets = [listeningTablet(staff(sessions.get('front-desk') ?? '')), listeningTablet(staff(foreignOwner))];
  const [mine, theirs] = tablets;
  await postBodies({ url: server.url, property: foreign.property, bodies: [unsent], concurrency: 1 });
  await theirs?.until((all) => all.length === 4);
  await mine?.until((all) => all.length === 3);
  const registrations = tablets.map(({ heard: all }) => new Set(all.map(({ row }) => row.registration)));
  expect(registrations[0]?.isDisjointFrom(registrations[1] ?? new Set())).toBe(true);
  expect(registrations.map(({ size }) => size)).toEqual([3, 4]);
  await Promise.all(tablets.map((tablet) => tablet.stop()));
});

test('a passphrase opens no other hotel, and a submission belongs to the hotel it was sealed for', async () => {
  const door = staffDoor((url, init) => fetch(url, init), server.url);
  const { handle, passphrase } = own.people.supervisor;
  const challenge = await door.startSignIn(own.property, handle);
  const { proof } = await derivePassphraseKeys(passphrase, challenge.salt, challenge.parameters);
  await expect(door.signIn(foreign.property, handle, proof)).rejects.toMatchObject({ code: 'sign_in_failed' });
  const [posted] = await postBodies({ url: server.url, property: own.property, bodies: [unsent], concurrency: 1 });
  expect(posted?.answer?.status).toBe(400);
});

test.each(roles)('nothing is left of a %s’s session after signing out', async (role) => {
  const session = sessions.get(role) ?? '';
  await staff(session).signOut();
  for (const name of staffRoutes) {
    expect([name, (await ask(name, session, await bodyFor(name))).code]).toEqual([name, 'session_ended']);
  }
});
