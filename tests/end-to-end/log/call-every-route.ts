// One day in which everything is done that can be asked of the server, over HTTP with real keys.

import { invitationToken } from '../../../src/crypto/invitation.ts';
import { deriveGuestKeys } from '../../../src/crypto/guest-secret.ts';
import { derivePassphraseKeys } from '../../../src/crypto/passphrase.ts';
import { passphraseCredential } from '../../../src/crypto/person-keys.ts';
import { randomBytes } from '../../../src/crypto/random-bytes.ts';
import { sampleProfile } from '../../../src/demo/sample-profile.ts';
import { type Hotel, setUpHotel } from '../../../src/demo/set-up-hotel.ts';
import { handedProofSchema } from '../../../src/protocol/api.ts';
import { newId } from '../../../src/protocol/ids.ts';
import type { Role } from '../../../src/protocol/roles.ts';
import { toInstant } from '../../../src/protocol/time.ts';
import { type DoorApi, staffDoor } from '../../../src/staff/api/staff-api.ts';
import { confirmArrival } from '../../../src/staff/desk/confirm-arrival.ts';
import { correctStay } from '../../../src/staff/desk/correct-stay.ts';
import { makeAnswer } from '../../../src/staff/join/answer-invitation.ts';
import { makeSheet, proveSheet, rehearseSheet } from '../../../src/staff/recovery/recovery-sheet.ts';
import { openWithSheet } from '../../../src/staff/restore/open-with-sheet.ts';
import { restoreOwner } from '../../../src/staff/restore/restore-owner.ts';
import { readHotel } from '../../../src/staff/session/read-hotel.ts';
import { grantedKeys, openOwnKeys, type Session, signIn } from '../../../src/staff/session/sign-in.ts';
import { proveAgain } from '../../../src/staff/step-up/prove-again.ts';
import { confirmInvitation } from '../../../src/staff/team/confirm-invitation.ts';
import { givePurpose } from '../../../src/staff/team/give-purpose.ts';
import { invitePerson, secretOf } from '../../../src/staff/team/invite-person.ts';
import { beginTeamAnew } from '../../../src/staff/team/read-team.ts';
import { renewKeys } from '../../../src/staff/team/renew-keys.ts';
import { deskRows, openEntry } from '../../support/desk-rows.ts';
import { GuestPhone, sampleDetails, samplePerson } from '../../support/guest-phone.ts';
import { passphrases, quickParameters } from '../../support/make-hotel.ts';
import { draftNotice, keepOffersFor } from '../../support/publish-notice.ts';
import { softPasskey } from '../../support/soft-passkey.ts';
import { setupAuthorization, type TestServer } from '../../support/test-server.ts';
import type { routeLog } from './route-log.ts';

export interface World {
  readonly server: TestServer;
  readonly log: ReturnType<typeof routeLog>;
  readonly hotel: Hotel;
  readonly door: DoorApi;
}

/** The front desk's at the end. */
export const newPassphrase = 'another quiet lantern';

const toolsOf = ({ clock }: TestServer) => ({ now: clock.now, random: randomBytes, parameters: quickParameters });
const credentialsOf = ({ property, people }: Hotel, role: Role) => ({ property, ...people[role] });
const guardian = { name: '林 小 满', relation: 'mother', contact: '+8613800138000' };
const family = {
  ...sampleDetails,
  people: [samplePerson],
  minors: [{ name: '林 童', age: 'under-14', guardian } as const],
};

export async function callEveryRoute(server: TestServer, log: ReturnType<typeof routeLog>): Promise<World> {
  const door = staffDoor(log.fetch, server.url);
  const hotel = await setUpHotel({
    ...toolsOf(server),
    origin: server.url,
    setupToken: setupAuthorization(server).replace('Setup ', ''),
    profile: sampleProfile,
    passphrases,
    fetch: log.fetch,
    clock: () => server.clock.now,
  });
  const world = { server, log, hotel, door };
  const desk = await signIn(door, credentialsOf(hotel, 'front-desk'));
  const supervisor = await signIn(door, credentialsOf(hotel, 'supervisor'));
  const owner = await signIn(door, credentialsOf(hotel, 'owner'));
  await guestsAndDesk(world, desk, supervisor, owner);
  await recordsAndPaper(world, supervisor, owner);
  await credentials(world, desk);
  await teamAndKeys(world, owner);
  return world;
}

