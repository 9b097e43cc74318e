import {
  type Invitation,
  type InvitationAnswer,
  type InvitationConfirmation,
  invitationLasts,
  type InvitationView,
  type NewInvitation,
} from '../../protocol/invitation.ts';
import { Refusal } from '../../protocol/problems.ts';
import { toInstant } from '../../protocol/time.ts';
import { writeOne } from '../commit/write-one.ts';
import { digest } from '../digest.ts';
import { checkHeldGrants } from '../hotel/check-held-grants.ts';
import { checkListed, checkTeamList } from '../hotel/check-team-list.ts';
import { inTime } from '../in-time.ts';
import { logEntryText } from '../log/log-entry.ts';
import { isPoint } from '../p256.ts';
import type { StoredInvitation } from '../store/people-store.ts';
import type { DeskParts } from './desk.ts';
import { checkAgain, confirmAgain } from './rejoin.ts';
import type { ActiveSession } from './sessions.ts';
import type { TeamParts } from './team.ts';

/** Throws Refusal `conflict` where the name is taken or somebody is invited already, and as `checkAgain`. */
export async function invite(parts: TeamParts, session: ActiveSession, invitation: NewInvitation): Promise<void> {
  await checkAgain(parts, session, invitation);
  const at = parts.clock();
  const { again } = invitation;
  const by = { at, actor: session.person, role: session.role };
  const entry = logEntryText(
    again === undefined
      ? { ...by, action: 'person-invited' }
      : { ...by, action: 'person-invited-again', digest: digest(again.person) },
  );
  const hotel = await parts.hotels.get(session.property);
  const change = {
    kind: 'invite',
    at,
    invitation,
    by: session.person,
    expiresAt: parts.steady.now() + invitationLasts,
    entry,
  } as const;
  await writeOne(parts.committer, session.property, change, hotel.sign);
  await parts.sessions.cutGone(session.property);
}

/** Those that wait, and those that still shut somebody out, for owners. */
export async function invitationsOf(parts: DeskParts, { property }: ActiveSession): Promise<Invitation[]> {
  const now = parts.steady.now();
  const standing = await parts.store.invitations(property, now);
  return standing.flatMap(({ id, by, state, expiresAt, invited, answer }) =>
    invited === null
      ? []
      : {
          ...invited,
          id,
          by,
          state: inTime(expiresAt, now, invitationLasts) ? state : 'expired',
          expiresAt: toInstant(parts.steady.toWall(expiresAt)),
          person: answer?.id ?? null,
          publicKey: answer?.publicKey ?? null,
        },
  );
}

export async function callOffInvitation(parts: DeskParts, session: ActiveSession, invitation: string): Promise<void> {
  const at = parts.clock();
  const entry = logEntryText({ at, actor: session.person, role: session.role, action: 'invitation-called-off' });
  const hotel = await parts.hotels.get(session.property);
  await writeOne(parts.committer, session.property, { kind: 'end-invitation', at, invitation, entry }, hotel.sign);
}

/** How an invitation stands, for whoever has its link. Throws Refusal `not_found`. */
export async function viewInvitation(parts: DeskParts, token: string): Promise<InvitationView> {
  const { property, state, expiresAt, invited } = await byToken(parts, token);
  const over = (state === 'open' || state === 'answered') && !inTime(expiresAt, parts.steady.now(), invitationLasts);
  const { profile } = await parts.hotels.get(property);
  const shown =
    invited === null || over
      ? null
      : {
          displayName: invited.displayName,
          handle: invited.handle,
          role: invited.role,
          purposes: invited.purposes,
          again: invited.again,
        };
  return {
    property,
    hotel: profile.name,
    state: over ? 'expired' : state,
    expiresAt: toInstant(parts.steady.toWall(expiresAt)),
    invited: shown,
  };
}

/** Takes the keys the invited person made. Nobody is anybody by it: the owner confirms. Throws Refusal `not_found`, `gone`, `conflict`. */
export async function answerInvitation(parts: DeskParts, { token, ...answer }: InvitationAnswer): Promise<void> {
  if (!isPoint(answer.publicKey)) throw new Refusal('malformed', 'publicKey');
  const { property } = await byToken(parts, token);
  const at = parts.clock();
  const entry = logEntryText({ at, actor: 'server', role: 'server', action: 'invitation-answered' });
  const hotel = await parts.hotels.get(property);
  const change = { kind: 'answer-invitation', at, tokenHash: digest(token), answer, entry } as const;
  await writeOne(parts.committer, property, change, hotel.sign);
}

/**
 * Makes the invited person a member of staff, with what was sealed to the key whose words were compared. Throws Refusal `not_found`
 * for another owner's invitation, `gone` where it is over, `conflict` where the key is another, the handle was taken or the hotel's
 * manifest has changed meanwhile; for somebody who comes again as `confirmAgain`.
 */
export async function confirmInvitation(
  parts: TeamParts,
  session: ActiveSession,
  id: string,
  confirmation: InvitationConfirmation,
): Promise<void> {
  const { publicKey, grants, sealedRoot, renewal, team: jws } = confirmation;
  const at = parts.clock();
  const now = parts.steady.now();
  const standing = await parts.store.invitations(session.property, now);
  const invitation = standing.find((one) => one.id === id);
  if (invitation === undefined || !inTime(invitation.expiresAt, now, invitationLasts)) throw new Refusal('gone');
  if (invitation.by !== session.person) throw new Refusal('not_found');
  const { invited, answer } = invitation;
  if (invited === null || answer?.publicKey !== publicKey) throw new Refusal('conflict');
  const { again } = invited;
  if (again !== undefined) {
    await confirmAgain(parts, session, { again, id, answer }, confirmation);
    return;
  }
  if (renewal !== undefined) throw new Refusal('malformed', 'renewal');
  const hotel = await parts.hotels.get(session.property);
  const { sequence } = hotel.current.manifest;
  await checkHeldGrants(parts, session, grants);
  if ((invited.role === 'owner') !== (sealedRoot !== undefined)) throw new Refusal('malformed', 'sealedRoot');
  const { displayName, handle, role } = invited;
  const by = { at, actor: session.person, role: session.role };
  const { list, team } = await checkTeamList(jws, hotel.current.manifest, by);
  checkListed(list, answer);
  const person = { ...answer, displayName, handle, role, grants, ...(sealedRoot === undefined ? {} : { sealedRoot }) };
  const entry = logEntryText({ ...by, action: 'person-added' });
  const change = { kind: 'add-person', at, person, invitation: { id, sequence }, team, entry } as const;
  await writeOne(parts.committer, session.property, change, hotel.sign);
  await parts.hotels.reload(session.property);
}

async function byToken({ store }: DeskParts, token: string): Promise<StoredInvitation> {
  const stored = await store.invitationByToken(digest(token));
  if (stored === null) throw new Refusal('not_found');
  return stored;
}
