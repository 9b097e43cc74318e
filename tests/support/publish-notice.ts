// The owner's browser without a screen: signs in, edits the hotel's notice, publishes it.

import type { PropertyProfile } from '../../src/protocol/property-profile.ts';
import { type DoorApi, staffDoor } from '../../src/staff/api/staff-api.ts';
import { type PreparedNotice, prepareNotice } from '../../src/staff/notice/publish-notice.ts';
import { readNotices } from '../../src/staff/notice/read-notices.ts';
import { type Hotel, readHotel } from '../../src/staff/session/read-hotel.ts';
import { type Session, signIn } from '../../src/staff/session/sign-in.ts';
import { readTeam } from '../../src/staff/team/read-team.ts';
import { passphrases } from './make-hotel.ts';

export interface OwnerAtWork {
  readonly door: DoorApi;
  readonly session: Session;
  readonly hotel: Hotel;
}

/** The owner, signed in, with the hotel as it is now. */
export async function ownerAtWork(url: string, property: string): Promise<OwnerAtWork> {
  const door = staffDoor((address, init) => fetch(address, init), url);
  const session = await signIn(door, { property, handle: 'chen', passphrase: passphrases.owner });
  return { door, session, hotel: await readHotel(session) };
}

/** Signs what the edit makes of the notice in force; `send` is left to the caller. */
export async function draftNotice(
  { door, session, hotel }: OwnerAtWork,
  edit: (profile: PropertyProfile) => PropertyProfile,
  now: number,
): Promise<PreparedNotice> {
  const current = await readNotices(door, hotel.property, hotel.manifest.manifest);
  const { members } = await readTeam(session, hotel.manifest.manifest);
  return prepareNotice(session, hotel, edit(hotel.profile), current, { members, now });
}

/** Edits and publishes. */
export async function publishNotice(
  url: string,
  property: string,
  edit: (profile: PropertyProfile) => PropertyProfile,
  now: number,
): Promise<PreparedNotice> {
  const owner = await ownerAtWork(url, property);
  const prepared = await draftNotice(owner, edit, now);
  await owner.session.api.publish(prepared.publication);
  return prepared;
}

/** Another time for the offers, which changes their words and nobody else's. */
export function keepOffersFor(months: number): (profile: PropertyProfile) => PropertyProfile {
  return (profile) => ({
    ...profile,
    purposes: profile.purposes.map((purpose) =>
      purpose.id === 'offers'
        ? { ...purpose, retention: { kind: 'until-withdrawn', monthsAfterStay: months } }
        : purpose,
    ),
  });
}
