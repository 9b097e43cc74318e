import { Refusal } from '../../protocol/problems.ts';
import type { PurposeId } from '../../protocol/purposes.ts';
import type { Person } from '../../protocol/staff.ts';
import { sealGrants } from '../../crypto/grant.ts';
import { readHotel } from '../session/read-hotel.ts';
import { grantedKeys, requireOwnKey, type Session } from '../session/sign-in.ts';
import { isConfirmed, readTeam, sendWithTeam, signNextTeam } from './read-team.ts';

/**
 * Seals every key of a purpose the giver holds to somebody of the signed team list, those of earlier epochs too: what guests sent before
 * opens as well. Throws Refusal `own_key_damaged`, `team_unlisted` where nobody has vouched for their key, as `readTeam`, `not_found`, `step_up_needed` and
 * the server's others.
 */
export async function givePurpose(session: Session, person: Person, purpose: PurposeId, now: number): Promise<void> {
  const { property } = session;
  const { manifest } = (await readHotel(session)).manifest;
  const team = await readTeam(session, manifest);
  const member = team.members.find((one) => one.person === person.id);
  if (member === undefined || !isConfirmed(team, person)) throw new Refusal('team_unlisted');
  const today = manifest.purposes.find(({ id }) => id === purpose);
  if (today !== undefined) requireOwnKey(session, today.keyId);
  const held = (await grantedKeys(session)).filter((key) => key.purpose === purpose);
  const { epoch } = manifest;
  const grants = await sealGrants(held, { property, epoch, person: member.person, publicKey: member.publicKey });
  const opening = { ...member, opens: [...new Set([...member.opens, purpose])] };
  const members = team.members.map((one) => (one === member ? opening : one));
  const next = await signNextTeam(session, team, members, { epoch, now });
  await sendWithTeam(session, next, () => session.api.giveGrants(person.id, { grants, team: next.jws }));
}
