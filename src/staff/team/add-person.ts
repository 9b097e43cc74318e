import type { RandomBytes } from '../../protocol/ids.ts';
import type { PurposeId } from '../../protocol/purposes.ts';
import type { Role } from '../../protocol/roles.ts';
import type { NewPerson } from '../../protocol/staff.ts';
import type { RawKeyPair } from '../../crypto/key-pair.ts';
import { createPerson } from '../../crypto/person-keys.ts';
import { grantedKeys, type Session } from '../session/sign-in.ts';

export interface PersonWishes {
  readonly handle: string;
  readonly displayName: string;
  readonly role: Role;
  /** What they may open besides the list. */
  readonly purposes: readonly PurposeId[];
  readonly passphrase: string;
}

/**
 * Makes a colleague on the owner's tablet: their keys, and the owner's own purpose keys sealed to them. Only an owner's `root` makes
 * another owner, who gets every purpose. Throws Refusal as the server gives it: `conflict` when the handle is taken.
 */
export async function addPerson(
  session: Session,
  wishes: PersonWishes,
  tools: {
    readonly epoch: number;
    readonly root: RawKeyPair | null;
    readonly now: number;
    readonly random: RandomBytes;
  },
): Promise<NewPerson> {
  const { epoch, root, now, random } = tools;
  const { handle, displayName, role, passphrase } = wishes;
  const keys = await grantedKeys(session);
  const wanted = new Set<string>(['card', ...wishes.purposes]);
  const purposes = keys.filter(({ purpose }) => role === 'owner' || wanted.has(purpose));
  const person = await createPerson({
    property: session.property,
    handle,
    displayName,
    role,
    passphrase,
    purposes,
    epoch,
    fingerprint: session.keyring.fingerprint,
    root: role === 'owner' ? root : null,
    now,
    random,
  });
  await session.api.addPerson(person);
  return person;
}
