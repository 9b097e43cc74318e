import type { SealingKey, SignedManifest } from '../../protocol/manifest.ts';
import { Refusal } from '../../protocol/problems.ts';
import type { PurposeId } from '../../protocol/purposes.ts';
import type { KeyPurpose } from '../../protocol/staff.ts';
import type { KeyRenewal } from '../../protocol/team.ts';
import type { Member, SignedTeamList } from '../../protocol/team-list.ts';
import { personKeyBytes, sealGrant } from '../../crypto/grant.ts';
import { generateKeyPair } from '../../crypto/key-pair.ts';
import { sealingKey } from '../../crypto/property-keys.ts';
import { signManifest } from '../../crypto/sign-manifest.ts';
import type { DoorApi } from '../api/staff-api.ts';
import { readNotices } from '../notice/read-notices.ts';
import { readHotel } from '../session/read-hotel.ts';
import type { Session } from '../session/sign-in.ts';
import { manifestDays } from '../setup/create-hotel.ts';
import { readTeam, sendWithTeam, signNextTeam } from './read-team.ts';
import { shutOutPeople } from './shut-out-people.ts';

/** Why the keys are made new: somebody leaves, may open less, or neither. */
export interface Parting {
  readonly removed: string | null;
  readonly revoked: KeyRenewal['revoked'];
  /** Who else was shown to the owner as getting no new keys: they get none, whatever the server says of them by now. */
  readonly withheld?: readonly string[];
}

/**
 * Begins a new epoch from an owner's browser: a new pair for the card and every purpose of the manifest, the same words, signed by the root
 * that posters name, and each new key sealed to everybody confirmed who stays and could open its purpose before. Whom the list doesn't name
 * gets none, nor does whom the server names otherwise or leaves out: a removal must not miss its person because the server calls them by
 * another id. They leave the list with it. Who is shut out stays in it and gets none either: others may hold the key they would be sealed
 * to. Sent as one: where it is refused, nothing has happened. Throws Refusal `forbidden` without the root, as `readTeam`, `conflict` where
 * hotel or team changed meanwhile, `last_owner`, `step_up_needed` and the server's others.
 */
export async function renewKeys(
  door: Pick<DoorApi, 'published'>,
  session: Session,
  parting: Parting,
  now: number,
): Promise<void> {
  const { removed, revoked } = parting;
  const { renewal, next, manifest } = await composeEpoch(door, session, parting, now);
  await sendWithTeam(
    session,
    next,
    () => session.api.renewKeys({ removed, revoked, ...renewal, team: next.jws }),
    manifest,
  );
}

interface ComposedEpoch {
  readonly renewal: Pick<KeyRenewal, 'publication' | 'grants'>;
  readonly next: SignedTeamList;
  readonly manifest: SignedManifest;
}

/**
 * The next epoch, to be sent with why it begins, and the team list that goes with it. `rejoining` is somebody whose new key takes the place
 * of the one the team knows. Throws Refusal as `renewKeys`, before anything is sent.
 */
export async function composeEpoch(
  door: Pick<DoorApi, 'published'>,
  session: Session,
  parting: Parting,
  now: number,
  rejoining: Member | null = null,
): Promise<ComposedEpoch> {
  const { property, keyring } = session;
  const { root } = keyring;
  const { withheld = [] } = parting;
  if (root === null) throw new Refusal('forbidden', 'root');
  const hotel = await readHotel(session);
  const before = hotel.manifest.manifest;
  const team = await readTeam(session, before);
  const notices = await readNotices(door, property, before);
  const shutOut = new Set(shutOutPeople(await session.api.invitations()).map(({ person }) => person));
  if (rejoining !== null) shutOut.delete(rejoining.person);
  const told = team.confirmed.filter(({ person }) => person === session.person.id || !withheld.includes(person));
  const members = withMember(told, rejoining)
    .filter(({ person }) => person !== parting.removed)
    .map((member) => ({ ...member, opens: member.opens.filter((purpose) => !isTaken(member, purpose)) }));
  const epoch = before.epoch + 1;
  const grants: KeyRenewal['grants'] = [];
  const card = await newKey('card');
  const keys: Partial<Record<PurposeId, SealingKey>> = {};
  for (const { id } of before.purposes) keys[id] = await newKey(id);
  const manifest = await signManifest({
    property,
    jurisdiction: before.jurisdiction,
    root,
    card,
    keys,
    receiptKey: before.receiptKey,
    notices,
    epoch,
    previous: hotel.manifest,
    now,
    validDays: manifestDays,
  });
  const publication = { profile: hotel.profile, manifest: manifest.jws, notices };
  return {
    renewal: { publication, grants },
    next: await signNextTeam(session, team, members, { epoch, now }),
    manifest,
  };

  async function newKey(purpose: KeyPurpose): Promise<SealingKey> {
    const pair = await generateKeyPair();
    for (const { person, publicKey } of members.filter((one) => opens(one, purpose) && !shutOut.has(one.person))) {
      const context = { property, purpose, epoch, person };
      grants.push({ person, grant: await sealGrant(context, pair, personKeyBytes(publicKey)) });
    }
    return sealingKey(pair);
  }

  function isTaken({ person }: Member, purpose: PurposeId): boolean {
    return parting.revoked.some((one) => one.person === person && one.purpose === purpose);
  }
}

function opens({ owner, opens: purposes }: Member, purpose: KeyPurpose): boolean {
  return owner || purpose === 'card' || purposes.includes(purpose);
}

/** The members with somebody new, or with their new key in the place of the old. */
export function withMember(members: readonly Member[], member: Member | null): readonly Member[] {
  if (member === null) return members;
  const there = members.some(({ person }) => person === member.person);
  return there ? members.map((one) => (one.person === member.person ? member : one)) : [...members, member];
}
