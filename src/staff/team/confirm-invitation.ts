import { personKeyBytes, sealGrants } from '../../crypto/grant.ts';
import { keyIdOf, type RawKeyPair } from '../../crypto/key-pair.ts';
import { sealRoot } from '../../crypto/sealed-root.ts';
import type { Invitation } from '../../protocol/invitation.ts';
import { Refusal } from '../../protocol/problems.ts';
import type { Grant, KeyPurpose } from '../../protocol/staff.ts';
import type { DoorApi } from '../api/staff-api.ts';
import { readHotel } from '../session/read-hotel.ts';
import { grantedKeys, type Session } from '../session/sign-in.ts';
import { composeEpoch } from './renew-keys.ts';

/** Whoever has answered. */
interface Answered {
  readonly person: string;
  readonly publicKey: string;
}

/**
 * Seals to the key whose words were compared what the hotel's manifest names at this moment, and makes its holder a colleague. `root`
 * is for another owner, who gets every purpose. Who is invited again gets what they may open at this moment; where others may hold what
 * they had, a new epoch begins with it. Throws Refusal `conflict` where the hotel has keys this session doesn't hold yet.
 */
export async function confirmInvitation(
  door: Pick<DoorApi, 'published'>,
  session: Session,
  invitation: Invitation,
  { root, now }: { readonly root: RawKeyPair | null; readonly now: number },
): Promise<void> {
  const { property, api } = session;
  const { person, publicKey, role, again } = invitation;
  if (person === null || publicKey === null) throw new Refusal('conflict');
  if ((role === 'owner') !== (root !== null)) throw new Refusal('wrong_passphrase');
  const answered = { person, publicKey };
  const purposes = again === undefined ? invitation.purposes : await purposesOf(session, again.person);
  const opens = (purpose: KeyPurpose) => role === 'owner' || purpose === 'card' || purposes.includes(purpose);
  const grants = await heldGrants(session, answered, opens);
  const sealedRoot = root === null ? null : await sealRoot({ property, person }, root, personKeyBytes(publicKey));
  const epoch =
    again?.exposed === true
      ? await composeEpoch(door, session, { removed: null, revoked: [] }, now, { id: person, publicKey })
      : null;
  const anew = epoch?.grants.filter((one) => one.person === person).map(({ grant }) => grant) ?? [];
  await api.confirmInvitation(invitation.id, {
    publicKey,
    grants: [...grants, ...anew],
    ...(sealedRoot === null ? {} : { sealedRoot }),
    ...(epoch === null ? {} : { renewal: { ...epoch, grants: epoch.grants.filter((one) => one.person !== person) } }),
  });
}

/** Earlier keys too: guests who are in the house may have been sealed to them. */
async function heldGrants(
  session: Session,
  { person, publicKey }: Answered,
  opens: (purpose: KeyPurpose) => boolean,
): Promise<Grant[]> {
  const { property } = session;
  const { manifest } = (await readHotel(session)).manifest;
  const offered = [{ id: 'card' as const, keyId: manifest.card.keyId }, ...manifest.purposes];
  const held = new Map<string, Awaited<ReturnType<typeof grantedKeys>>[number]>();
  for (const key of await grantedKeys(session)) held.set(await keyIdOf(key.pair.publicKey), key);
  const theirs = offered.filter(({ id }) => opens(id));
  if (theirs.some(({ keyId }) => !held.has(keyId))) throw new Refusal('conflict');
  const keys = [...held.values()].filter(({ purpose }) => theirs.some(({ id }) => id === purpose));
  return sealGrants(keys, { property, epoch: manifest.epoch, person, publicKey });
}

async function purposesOf({ api }: Session, id: string): Promise<readonly KeyPurpose[]> {
  const there = (await api.people()).find((one) => one.id === id);
  if (there === undefined) throw new Refusal('not_found');
  return there.granted;
}
