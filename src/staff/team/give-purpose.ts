import type { PurposeId } from '../../protocol/purposes.ts';
import type { Grant, Person } from '../../protocol/staff.ts';
import { personKeyBytes, sealGrant } from '../../crypto/grant.ts';
import { grantedKeys, type Session } from '../session/sign-in.ts';

/**
 * Seals every key of a purpose the giver holds to somebody, those of earlier epochs too: what guests sent before opens as well.
 * Throws Refusal `not_found`, `step_up_needed` and the server's others.
 */
export async function givePurpose(session: Session, { id, publicKey }: Person, purpose: PurposeId): Promise<void> {
  const { property } = session;
  const held = (await grantedKeys(session)).filter((key) => key.purpose === purpose);
  const grants: Grant[] = [];
  for (const { pair, epoch } of held)
    grants.push(await sealGrant({ property, purpose, epoch, person: id }, pair, personKeyBytes(publicKey)));
  await session.api.giveGrants(id, { grants });
}
