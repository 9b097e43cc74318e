import { personKeyBytes, sealGrants } from '../../crypto/grant.ts';
import {
  introductionBytes,
  invitationToken,
  newInvitationSecret,
  openInvitationSecret,
  sealInvitationSecret,
} from '../../crypto/invitation.ts';
import { keyIdOf, type RawKeyPair } from '../../crypto/key-pair.ts';
import { sealRoot } from '../../crypto/sealed-root.ts';
import { digest } from '../../crypto/sha256.ts';
import { newId, type RandomBytes } from '../../protocol/ids.ts';
import type { Invitation } from '../../protocol/invitation.ts';
import { Refusal } from '../../protocol/problems.ts';
import type { PurposeId } from '../../protocol/purposes.ts';
import type { Role } from '../../protocol/roles.ts';
import { readHotel } from '../session/read-hotel.ts';
import { grantedKeys, type Session } from '../session/sign-in.ts';

export interface PersonWishes {
  readonly handle: string;
  readonly displayName: string;
  readonly role: Role;
  /** What they may open besides the list. */
  readonly purposes: readonly PurposeId[];
}

/** Makes an invitation and gives its id. Throws Refusal as the server gives it: `conflict` when the handle is taken. */
export async function invitePerson(
  session: Session,
  { handle, displayName, role, purposes }: PersonWishes,
  { now, random }: { readonly now: number; readonly random: RandomBytes },
): Promise<string> {
  const id = newId(now, random);
  const secret = newInvitationSecret(random);
  const context = { property: session.property, invitation: id };
  const own = personKeyBytes(session.person.publicKey);
  await session.api.invite({
    id,
    handle,
    displayName,
    role,
    purposes: [...purposes],
    tokenHash: await digest(await invitationToken(secret)),
    sealedSecret: await sealInvitationSecret(context, secret, own),
  });
  return id;
}

/** The link's secret, for the owner who invited. Throws Refusal `cannot_open` for anybody else. */
export function secretOf({ property, keyring }: Session, { id, sealedSecret }: Invitation): Promise<string> {
  return openInvitationSecret({ property, invitation: id }, sealedSecret, keyring.person);
}

/** What to compare, once somebody has answered. */
export async function wordsOf(session: Session, invitation: Invitation): Promise<Uint8Array<ArrayBuffer> | null> {
  const { person, publicKey } = invitation;
  if (person === null || publicKey === null) return null;
  const { fingerprint } = session.keyring;
  return introductionBytes({ secret: await secretOf(session, invitation), fingerprint, person, publicKey });
}

/**
 * Seals to the key whose words were compared what the hotel's manifest names at this moment, and makes its holder a colleague. `root`
 * is for another owner, who gets every purpose. Throws Refusal `conflict` where the hotel has keys this session doesn't hold yet.
 */
export async function confirmInvitation(
  session: Session,
  invitation: Invitation,
  root: RawKeyPair | null,
): Promise<void> {
  const { property } = session;
  const { person, publicKey, role } = invitation;
  if (person === null || publicKey === null) throw new Refusal('conflict');
  if ((role === 'owner') !== (root !== null)) throw new Refusal('wrong_passphrase');
  const { manifest } = (await readHotel(session)).manifest;
  const offered = [{ id: 'card' as const, keyId: manifest.card.keyId }, ...manifest.purposes];
  const wanted = new Set<string>(['card', ...invitation.purposes]);
  const held = new Map<string, Awaited<ReturnType<typeof grantedKeys>>[number]>();
  for (const key of await grantedKeys(session)) held.set(await keyIdOf(key.pair.publicKey), key);
  const theirs = offered.filter(({ id }) => role === 'owner' || wanted.has(id));
  if (theirs.some(({ keyId }) => !held.has(keyId))) throw new Refusal('conflict');
  // Earlier keys too: guests who are in the house may have been sealed to them.
  const keys = [...held.values()].filter(({ purpose }) => theirs.some(({ id }) => id === purpose));
  const grants = await sealGrants(keys, { property, epoch: manifest.epoch, person, publicKey });
  const sealedRoot = root === null ? null : await sealRoot({ property, person }, root, personKeyBytes(publicKey));
  await session.api.confirmInvitation(invitation.id, {
    publicKey,
    grants,
    ...(sealedRoot === null ? {} : { sealedRoot }),
  });
}
