import type { InvitationConfirmation, NewInvitation } from '../../protocol/invitation.ts';
import { Refusal } from '../../protocol/problems.ts';
import type { Grant } from '../../protocol/staff.ts';
import { writeOne } from '../commit/write-one.ts';
import { digest } from '../digest.ts';
import { checkHeldGrants } from '../hotel/check-held-grants.ts';
import { checkGrants } from '../hotel/check-publication.ts';
import { checkListed, checkTeamList } from '../hotel/check-team-list.ts';
import { checkEpoch, neededKeys } from '../hotel/renew-keys.ts';
import { logEntryText } from '../log/log-entry.ts';
import type { Rejoined, StoredAnswer } from '../store/staff-change.ts';
import type { ActiveSession } from './sessions.ts';
import type { TeamParts } from './team.ts';

type Again = NonNullable<NewInvitation['again']>;

/**
 * Who is invited again is somebody else of the team, as they are: nothing but their keys changes. Whoever asks has their own keys, and
 * nobody shuts themselves out. Throws Refusal `forbidden`, `not_found`, and `conflict` where the person has changed meanwhile.
 */
export async function checkAgain(
  { store }: Pick<TeamParts, 'store'>,
  { property, person: own }: ActiveSession,
  { again, handle, displayName, role, purposes }: NewInvitation,
): Promise<void> {
  if (again === undefined) return;
  if (again.person === own) throw new Refusal('forbidden', 'again.person');
  const there = (await store.person(property, again.person))?.person;
  if (there === undefined) throw new Refusal('not_found');
  const same = there.handle === handle && there.displayName === displayName && there.role === role;
  if (!same || purposes.some((id) => !there.granted.includes(id))) throw new Refusal('conflict', 'again');
}

/**
 * Puts the keys whose words were compared in the place of the person's old ones; with a new epoch where others may hold those. One
 * commit either way. Throws Refusal as `renewKeys` and `checkHeldGrants`, `malformed` where a renewal is missing or isn't asked for,
 * `gone`, `not_found` and `conflict` where things stand otherwise by now.
 */
export async function confirmAgain(
  parts: TeamParts,
  session: ActiveSession,
  { again, id, answer }: { readonly again: Again; readonly id: string; readonly answer: StoredAnswer },
  { grants, sealedRoot, renewal, team: jws }: InvitationConfirmation,
): Promise<void> {
  const { property, person: actor, role } = session;
  if (again.exposed !== (renewal !== undefined)) throw new Refusal('malformed', 'renewal');
  const at = parts.clock();
  const by = { at, actor, role };
  const entry = logEntryText({ ...by, action: 'person-rejoined', digest: digest(again.person) });
  const rejoined: Rejoined = { ...answer, invitation: id, grants, sealedRoot: sealedRoot ?? null };
  if (renewal === undefined) {
    await checkHeldGrants(parts, session, grants);
    const hotel = await parts.hotels.get(property);
    const { manifest } = hotel.current;
    const { sequence } = manifest;
    const { list, team } = await checkTeamList(jws, manifest, by);
    checkListed(list, answer);
    const change = { kind: 'rejoin', at, rejoined, sequence, team, ...neededKeys(manifest), entry } as const;
    await writeOne(parts.committer, property, change, hotel.sign);
  } else {
    const { hotel, manifest, publication, list, team } = await checkEpoch(
      parts,
      property,
      { ...renewal, team: jws },
      by,
    );
    checkListed(list, answer);
    const needed = neededKeys(manifest);
    const fresh = ({ keyId }: Grant) => needed.keys.includes(keyId);
    checkGrants(grants.filter(fresh), manifest);
    await checkHeldGrants(
      parts,
      session,
      grants.filter((grant) => !fresh(grant)),
    );
    // Sealed to the key that goes.
    if (renewal.grants.some(({ person }) => person === again.person)) throw new Refusal('malformed', 'renewal.grants');
    await writeOne(
      parts.committer,
      property,
      {
        kind: 'renew-keys',
        at,
        profile: renewal.publication.profile,
        publication,
        removed: null,
        revoked: [],
        rejoined,
        team,
        grants: renewal.grants,
        ...needed,
        further: [entry],
        entry: logEntryText({ ...by, action: 'manifest-published', digest: publication.hash }),
      },
      hotel.sign,
    );
  }
  await parts.hotels.reload(property);
  await parts.sessions.cutGone(property);
}