async function guestsAndDesk(
  { server, log, hotel, door }: World,
  desk: Session,
  supervisor: Session,
  owner: Session,
): Promise<void> {
  const on = { url: server.url, clock: server.clock, fetch: log.fetch };
  const { card } = hotel.manifest.manifest;
  const phone = await GuestPhone.register(on, hotel, ['billing', 'offers'], family);
  const { registration } = phone;
  const keys = await deriveGuestKeys(phone.sealed.secret);
  await phone.api.status(keys);
  await desk.api.markSeen([registration]);
  await phone.change({ takeBack: ['offers'] });
  await phone.change({ give: ['offers'] });
  await phone.change({ details: { ...family, name: '林 小 曼' } });
  await confirmArrival(desk, card, registration, { room: '301', remarks: '', checkOut: '2026-12-24' });
  const [row] = (await deskRows(desk.api)).rows;
  if (row === undefined) throw new TypeError('nobody in the list');
  const entry = await openEntry(hotel.property, supervisor.keyring, row);
  await correctStay(supervisor, card, entry, { room: '302', remarks: '', checkOut: '2026-12-24' });
  await desk.api.markStay(registration, { checkOut: '2026-12-25', departed: false });

  const asking = { registration, purpose: 'minors', reason: 'check-in' } as const;
  await desk.api.open({ registration, purpose: 'billing', reason: 'bill' });
  await desk.api.open({ ...asking, reason: 'emergency' });
  const refused = await desk.api.askApproval(asking);
  await supervisor.api.decideApproval(refused.id, 'refused');
  const proven = await desk.api.askApproval(asking);
  const { salt, parameters } = await door.startSignIn(hotel.property, 'wang');
  const { proof } = await derivePassphraseKeys(passphrases.supervisor, salt, parameters);
  await desk.api.proveApproval(proven.id, { handle: 'wang', proof });
  const approvals = await supervisor.api.approvals();
  await supervisor.api.decideApproval(approvals.find(({ state }) => state === 'emergency')?.id ?? '', 'reviewed');
  const other = await desk.api.askApproval(asking);
  await supervisor.api.decideApproval(other.id, 'approved');
  await supervisor.api.open(asking);

  await supervisor.api.handOver(registration, 'typed');
  await supervisor.api.handOver(registration, null);
  await supervisor.api.registerFile([registration]);
  const begun = await supervisor.api.beginExport({ purpose: 'billing', reason: 'bill' });
  await supervisor.api.exportPage(begun.export, 0, new AbortController().signal);
  await supervisor.api.notePrint(registration);
  await desk.api.markStay(registration, { checkOut: toInstant(server.clock.now).slice(0, 10), departed: true });
  await phone.log();
  await phone.delete();

  const without = await GuestPhone.register(on, hotel, ['billing']);
  const opening = { kind: 'deletion', origin: 'desk-in-person', registration: null, purpose: null } as const;
  const request = await desk.api.openRequest(opening);
  await supervisor.api.stepRequest(request.id, { step: 'verified' });
  await supervisor.api.stepRequest(request.id, { step: 'found', registration: without.registration });
  await supervisor.api.stepRequest(request.id, { step: 'done' });
  await supervisor.api.stepRequest(request.id, { step: 'certified' });
  const [, handed = ''] = (await supervisor.api.requestProof(request.id)).link?.split('#') ?? [];
  const [of = '', number, token] = handed.split('.');
  await phone.api.handedProof(handedProofSchema.parse({ registration: of, number: Number(number), token }));
  const another = await desk.api.openRequest(opening);
  await supervisor.api.stepRequest(another.id, { step: 'refused', reason: 'asked-already' });
  await desk.api.requests();
  await door.published(hotel.property, 'en');
  await owner.api.retentionStatus();
}

async function recordsAndPaper({ server, hotel, door }: World, supervisor: Session, owner: Session): Promise<void> {
  await proveAgain(door, supervisor, passphrases.supervisor);
  await (await supervisor.api.exportLog()).text();
  const size = (await server.store.entries(hotel.property, 0, 1000)).length;
  await supervisor.api.keepAnchor({ size, way: 'printed' });
  await supervisor.api.anchors();
  await owner.api.saveSettings({ settings: (await owner.api.settings()).settings, revision: 0 });
  await owner.api.retention();
  await owner.api.confirmClock(toInstant(server.clock.now));
  const record = newId(server.clock.now, randomBytes);
  const paper = { purposes: ['billing'], checkOut: '2026-12-24', departed: false, place: 'safe' } as const;
  await supervisor.api.recordPaper({ ...paper, purposes: [...paper.purposes], record });
  await supervisor.api.movePaper(record, { checkOut: '2026-12-25', departed: false });
  await supervisor.api.destroyPaper(record, { how: 'shredded' });
  await supervisor.api.papers();
  const poster = await owner.api.makePoster('room');
  await owner.api.revokePoster(poster.poster);
  await owner.api.acceptPlainPosters(false);
  await owner.api.acceptPlainPosters(true);
  await owner.api.posters();
}

