import type { SealingKey } from '../../protocol/manifest.ts';
import type { PurposeId } from '../../protocol/purposes.ts';
import { signManifest } from '../../crypto/sign-manifest.ts';
import type { DoorApi } from '../api/staff-api.ts';
import { manifestDays } from '../setup/create-hotel.ts';
import { readNotices } from '../notice/read-notices.ts';
import { readTeam, teamRefusal } from '../team/read-team.ts';
import { type Hotel, readHotel } from './read-hotel.ts';
import type { Session } from './sign-in.ts';

/** A manifest with fewer days left than this is renewed at an owner's sign-in. */
export const renewalDays = 90;

/**
 * Signs the same manifest for another term, with the very notice texts it names: nothing a guest reads changes.
 * Does nothing for anyone without the root key, or while there is time. Tells whether it renewed.
 * The team list has to fit it: a manifest from before a removal this tablet knows of isn't signed again, with the keys of who has left.
 * Throws Refusal `notice_changed` where the server has other texts than the signed ones, as `readTeam`, and the server's.
 */
export async function renewManifest(
  door: Pick<DoorApi, 'published'>,
  session: Session,
  hotel: Hotel,
  now: number,
): Promise<boolean> {
  const { api, property } = session;
  const { root } = session.keyring;
  const { manifest } = hotel.manifest;
  if (root === null || Date.parse(manifest.expiresAt) - now > renewalDays * 86_400_000) return false;
  await readTeam(session, manifest);
  const notices = await readNotices(door, property, manifest);
  const keys: Partial<Record<PurposeId, SealingKey>> = {};
  for (const { id, keyId, publicKey } of manifest.purposes) keys[id] = { keyId, publicKey };
  const renewed = await signManifest({
    property,
    jurisdiction: manifest.jurisdiction,
    root,
    card: manifest.card,
    keys,
    receiptKey: manifest.receiptKey,
    notices,
    epoch: manifest.epoch,
    previous: hotel.manifest,
    now,
    validDays: manifestDays,
  });
  await api.publish({ profile: hotel.profile, manifest: renewed.jws, notices });
  return true;
}

/** What a renewal came to: nothing to do, done, to be tried again at the next sign-in, or held back because the team list is refused. */
export type Renewal = 'not-due' | 'renewed' | 'failed' | 'team-refused';

/** The hotel, its manifest renewed first where it is due. Throws Refusal as `readHotel` does; a renewal that fails doesn't keep anyone out. */
export async function currentHotel(
  door: Pick<DoorApi, 'published'>,
  session: Session,
  now: number,
): Promise<{ readonly hotel: Hotel; readonly renewal: Renewal }> {
  const hotel = await readHotel(session);
  let renewed: boolean;
  try {
    renewed = await renewManifest(door, session, hotel, now);
  } catch (error) {
    return { hotel, renewal: teamRefusal(error) !== null ? 'team-refused' : 'failed' };
  }
  return renewed ? { hotel: await readHotel(session), renewal: 'renewed' } : { hotel, renewal: 'not-due' };
}
