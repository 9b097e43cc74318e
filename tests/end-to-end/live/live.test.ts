// What a guest sends is on every tablet at once, and a tablet that was away misses nothing.

import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Hotel } from '../../../src/demo/set-up-hotel.ts';
import { derivePassphraseKeys } from '../../../src/crypto/passphrase.ts';
import { staffDoor, type StaffApi } from '../../../src/staff/api/staff-api.ts';
import { deskRows } from '../../support/desk-rows.ts';
import { makeHotel } from '../../support/make-hotel.ts';
import { makeSubmissions } from '../../support/make-submissions.ts';
import { postBodies } from '../../support/post-bodies.ts';
import { seededRandom } from '../../support/seeded-random.ts';
import { type RunningServer, startServer } from '../../tools/start-server.ts';
import { listeningTablet } from './listening-tablet.ts';

const seed = Number(process.env['FOYER_SEED'] ?? Date.now() % 2 ** 32);
/** Milliseconds from the phone's receipt to the tablet's row. */
const promised = 2000;

let server: RunningServer;
let hotel: Hotel;

beforeEach(async () => {
  server = await startServer();
  hotel = await makeHotel(server);
});

afterEach(() => server.stop());

async function signIn(): Promise<StaffApi> {
  const door = staffDoor((url, init) => fetch(url, init), server.url);
  const { handle, passphrase } = hotel.people['front-desk'];
  const challenge = await door.startSignIn(hotel.property, handle);
  const { proof } = await derivePassphraseKeys(passphrase, challenge.salt, challenge.parameters);
  return door.staff((await door.signIn(hotel.property, handle, proof)).session);
}

test('a registration is on two tablets within two seconds of its receipt, with the cursor to go on from', async () => {
  const api = await signIn();
  const tablets = [listeningTablet(api), listeningTablet(api)];
  const submissions = await makeSubmissions({ manifest: hotel.manifest, count: 10 });
  for (const { body, registration } of submissions) {
    await postBodies({ url: server.url, property: hotel.property, bodies: [body], concurrency: 1 });
    const received = performance.now();
    for (const tablet of tablets) {
      await tablet.until((heard) => heard.some(({ row }) => row.registration === registration));
      const heard = tablet.heard.find(({ row }) => row.registration === registration);
      expect((heard?.at ?? Infinity) - received).toBeLessThan(promised);
    }
  }
  for (const { heard } of tablets) {
    expect(heard.map(({ row }) => row.registration)).toEqual(submissions.map(({ registration }) => registration));
    expect(heard.map(({ row }) => [row.state, row.card === null])).toEqual(submissions.map(() => ['received', false]));
    const page = await deskRows(api, heard[4]?.cursor ?? 0);
    expect(page.rows.map(({ registration }) => registration)).toEqual(
      submissions.slice(5).map(({ registration }) => registration),
    );
  }
  await Promise.all(tablets.map((tablet) => tablet.stop()));
});

test(`five hundred submissions reach two tablets whose lines are cut all the time (seed ${seed})`, async () => {
  const random = seededRandom(seed);
  const api = await signIn();
  const tablets = [listeningTablet(api), listeningTablet(api)];
  const submissions = await makeSubmissions({ manifest: hotel.manifest, count: 500 });
  let answered = 0;
  const posted = await postBodies({
    url: server.url,
    property: hotel.property,
    bodies: submissions.map(({ body }) => body),
    concurrency: 25,
    onAnswer: () => {
      answered += 1;
      if (random.chance(0.12)) random.pick(tablets).cut();
      // The desk works meanwhile: these rows change a second time.
      if (answered % 50 === 0)
        void api
          .markSeen(tablets.flatMap(({ heard }) => heard.slice(-3).map(({ row }) => row.registration)).slice(0, 6))
          .catch(() => undefined);
    },
  });
  expect(posted.map(({ answer }) => answer?.status)).toEqual(submissions.map(() => 201));
  const ids = new Set(submissions.map(({ registration }) => registration));
  for (const tablet of tablets) {
    await tablet.until((heard) => new Set(heard.map(({ row }) => row.registration)).size === ids.size);
    const { heard } = tablet;
    expect(new Set(heard.map(({ row }) => row.registration))).toEqual(ids);
    // Nothing twice: the cursor only goes forward, over every cut.
    expect(heard.every(({ cursor }, at) => cursor > (heard[at - 1]?.cursor ?? 0))).toBe(true);
    expect(tablet.cuts()).toBeGreaterThan(5);
  }
  await Promise.all(tablets.map((tablet) => tablet.stop()));
});
