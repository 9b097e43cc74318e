import type { Invitation } from '../../protocol/invitation.ts';

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
