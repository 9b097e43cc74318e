// Acts of the table, done for real at one's own hotel: whole bodies, real keys, the desk's own code.

import { derivePassphraseKeys } from '../../../src/crypto/passphrase.ts';
import { randomBytes } from '../../../src/crypto/random-bytes.ts';
import { makeTestRecord } from '../../../src/crypto/recovery.ts';
import { newId } from '../../../src/protocol/ids.ts';
import type { PaperRecording } from '../../../src/protocol/paper-record.ts';
import type { RequestOpening } from '../../../src/protocol/request.ts';
import { addDays, toDate, toInstant } from '../../../src/protocol/time.ts';
import { correctStay } from '../../../src/staff/desk/correct-stay.ts';
import { openPurpose } from '../../../src/staff/desk/open-purpose.ts';
import { makeSheet, proveSheet } from '../../../src/staff/recovery/recovery-sheet.ts';
import { readHotel } from '../../../src/staff/session/read-hotel.ts';
import { changePassphrase, grantedKeys, openOwnKeys, type Session } from '../../../src/staff/session/sign-in.ts';
import { proveAgain } from '../../../src/staff/step-up/prove-again.ts';
import { deskRows, openEntry } from '../../support/desk-rows.ts';
import { draftNotice, keepOffersFor } from '../../support/publish-notice.ts';
import { softPasskey } from '../../support/soft-passkey.ts';
import type { StaffRouteName } from '../../support/staff-actions.ts';
import type { Act, AtWork } from './at-work.ts';
import { ownTeamActs } from './own-team-acts.ts';

const today = () => toDate(Date.now());
const inTwoDays = () => addDays(today(), 2);

async function cardOf(session: Session) {
  return (await readHotel(session)).manifest.manifest.card;
}

async function newPaper({ api }: Session): Promise<string> {
  const record = newId(Date.now(), randomBytes);
  const recording: PaperRecording = {
    record,
    purposes: ['emergency'],
    checkOut: today(),
    departed: false,
    place: 'safe',
  };
  await api.recordPaper(recording);
  return record;
}

async function newRequest(
  { api }: Session,
  at: AtWork,
): Promise<{ readonly id: string; readonly registration: string }> {
  const registration = await at.guest();
  const opening: RequestOpening = { kind: 'deletion', origin: 'desk-in-person', registration, purpose: null };
  return { id: (await api.openRequest(opening)).id, registration };
}

async function carriedOut(session: Session, at: AtWork): Promise<string> {
  const { id, registration } = await newRequest(session, at);
  for (const step of ['verified', 'found', 'done', 'certified'] as const)
    await session.api.stepRequest(id, step === 'found' ? { step, registration } : { step });
  return id;
}

/** A question of the front desk's about a child. */
async function question(at: AtWork): Promise<string> {
  const desk = await at.as('front-desk');
  const registration = await at.guest({
    partySize: 2,
    child: { name: '王小雨', age: 'under-14', relation: '母亲' },
  });
  return (await desk.api.askApproval({ registration, purpose: 'minors', reason: 'check-in' })).id;
}

async function newSheet(session: Session, at: AtWork): Promise<string> {
  const { root } = await openOwnKeys(at.door, session, at.hotel.people.owner.passphrase);
  const bundle = { root, purposes: await grantedKeys(session) };
  return makeSheet(session, await cardOf(session), bundle, { now: Date.now(), random: randomBytes });
}

async function listening({ api }: Session): Promise<void> {
  const line = new AbortController();
  const { body } = await api.changes(0, line.signal);
  await body?.getReader().read();
  line.abort();
}

/** Gives the new passkey. */
async function newPasskey({ api, wrapped }: Session): Promise<string> {
  const { publicUrl } = await api.property();
  await api.addPasskey({ ...softPasskey(publicUrl).make(await api.startPasskey()), wrapped });
  const made = (await api.passkeys()).at(-1);
  if (made === undefined) throw new Error('the passkey is not among them');
  return made.id;
}

