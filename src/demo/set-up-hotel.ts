import { sealingKey, type PropertyKeys } from '../crypto/property-keys.ts';
import { makeRecoverySheet, openRecovery, openTestRecord } from '../crypto/recovery.ts';
import { parseRecoveryCode } from '../crypto/recovery-code.ts';
import type { NoticeTexts } from '../protocol/api.ts';
import type { Clock, RandomBytes } from '../protocol/ids.ts';
import type { SignedManifest } from '../protocol/manifest.ts';
import type { PropertyProfile } from '../protocol/property-profile.ts';
import type { Role } from '../protocol/roles.ts';
import { pages } from '../protocol/pages.ts';
import { type PurposeId, purposeIds } from '../protocol/purposes.ts';
import { posterUrl } from '../protocol/printed-addresses.ts';
import type { KeyPurpose, PassphraseParameters } from '../protocol/staff.ts';
import type { Channel } from '../protocol/submission.ts';
import { staffDoor, type StaffApi } from '../staff/api/staff-api.ts';
import { makeAnswer } from '../staff/join/answer-invitation.ts';
import { signIn } from '../staff/session/sign-in.ts';
import { createHotel } from '../staff/setup/create-hotel.ts';
import { confirmInvitation } from '../staff/team/confirm-invitation.ts';
import { invitePerson, secretOf } from '../staff/team/invite-person.ts';
import { joinTeamList } from '../staff/team/read-team.ts';

export interface HotelSetup {
  /** Where the server answers, without a slash at the end. */
  readonly origin: string;
  /** From the one-time link the server prints. */
  readonly setupToken: string;
  readonly profile: PropertyProfile;
  readonly passphrases: Readonly<Record<Role, string>>;
  readonly fetch: typeof globalThis.fetch;
  readonly clock: Clock;
  readonly random: RandomBytes;
  /** Weaker ones make tests quick; the product's own when left out. */
  readonly parameters?: PassphraseParameters;
}

export interface HotelPerson {
  readonly id: string;
  readonly handle: string;
  readonly displayName: string;
  readonly role: Role;
  readonly passphrase: string;
  readonly granted: readonly KeyPurpose[];
}

/** A finished hotel, and every secret of it. */
export interface Hotel {
  readonly property: string;
  readonly profile: PropertyProfile;
  /** Of the root key, as in the posters. */
  readonly fingerprint: string;
  readonly manifest: SignedManifest;
  readonly notices: NoticeTexts;
  readonly keys: PropertyKeys;
  readonly posters: Readonly<Record<Channel, string>>;
  /** The guest's page without a fragment. */
  readonly guestUrl: string;
  readonly staffUrl: string;
  readonly people: Readonly<Record<Role, HotelPerson>>;
  readonly recoveryCode: string;
}

/** What each of the three may open: the desk what it needs to reach a guest, and a child's
 * guardian once somebody has approved it; the supervisor the law's part too, the owner all. */
const purposesOf: Readonly<Record<Exclude<Role, 'owner'>, readonly PurposeId[]>> = {
  'front-desk': ['emergency', 'billing', 'minors'],
  supervisor: ['emergency', 'billing', 'membership', 'identity', 'minors'],
};

const names: Readonly<Record<Role, { readonly handle: string; readonly displayName: string }>> = {
  'front-desk': { handle: 'desk', displayName: '小林 Lin' },
  supervisor: { handle: 'wang', displayName: '王主管 Wang' },
  owner: { handle: 'chen', displayName: '陈静 Chen' },
};

/**
 * Sets a hotel up the way its owner would, through the server's own API with real keys: the hotel, two more people by invitation,
 * and a recovery sheet that has opened its test record. Throws Refusal as the server refuses.
 */
export async function setUpHotel(setup: HotelSetup): Promise<Hotel> {
  const { origin, setupToken, profile, passphrases, fetch, clock, random } = setup;
  const door = staffDoor((url, init) => fetch(url, init), origin);
  const start = await door.startSetup(setupToken);
  const { property, publicUrl } = start;
  const parameters = setup.parameters === undefined ? {} : { parameters: setup.parameters };
  const made = await createHotel(
    { start, profile, owner: { ...names.owner, passphrase: passphrases.owner } },
    { now: clock(), ownTime: clock(), random, ...parameters },
  );
  await door.setUp(setupToken, made.setup);
  const session = await signIn(door, { property, handle: names.owner.handle, passphrase: passphrases.owner });
  const staff = session.api;
  const { fingerprint } = session.keyring;
  await joinTeamList(session, made.manifest.manifest, clock());
  const person = async (role: Exclude<Role, 'owner'>): Promise<HotelPerson> => {
    const purposes = purposeIds.filter(
      (id) => purposesOf[role].includes(id) && made.keys.sealing.some(({ purpose }) => purpose === id),
    );
    const wishes = { ...names[role], role, purposes };
    const id = await invitePerson(session, wishes, { now: clock(), random });
    const invitation = async () => {
      const found = (await staff.invitations()).find((one) => one.id === id);
      if (found === undefined) throw new Error('an invitation was gone at once');
      return found;
    };
    const link = { fingerprint, secret: await secretOf(session, await invitation()) };
    const answer = await makeAnswer(link, passphrases[role], { now: clock(), random, ...parameters }, undefined);
    await door.answerInvitation(answer);
    await confirmInvitation(door, session, await invitation(), { root: null, now: clock() });
    return { id: answer.id, ...names[role], role, passphrase: passphrases[role], granted: ['card', ...purposes] };
  };
  const frontDesk = await person('front-desk');
  const supervisor = await person('supervisor');
  const owner: HotelPerson = {
    id: made.setup.owner.id,
    ...names.owner,
    role: 'owner',
    passphrase: passphrases.owner,
    granted: made.keys.sealing.map(({ purpose }) => purpose),
  };
  const recoveryCode = await proveRecovery(staff, property, made.keys, { now: clock(), random });
  await staff.signOut();
  const poster = (channel: Channel) => posterUrl(publicUrl, property, fingerprint, channel);
  return {
    property,
    profile,
    fingerprint,
    manifest: made.manifest,
    notices: made.setup.notices,
    keys: made.keys,
    posters: {
      reception: poster('reception'),
      lobby: poster('lobby'),
      room: poster('room'),
      website: poster('website'),
      desk: poster('desk'),
      typed: poster('typed'),
    },
    guestUrl: `${publicUrl}${pages.guest(property)}`,
    staffUrl: `${publicUrl}${pages.staff(property)}`,
    people: { 'front-desk': frontDesk, supervisor, owner },
    recoveryCode,
  };
}

/** Makes the sheet, reads it back as if typed, and lets it open the test record. Returns the code on the paper. */
async function proveRecovery(
  staff: StaffApi,
  property: string,
  keys: PropertyKeys,
  tools: { readonly now: number; readonly random: RandomBytes },
): Promise<string> {
  const card = keys.sealing.find(({ purpose }) => purpose === 'card');
  if (card === undefined) throw new Error('property keys always hold a card key');
  const bundle = { person: null, root: keys.root, purposes: keys.sealing };
  const sheet = await makeRecoverySheet({ property, bundle, card: await sealingKey(card.pair), ...tools });
  await staff.makeRecovery(sheet.upload);
  const { record, test } = await staff.recovery();
  const recovered = await openRecovery(property, await parseRecoveryCode(sheet.code), record);
  await staff.proveRecovery(await openTestRecord(property, recovered, test));
  return sheet.code;
}
