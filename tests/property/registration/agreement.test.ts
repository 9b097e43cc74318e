// Any order of giving, taking back, correcting, deleting, sending again, arriving and running out, by the guest app's own code against
// a real server on SQLite, ends in agreement: the guest's page, the desk's list and what the desk can open, the log and the disk all say
// what a small model says. FOYER_RUNS sets how many orders are tried.

import * as fc from 'fast-check';
import { afterAll, beforeAll, test } from 'vitest';
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

let server: TestServer;
let world: Omit<World, 'phone' | 'first' | 'bodies'>;

beforeAll(async () => {
  server = await startTestServer();
  const hotel = await realHotel(server, {
    purposes: sampleProfile.purposes.map((purpose) =>
      purpose.id === 'identity' ? { ...purpose, retention: { kind: 'statutory', months: 6 } } : purpose,
    ),
  });
  const owner = { property: hotel.property, handle: 'chen', passphrase: passphrases.owner };
  world = { server, hotel, desk: await signIn(staffDoor(fetch, server.url), owner) };
});

afterAll(() => server.end());

async function setup(): Promise<{ model: Model; real: World }> {
  const phone = await GuestPhone.register(server, world.hotel, ['billing', 'offers']);
  const real: World = { ...world, phone, first: await phone.open(), bodies: [phone.sealed.body] };
  return { model: newModel(), real };
}

test(
  'guest, server, desk, log and disk agree after any order of acts',
  async () => {
    await fc.assert(
      fc.asyncProperty(fc.commands(commands, { maxCommands: 12 }), async (acts) => {
        let last: { model: Model; real: World } | null = null;
        await fc.asyncModelRun(async () => {
          last = await setup();
          return last;
        }, acts);
        if (last !== null) await checkAgreement(last, { deep: true });
      }),
      { ...runs(15), endOnFailure: true },
    );
  },
  30 * 60_000,
);
