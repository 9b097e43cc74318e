import { derivePassphraseKeys } from '../../src/crypto/passphrase.ts';
import type { Hotel } from '../../src/demo/set-up-hotel.ts';
import type { Role } from '../../src/protocol/roles.ts';
import { staffDoor } from '../../src/staff/api/staff-api.ts';

/** Signs one of a hotel's people in, without a screen; gives the session's secret. */
export async function staffSession(url: string, hotel: Hotel, role: Role): Promise<string> {
  const door = staffDoor((address, init) => fetch(address, init), url);
  const { handle, passphrase } = hotel.people[role];
  const challenge = await door.startSignIn(hotel.property, handle);
  const { proof } = await derivePassphraseKeys(passphrase, challenge.salt, challenge.parameters);
  return (await door.signIn(hotel.property, handle, proof)).session;
}
