import type { SealingKey } from '../../protocol/manifest.ts';
import { Refusal } from '../../protocol/problems.ts';
import type { PurposeId } from '../../protocol/purposes.ts';
import type { Person } from '../../protocol/staff.ts';
import type { KeyRenewal } from '../../protocol/team.ts';
import { personKeyBytes, sealGrant } from '../../crypto/grant.ts';
import { generateKeyPair } from '../../crypto/key-pair.ts';
import { sealingKey } from '../../crypto/property-keys.ts';
import { signManifest } from '../../crypto/sign-manifest.ts';
import type { DoorApi } from '../api/staff-api.ts';
import { readNotices } from '../notice/read-notices.ts';
import { readHotel } from '../session/read-hotel.ts';
import type { Session } from '../session/sign-in.ts';
import { manifestDays } from '../setup/create-hotel.ts';

/** Why the keys are made new: somebody leaves, or may open less. */
export interface Parting {
  readonly removed: string | null;
  readonly revoked: KeyRenewal['revoked'];
}

/**
 * Begins a new epoch from an owner's browser: a new pair for the card and every purpose of the manifest, the same words, signed by the
 * root that posters name, and each new key sealed to everybody who stays and could open its purpose before. Sent as one: where it is
 * refused, nothing has happened. Throws Refusal `forbidden` without the root, `conflict` where hotel or team changed meanwhile,
 * `last_owner`, `step_up_needed` and the server's others.
 */
export async function renewKeys(
  door: Pick<DoorApi, 'published'>,
  session: Session,
  parting: Parting,
  now: number,
): Promise<void> {
  await session.api.renewKeys({ ...parting, ...(await composeEpoch(door, session, parting, now)) });
}

/** Somebody whose new key takes the place of the one the team knows. */
export type Rejoining = Pick<Person, 'id' | 'publicKey'>;

/** The next epoch, to be sent with why it begins. Throws Refusal as `renewKeys`, before anything is sent. */
export async function composeEpoch(
  door: Pick<DoorApi, 'published'>,
  session: Session,
  parting: Parting,
  now: number,
  rejoining: Rejoining | null = null,
): Promise<Pick<KeyRenewal, 'publication' | 'grants'>> {
  const { property, api, keyring } = session;
  const { root } = keyring;
  if (root === null) throw new Refusal('forbidden', 'root');
  const [hotel, people] = await Promise.all([readHotel(session), api.people()]);
  const before = hotel.manifest.manifest;
  const notices = await readNotices(door, property, before);
  const staying = people
    .filter(({ id }) => id !== parting.removed)
    .map((person) => (person.id === rejoining?.id ? { ...person, ...rejoining } : person));
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
  return { publication: { profile: hotel.profile, manifest: manifest.jws, notices }, grants };

  async function newKey(purpose: PurposeId | 'card'): Promise<SealingKey> {
    const pair = await generateKeyPair();
    for (const person of staying.filter((one) => opens(one, purpose))) {
      const context = { property, purpose, epoch, person: person.id };
      grants.push({ person: person.id, grant: await sealGrant(context, pair, personKeyBytes(person.publicKey)) });
    }
    return sealingKey(pair);
  }

  function opens({ id, role, granted }: Person, purpose: PurposeId | 'card'): boolean {
    if (role === 'owner' || purpose === 'card') return true;
    return granted.includes(purpose) && !parting.revoked.some((one) => one.person === id && one.purpose === purpose);
  }
}