async function credentials({ server, hotel, door }: World, desk: Session): Promise<void> {
  const passkey = softPasskey(server.server.publicUrl);
  await desk.api.addPasskey({ ...passkey.make(await desk.api.startPasskey()), wrapped: desk.wrapped });
  await door.passkeySignIn(hotel.property, passkey.prove(await door.passkeyChallenge(hotel.property)));
  const [made] = await desk.api.passkeys();
  await desk.api.removePasskey(made?.id ?? '');
  await desk.api.confirmTraining();
  const { salt, parameters } = await door.startSignIn(hotel.property, 'desk');
  const { proof } = await derivePassphraseKeys(passphrases['front-desk'], salt, parameters);
  const bundle = await openOwnKeys(door, desk, passphrases['front-desk']);
  const credential = await passphraseCredential(bundle, newPassphrase, toolsOf(server));
  await desk.api.changePassphrase({ proof, credential });
  const changes = new AbortController();
  await desk.api.changes(0, changes.signal);
  changes.abort();
}

async function teamAndKeys({ server, hotel, door }: World, owner: Session): Promise<void> {
  const { root } = await openOwnKeys(door, owner, passphrases.owner);
  const { card } = hotel.manifest.manifest;
  const invite = (handle: string) =>
    invitePerson(owner, { displayName: '林晓', handle, role: 'front-desk', purposes: ['billing'] }, toolsOf(server));
  await owner.api.callOffInvitation(await invite('called-off'));
  const id = await invite('lin');
  const waiting = async () => {
    const found = (await owner.api.invitations()).find((one) => one.id === id);
    if (found === undefined) throw new TypeError('no such invitation');
    return found;
  };
  const link = { fingerprint: hotel.fingerprint, secret: await secretOf(owner, await waiting()) };
  await door.viewInvitation(await invitationToken(link.secret));
  await door.answerInvitation(await makeAnswer(link, 'eight paper lanterns', toolsOf(server), undefined));
  await confirmInvitation(door, owner, await waiting(), { root: null, now: server.clock.now });
  const lin = (await owner.api.people()).find(({ handle }) => handle === 'lin');
  if (lin === undefined) throw new TypeError('nobody has joined');
  await givePurpose(owner, lin, 'emergency', server.clock.now);
  await owner.api.changeRole(lin.id, { role: 'supervisor' });
  await owner.api.sessions();

  const current = { door, session: owner, hotel: await readHotel(owner) };
  await owner.api.publish((await draftNotice(current, keepOffersFor(30), server.clock.now)).publication);
  const code = await makeSheet(owner, card, { root, purposes: await grantedKeys(owner) }, toolsOf(server));
  await proveSheet(owner, code);
  await rehearseSheet(owner, code, toolsOf(server));
  await owner.api.endSessions({ person: hotel.people.supervisor.id });
  const revoked = [{ person: hotel.people.supervisor.id, purpose: 'billing' as const }];
  await renewKeys(door, owner, { removed: lin.id, revoked }, server.clock.now);

  const after = await signIn(door, credentialsOf(hotel, 'owner'));
  const { manifest } = (await readHotel(after)).manifest;
  await beginTeamAnew(after, manifest, server.clock.now);
  const own = await openOwnKeys(door, after, passphrases.owner);
  const renewed = await makeSheet(
    after,
    manifest.card,
    { root: own.root, purposes: await grantedKeys(after) },
    toolsOf(server),
  );
  const opened = await openWithSheet(door, hotel.property, renewed);
  const wishes = { handle: 'new.owner', displayName: '新负责人', passphrase: 'a lantern over the bridge' };
  await restoreOwner(door, opened, wishes, toolsOf(server));
  await (await signIn(door, credentialsOf(hotel, 'supervisor'))).api.signOut();
}
