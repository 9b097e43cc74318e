import {
  introductionBytes,
  invitationToken,
  newInvitationSecret,
  openInvitationSecret,
  sealInvitationSecret,
} from '../../crypto/invitation.ts';
import { digest } from '../../crypto/sha256.ts';
import { newId, type RandomBytes } from '../../protocol/ids.ts';
import type { Invitation, NewInvitation } from '../../protocol/invitation.ts';
import type { PurposeId } from '../../protocol/purposes.ts';
import type { Role } from '../../protocol/roles.ts';
import type { Session } from '../session/sign-in.ts';

export interface PersonWishes {
  readonly handle: string;
  readonly displayName: string;
  readonly role: Role;
  /** What they may open besides the list. */
  readonly purposes: readonly PurposeId[];
  /** Who of the team it is, where they only come with other keys. */
  readonly again?: NewInvitation['again'];
}

/** Makes an invitation and gives its id. Throws Refusal as the server gives it: `conflict` when the handle is taken, or somebody is invited already. */
export async function invitePerson(
  session: Session,
  { handle, displayName, role, purposes, again }: PersonWishes,
  { now, random }: { readonly now: number; readonly random: RandomBytes },
): Promise<string> {
  const invitation = {
    id: newId(now, random),
    handle,
    displayName,
    role,
    purposes: [...purposes],
    ...(again === undefined ? {} : { again }),
  };
  const secret = newInvitationSecret(random);
  await session.api.invite({
    ...invitation,
    tokenHash: await digest(await invitationToken(secret)),
    sealedSecret: await sealInvitationSecret(
      { property: session.property, invitation },
      secret,
      session.keyring.person,
    ),
  });
  return invitation.id;
}

/** The link's secret, for the owner who invited. Throws Refusal `cannot_open` for anybody else, and where it isn't the invitation they made. */
export function secretOf({ property, keyring }: Session, invitation: Invitation): Promise<string> {
  return openInvitationSecret({ property, invitation }, invitation.sealedSecret, keyring.person);
}

/** What to compare, once somebody has answered. */
export async function wordsOf(session: Session, invitation: Invitation): Promise<Uint8Array<ArrayBuffer> | null> {
  const { person, publicKey } = invitation;
  if (person === null || publicKey === null) return null;
  const { fingerprint } = session.keyring;
  return introductionBytes({ secret: await secretOf(session, invitation), fingerprint, person, publicKey });
}
