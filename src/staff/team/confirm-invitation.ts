import { personKeyBytes, sealGrants } from '../../crypto/grant.ts';
import { keyIdOf, type RawKeyPair } from '../../crypto/key-pair.ts';
import { sealRoot } from '../../crypto/sealed-root.ts';
import type { Invitation } from '../../protocol/invitation.ts';
import type { Manifest } from '../../protocol/manifest.ts';
import { Refusal } from '../../protocol/problems.ts';
import type { PurposeId } from '../../protocol/purposes.ts';
import type { Grant, KeyPurpose } from '../../protocol/staff.ts';
import type { Member } from '../../protocol/team-list.ts';
import type { DoorApi } from '../api/staff-api.ts';
import { readHotel } from '../session/read-hotel.ts';
import { grantedKeys, requireOwnKey, type Session } from '../session/sign-in.ts';
import { secretOf } from './invite-person.ts';
import { readTeam, sendWithTeam, signNextTeam, type Team } from './read-team.ts';
import { composeEpoch, withMember } from './renew-keys.ts';

/**
 * Seals to the key whose words were compared what the hotel's manifest names at this moment, puts it into the signed team list, and makes
 * its holder a colleague. `root` is for another owner, who gets every purpose. Who is invited again gets what the list says they may open;
 * where others may hold what they had, a new epoch begins with it. Throws Refusal `conflict` where the hotel has keys this session
 * doesn't hold yet, `own_key_damaged` where its own copy of one they need is, `cannot_open` where it isn't the invitation this owner made, `team_unlisted` where the server gives somebody of the list another name or standing than was signed, and as
 * `readTeam`.
 */
export async function confirmInvitation(
  door: Pick<DoorApi, 'published'>,
  session: Session,
  invitation: Invitation,
  {
    root,
    now,
    withheld = [],
  }: {
    readonly root: RawKeyPair | null;
    readonly now: number;
    /** Who else was shown to the owner as getting no new keys, where the hotel's are renewed with it. */
    readonly withheld?: readonly string[];
  },
): Promise<void> {
  const { property, api } = session;
  const { person, publicKey, role, again } = invitation;
  if (person === null || publicKey === null) throw new Refusal('conflict');
  // What it gives, and why, is what this owner sealed with its secret, and not what the server says now.
  await secretOf(session, invitation);
  const owner = role === 'owner';
  if (owner !== (root !== null)) throw new Refusal('wrong_passphrase');
  const { manifest } = (await readHotel(session)).manifest;
  const team = await readTeam(session, manifest);
  const known = team.members.find((one) => one.person === person);
  // Whoever is new comes under a pseudonym of their own, and whoever comes again under theirs.
  if (again === undefined ? known !== undefined : again.person !== person) throw new Refusal('conflict');
  if (known !== undefined && (known.owner !== owner || known.name !== invitation.displayName))
    throw new Refusal('team_unlisted');
  const purposes = known?.opens ?? (again === undefined ? invitation.purposes : purposesOf(team, again.person));
  const member = { person, name: invitation.displayName, publicKey, owner, opens: owner ? [] : [...purposes] };
  const grants = await heldGrants(session, manifest, member);
  const sealedRoot = root === null ? null : await sealRoot({ property, person }, root, personKeyBytes(publicKey));
  const {
    renewal,
    next,
    manifest: published,
  } = again?.exposed === true
    ? await composeEpoch(door, session, { removed: null, revoked: [], withheld }, now, member)
    : { renewal: null, next: await signNext(), manifest: null };
  const anew = renewal?.grants.filter((one) => one.person === person).map(({ grant }) => grant) ?? [];
  const confirmation = {
    publicKey,
    grants: [...grants, ...anew],
    team: next.jws,
    ...(sealedRoot === null ? {} : { sealedRoot }),
    ...(renewal === null
      ? {}
      : { renewal: { ...renewal, grants: renewal.grants.filter((one) => one.person !== person) } }),
  };
  await sendWithTeam(session, next, () => api.confirmInvitation(invitation.id, confirmation), published);

  function signNext() {
    return signNextTeam(session, team, withMember(team.members, member), { epoch: manifest.epoch, now });
  }
}

/** Whether the signed team list has somebody under the very key whose words were compared: another tab or press was quicker. */
export async function isConfirmed(session: Session, { person, publicKey }: Invitation): Promise<boolean> {
  const { members } = await readTeam(session, (await readHotel(session)).manifest.manifest);
  return members.some((one) => one.person === person && one.publicKey === publicKey);
}

/** Earlier keys too: guests who are in the house may have been sealed to them. */
async function heldGrants(
  session: Session,
  manifest: Manifest,
  { person, publicKey, owner, opens }: Member,
): Promise<Grant[]> {
  const { property } = session;
  const offered: readonly { readonly id: KeyPurpose; readonly keyId: string }[] = [
    { id: 'card', keyId: manifest.card.keyId },
    ...manifest.purposes,
  ];
  const held = new Map<string, Awaited<ReturnType<typeof grantedKeys>>[number]>();
  for (const key of await grantedKeys(session)) held.set(await keyIdOf(key.pair.publicKey), key);
  const theirs = offered.filter(({ id }) => owner || id === 'card' || opens.includes(id));
  for (const { keyId } of theirs) requireOwnKey(session, keyId);
  if (theirs.some(({ keyId }) => !held.has(keyId))) throw new Refusal('conflict');
  const keys = [...held.values()].filter(({ purpose }) => theirs.some(({ id }) => id === purpose));
  return sealGrants(keys, { property, epoch: manifest.epoch, person, publicKey });
}

/** Of somebody the list doesn't know yet: what the server says, as the owner sees it on the person's page. */
function purposesOf({ people }: Team, id: string): PurposeId[] {
  const there = people.find((one) => one.id === id);
  if (there === undefined) throw new Refusal('not_found');
  return there.granted.flatMap((purpose) => (purpose === 'card' ? [] : [purpose]));
}
