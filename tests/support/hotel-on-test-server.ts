// A hotel with real keys on a server whose clock the test turns.

import { randomBytes } from '../../src/crypto/random-bytes.ts';
import { sampleProfile } from '../../src/demo/sample-profile.ts';
import { type Hotel, setUpHotel } from '../../src/demo/set-up-hotel.ts';
import { passphrases, quickParameters } from './make-hotel.ts';
import { setupAuthorization, type TestServer } from './test-server.ts';

export function hotelOnTestServer(server: TestServer): Promise<Hotel> {
  return setUpHotel({
    origin: server.url,
    setupToken: setupAuthorization(server).replace('Setup ', ''),
    profile: sampleProfile,
    passphrases,
    fetch,
    clock: () => server.clock.now,
    random: randomBytes,
    parameters: quickParameters,
  });
}
