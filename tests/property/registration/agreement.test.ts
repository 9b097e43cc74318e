// Any order of giving, taking back, correcting, deleting, sending again, arriving and running out, by the guest app's own code against
// a real server on SQLite, ends in agreement: the guest's page, the desk's list and what the desk can open, the log and the disk all say
// what a small model says. FOYER_RUNS sets how many orders are tried.

import * as fc from 'fast-check';
import { afterAll, expect, test } from 'vitest';
import { sampleProfile } from '../../../src/demo/sample-profile.ts';
import { staffDoor } from '../../../src/staff/api/staff-api.ts';
import { signIn } from '../../../src/staff/session/sign-in.ts';
import { GuestPhone, realHotel } from '../../support/guest-phone.ts';
import { passphrases } from '../../support/make-hotel.ts';
import { startTestServer, type TestServer } from '../../support/test-server.ts';
import { runs } from '../crypto/runs.ts';
import { checkAgreement } from './check-agreement.ts';
import { commands } from './commands.ts';
import { type Model, newModel, type World } from './model.ts';

type Place = Omit<World, 'phone' | 'first' | 'bodies'>;

/** Orders tried on one server: the disk is searched after each, and sessions end. */
const perServer = 100;

let server: TestServer | null = null;
let place: Place | null = null;
let tried = 0;

async function freshPlace(): Promise<Place> {
  await server?.end();
  server = await startTestServer();
  const hotel = await realHotel(server, {
    purposes: sampleProfile.purposes.map((purpose) =>
      purpose.id === 'identity' ? { ...purpose, retention: { kind: 'statutory', months: 6 } } : purpose,
    ),
  });
  const owner = { property: hotel.property, handle: 'chen', passphrase: passphrases.owner };
  return { server, hotel, desk: await signIn(staffDoor(fetch, server.url), owner) };
}

afterAll(() => server?.end());

async function setup(): Promise<{ model: Model; real: World }> {
  if (place === null || tried % perServer === 0) place = await freshPlace();
  tried += 1;
  const phone = await GuestPhone.register(place.server, place.hotel, ['billing', 'offers']);
  const real: World = { ...place, phone, first: await phone.open(), bodies: [phone.sealed.body] };
  return { model: newModel(), real };
}

const everyOrder = fc.asyncProperty(fc.commands(commands, { maxCommands: 12 }), async (acts) => {
  const made = await setup();
  await fc.asyncModelRun(() => made, acts);
  await checkAgreement(made, { deep: true });
});

test('guest, server, desk, log and disk agree after any order of acts', async () => {
  const details = await fc.check(everyOrder, { ...runs(15), endOnFailure: true });
  expect(details.failed, fc.defaultReportMessage(details)).toBe(false);
}, 3_600_000);
