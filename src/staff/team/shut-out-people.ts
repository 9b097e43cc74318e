import type { Invitation } from '../../protocol/invitation.ts';
import type { Manifest } from '../../protocol/manifest.ts';
import type { Member } from '../../protocol/team-list.ts';
import type { Session } from '../session/sign-in.ts';
import { readTeam } from './read-team.ts';

/**
 * Who is shut out until they come in anew, as the server's invitations say: others may hold the keys they have. Nothing new is sealed to
 * those.
 */
export function shutOutPeople(
  invitations: readonly Invitation[],
): { readonly person: string; readonly name: string }[] {
  return invitations.flatMap(({ again, displayName }) =>
    again?.exposed === true ? [{ person: again.person, name: displayName }] : [],
  );
}

/** Whom a new key may be sealed to: confirmed, and not shut out. Throws Refusal as `readTeam`. */
export async function membersToSealTo(session: Session, manifest: Manifest): Promise<readonly Member[]> {
  const { confirmed } = await readTeam(session, manifest);
  const shutOut = shutOutPeople(await session.api.invitations());
  return confirmed.filter(({ person }) => shutOut.every((one) => one.person !== person));
}
