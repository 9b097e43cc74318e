// A finished hotel to try: the real server on a throwaway folder, set up and filled through its own API with the apps' own code.

import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { renderUnicodeCompact } from 'uqr';
import { randomBytes } from '../crypto/random-bytes.ts';
import { createGuestApi } from '../guest/registration/guest-api.ts';
import { staffDoor } from '../staff/api/staff-api.ts';
import { signIn } from '../staff/session/sign-in.ts';
import { demoGuests } from './demo-guests.ts';
import { type Registered, workTheDesk } from './desk-shift.ts';
import { registerGuest } from './register-guest.ts';
import { sampleProfile } from './sample-profile.ts';
import { type ServerProcess, startServerProcess } from './server-process.ts';
import { type Hotel, setUpHotel } from './set-up-hotel.ts';

const passphrases = {
  'front-desk': 'seven paper lanterns',
  supervisor: 'a quiet bamboo grove',
  owner: 'the river below the bridge',
} as const;

async function openHotel(server: ServerProcess): Promise<Hotel> {
  console.log('Making keys and signing the notice…');
  const hotel = await setUpHotel({
    origin: server.address,
    setupToken: server.setupToken,
    profile: sampleProfile,
    passphrases,
    fetch,
    clock: Date.now,
    random: randomBytes,
  });
  console.log(`Registering ${demoGuests.length} guests…`);
  const phone = {
    api: createGuestApi({ fetch, origin: server.address }),
    property: hotel.property,
    fingerprint: hotel.fingerprint,
    clock: Date.now,
    random: randomBytes,
  };
  const registered: Registered[] = [];
  for (const guest of demoGuests) {
    registered.push({ guest, registration: (await registerGuest(phone, guest)).registration });
  }
  const door = staffDoor((url, init) => fetch(url, init), server.address);
  const { handle, passphrase } = hotel.people['front-desk'];
  const session = await signIn(door, { property: hotel.property, handle, passphrase });
  await workTheDesk(session, hotel.manifest.manifest.card, registered, Date.now());
  await session.api.signOut();
  return hotel;
}

function introduce(hotel: Hotel): void {
  const { 'front-desk': desk, supervisor, owner } = hotel.people;
  console.log(`
${renderUnicodeCompact(hotel.posters.reception, { border: 4 })}
Guests, as from the poster at reception:
  ${hotel.posters.reception}
Staff:
  ${hotel.staffUrl}
    ${desk.handle.padEnd(6)} ${desk.passphrase.padEnd(28)} front desk
    ${supervisor.handle.padEnd(6)} ${supervisor.passphrase.padEnd(28)} supervisor
    ${owner.handle.padEnd(6)} ${owner.passphrase.padEnd(28)} owner
Recovery code, as on the owner's sheet:
  ${hotel.recoveryCode}

Try first: open the staff address and sign in as "${desk.handle}". In another window open the guest address, say yes to one use,
and send. The guest appears at the desk; open their contact, give a reason, and watch it close by itself.
A phone can't reach this computer's localhost: the code above is for a phone only where PUBLIC_URL names an https address.

Ctrl+C ends the demo and leaves nothing behind.`);
}

async function run(): Promise<number> {
  const dataDir = await mkdtemp(join(tmpdir(), 'foyer-demo-'));
  const stop = new AbortController();
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => stop.abort());
  try {
    const server = await startServerProcess({ ...process.env, DATA_DIR: dataDir });
    try {
      introduce(await openHotel(server));
      const asked = new Promise<number>((resolve) => {
        if (stop.signal.aborted) resolve(0);
        stop.signal.addEventListener('abort', () => resolve(0));
      });
      return await Promise.race([asked, server.ended]);
    } finally {
      await server.stop();
    }
  } finally {
    await rm(dataDir, { recursive: true, force: true });
  }
}

process.exitCode = await run();
