import { randomBytes } from '../../src/crypto/random-bytes.ts';
import { type DemoGuest, demoGuests } from '../../src/demo/demo-guests.ts';
import { type Registered, workTheDesk } from '../../src/demo/desk-shift.ts';
import { type Phone, registerGuest } from '../../src/demo/register-guest.ts';
import type { Hotel } from '../../src/demo/set-up-hotel.ts';
import { createGuestApi } from '../../src/guest/registration/guest-api.ts';
import { staffDoor } from '../../src/staff/api/staff-api.ts';
import { type Session, signIn } from '../../src/staff/session/sign-in.ts';
import { makeHotel } from '../support/make-hotel.ts';
import type { RunningServer } from '../tools/start-server.ts';

/** The demo's hotel and its guests, or others, on a server of its own. */
export interface ShotHotel {
  readonly url: string;
  readonly hotel: Hotel;
  /** What a guest's phone needs to register here. */
  readonly phone: Phone;
  /** Signs the front desk in, without a screen. */
  readonly openDesk: () => Promise<Session>;
}

export async function furnishHotel(
  server: RunningServer,
  guests: readonly DemoGuest[] = demoGuests,
): Promise<ShotHotel> {
  const hotel = await makeHotel(server);
  const phone: Phone = {
    api: createGuestApi({ fetch, origin: server.url }),
    property: hotel.property,
    fingerprint: hotel.fingerprint,
    clock: Date.now,
    random: randomBytes,
  };
  const registered: Registered[] = [];
  for (const guest of guests) {
    registered.push({ guest, registration: (await registerGuest(phone, guest)).registration });
  }
  const door = staffDoor((url, init) => fetch(url, init), server.url);
  const { handle, passphrase } = hotel.people['front-desk'];
  const openDesk = () => signIn(door, { property: hotel.property, handle, passphrase });
  const session = await openDesk();
  await workTheDesk(session, hotel.manifest.manifest.card, registered, Date.now());
  await session.api.signOut();
  return { url: server.url, hotel, phone, openDesk };
}
