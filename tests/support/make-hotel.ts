// A finished hotel for a test, set up through the server's real API with real keys.

import { randomBytes } from '../../src/crypto/random-bytes.ts';
import { sampleProfile } from '../../src/demo/sample-profile.ts';
import { type Hotel, setUpHotel } from '../../src/demo/set-up-hotel.ts';
import type { PropertyProfile } from '../../src/protocol/property-profile.ts';
import type { Role } from '../../src/protocol/roles.ts';
import type { PassphraseParameters } from '../../src/protocol/staff.ts';
import type { RunningServer } from '../tools/start-server.ts';

/** The floor of what the server accepts: a sign-in takes milliseconds instead of half a second. */
export const quickParameters: PassphraseParameters = { algorithm: 'argon2id', memory: 19_456, passes: 2, lanes: 1 };

export const passphrases = {
  'front-desk': 'seven paper lanterns',
  supervisor: 'a quiet bamboo grove',
  owner: 'the river below the bridge',
} as const;

/** Sets up the hotel of a server that was just started on an empty folder. */
export async function makeHotel(
  server: Pick<RunningServer, 'url' | 'output'>,
  changes: Partial<PropertyProfile> = {},
  known: Readonly<Record<Role, string>> = passphrases,
): Promise<Hotel> {
  return setUpHotel({
    origin: server.url,
    setupToken: setupTokenOf(server),
    profile: { ...sampleProfile, ...changes },
    passphrases: known,
    fetch,
    clock: Date.now,
    random: randomBytes,
    parameters: quickParameters,
  });
}

/** The token of the one-time link the server printed. */
export function setupTokenOf(server: Pick<RunningServer, 'output'>): string {
  const token = /\/staff\/setup#([A-Za-z0-9_-]+)/.exec(server.output())?.[1];
  if (token === undefined) throw new Error(`The server printed no set-up link. It wrote:\n${server.output()}`);
  return token;
}
