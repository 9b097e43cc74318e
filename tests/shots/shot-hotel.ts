import { randomBytes } from '../../src/crypto/random-bytes.ts';
import { type DemoGuest, demoGuests } from '../../src/demo/demo-guests.ts';
import { type Registered, workTheDesk } from '../../src/demo/desk-shift.ts';
import { type Phone, registerGuest } from '../../src/demo/register-guest.ts';
import type { Hotel } from '../../src/demo/set-up-hotel.ts';
import { createGuestApi } from '../../src/guest/registration/guest-api.ts';
import { staffDoor } from '../../src/staff/api/staff-api.ts';
import { type Session, signIn } from '../../src/staff/session/sign-in.ts';
import { makeHotel } from '../support/make-hotel.ts';
import { seedGuests } from '../bench/staff/seed-guests.ts';
import { type RunningServer, startServer } from '../tools/start-server.ts';

/** The demo's hotel and its guests, or others, on a server of its own. */
export interface ShotHotel {
  readonly url: string;
  readonly hotel: Hotel;
  /** What a guest's phone needs to register here. */
  readonly phone: Phone;
  /** Signs the front desk in, without a screen. */
  readonly openDesk: () => Promise<Session>;
}

/** A hotel with `count` guests as the list knows them: written into its database while its server doesn't run. */
export async function fillHotel(server: RunningServer, count: number): Promise<[RunningServer, ShotHotel]> {
  const { hotel } = await furnishHotel(server, []);
  await server.stop({ keepData: true });
  await seedGuests({ dataDir: server.dataDir, hotel, count, say: console.log });
  const again = await startServer({
    dataDir: server.dataDir,
    port: Number(new URL(server.url).port),
    patience: 60_000,
  });
  return [again, shotHotel(again.url, hotel)];
}

export async function furnishHotel(
  server: RunningServer,
  guests: readonly DemoGuest[] = demoGuests,
): Promise<ShotHotel> {
  const hotel = await makeHotel(server);
  const stage = shotHotel(server.url, hotel);
  const registered: Registered[] = [];
  for (const guest of guests) {
    registered.push({ guest, registration: (await registerGuest(stage.phone, guest)).registration });
  }
  const session = await stage.openDesk();
  await workTheDesk(session, hotel.manifest.manifest.card, registered, Date.now());
  await session.api.signOut();
  return stage;
}

function shotHotel(url: string, hotel: Hotel): ShotHotel {
  const phone: Phone = {
    api: createGuestApi({ fetch, origin: url }),
    property: hotel.property,
    fingerprint: hotel.fingerprint,
    clock: Date.now,
    random: randomBytes,
  };
  const door = staffDoor((address, init) => fetch(address, init), url);
  const { handle, passphrase } = hotel.people['front-desk'];
  return { url, hotel, phone, openDesk: () => signIn(door, { property: hotel.property, handle, passphrase }) };
}