/** By the route each is for. */
export const ownActs: Readonly<Record<StaffRouteName, Act>> = {
  ...ownTeamActs,
  rows: ({ api }) => api.rows('before', Number.MAX_SAFE_INTEGER),
  changes: listening,
  seen: async ({ api }, at) => api.markSeen([await at.guest()]),
  open: async (session, at) => openPurpose(session, { registration: await at.guest() }, 'billing', 'bill'),
  arrive: (session, at) => at.arrived(session),
  stay: async (session, at) =>
    session.api.markStay(await at.arrived(session), { checkOut: addDays(today(), 3), departed: false }),
  correctStay: async (session, at) => {
    const registration = await at.arrived(session);
    const row = (await deskRows(session.api)).rows.find((one) => one.registration === registration);
    if (row === undefined) throw new Error('the guest is not in the list');
    const entry = await openEntry(session.property, session.keyring, row);
    await correctStay(session, await cardOf(session), entry, { room: '205', remarks: '', checkOut: inTwoDays() });
  },
  printed: async ({ api }, at) => api.notePrint(await at.guest()),
  approvals: ({ api }) => api.approvals(),
  askApproval: async (session, at) => {
    const registration = await at.guest({
      partySize: 2,
      child: { name: '王小雨', age: '14-17', relation: '母亲' },
    });
    await session.api.askApproval({ registration, purpose: 'minors', reason: 'check-in' });
  },
  decideApproval: async ({ api }, at) => api.decideApproval(await question(at), 'approved'),
  proveApproval: async (session, at) => {
    const { handle, passphrase } = at.hotel.people[session.person.role === 'supervisor' ? 'owner' : 'supervisor'];
    const registration = await at.guest({ partySize: 2, child: { name: '王小雨', age: '14-17', relation: '母亲' } });
    const asked = await session.api.askApproval({ registration, purpose: 'minors', reason: 'check-in' });
    const { salt, parameters } = await at.door.startSignIn(session.property, handle);
    const { proof } = await derivePassphraseKeys(passphrase, salt, parameters);
    await session.api.proveApproval(asked.id, { handle, proof });
  },
  beginExport: ({ api }) => api.beginExport({ purpose: 'billing', reason: 'bill' }),
  exportPage: async ({ api }) => {
    const begun = await api.beginExport({ purpose: 'billing', reason: 'bill' });
    await api.exportPage(begun.export, 0, AbortSignal.timeout(30_000));
  },
  handOver: async ({ api }, at) => api.handOver(await at.arrived(await at.as('supervisor')), 'typed'),
  registerFile: async ({ api }, at) => api.registerFile([await at.arrived(await at.as('supervisor'))]),
  requests: ({ api }) => api.requests(),
  openRequest: newRequest,
  stepRequest: carriedOut,
  requestProof: async ({ api }, at) => api.requestProof(await carriedOut(await at.as('supervisor'), at)),
  papers: ({ api }) => api.papers(),
  recordPaper: newPaper,
  movePaper: async (session) =>
    session.api.movePaper(await newPaper(session), { checkOut: inTwoDays(), departed: false }),
  destroyPaper: async (session) => session.api.destroyPaper(await newPaper(session), { how: 'shredded' }),
  retentionStatus: ({ api }) => api.retentionStatus(),
  retention: ({ api }) => api.retention(),
  confirmClock: ({ api }) => api.confirmClock(toInstant(Date.now())),
  exportLog: async ({ api }) => (await api.exportLog()).text(),
  anchors: ({ api }) => api.anchors(),
  keepAnchor: async ({ api }) => api.keepAnchor({ size: (await api.anchors()).newest.size, way: 'printed' }),
  staffProperty: ({ api }) => api.property(),
  settings: ({ api }) => api.settings(),
  saveSettings: async ({ api }) => {
    const { settings, revision } = await api.settings();
    await api.saveSettings({ settings, revision });
  },
  publish: async (session, at) => {
    const owner = { door: at.door, session, hotel: await readHotel(session) };
    await session.api.publish((await draftNotice(owner, keepOffersFor(24), Date.now())).publication);
  },
  recovery: ({ api }) => api.recovery(),
  makeRecovery: newSheet,
  proveRecovery: async (session, at) => proveSheet(session, await newSheet(session, at)),
  renewRecoveryTest: async ({ api, property }, at) => {
    const card = await cardOf(await at.as('owner'));
    await api.renewRecoveryTest(await makeTestRecord({ property, card, now: Date.now(), random: randomBytes }));
  },
  posters: ({ api }) => api.posters(),
  makePoster: ({ api }) => api.makePoster('lobby'),
  revokePoster: async ({ api }) => api.revokePoster((await api.makePoster('lobby')).poster),
  plainPosters: ({ api }) => api.acceptPlainPosters(true),
  sessions: ({ api }) => api.sessions(),
  passkeys: ({ api }) => api.passkeys(),
  startPasskey: ({ api }) => api.startPasskey(),
  addPasskey: newPasskey,
  removePasskey: async (session) => session.api.removePasskey(await newPasskey(session)),
  confirmTraining: ({ api }) => api.confirmTraining(),
  stepUp: (session, at) => proveAgain(at.door, session, at.hotel.people[session.person.role].passphrase),
  changePassphrase: async ({ person: { role } }, at) => {
    const { passphrase } = at.hotel.people[role];
    const session = await at.another(role);
    await changePassphrase({ door: at.door, random: randomBytes }, session, { before: passphrase, after: passphrase });
    at.forget();
  },
  signOut: async ({ person: { role } }, at) => (await at.another(role)).api.signOut(),
  endSessions: async (session, at) => {
    await at.another(session.person.role);
    await session.api.endSessions({ person: session.person.id });
    at.forget();
  },
};
