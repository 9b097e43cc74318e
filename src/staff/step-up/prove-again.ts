import { derivePassphraseKeys } from '../../crypto/passphrase.ts';
import { Refusal } from '../../protocol/problems.ts';
import type { DoorApi } from '../api/staff-api.ts';
import type { Session } from '../session/sign-in.ts';

/** Proves the signed-in person by their passphrase. Throws Refusal `wrong_passphrase`, `too_many_attempts`, `offline` and the server's. */
export async function proveAgain(
  door: Pick<DoorApi, 'startSignIn' | 'stretch'>,
  { property, person, api }: Pick<Session, 'property' | 'person' | 'api'>,
  passphrase: string,
): Promise<void> {
  const { salt, parameters } = await door.startSignIn(property, person.handle);
  const { proof } = await derivePassphraseKeys(passphrase, salt, parameters, door.stretch);
  try {
    await api.stepUp({ way: 'passphrase', proof });
  } catch (error) {
    throw error instanceof Refusal && error.code === 'sign_in_failed' ? new Refusal('wrong_passphrase') : error;
  }
}
