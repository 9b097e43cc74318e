// What an owner does with the team, done for real at one's own hotel.

import { randomBytes } from '../../../src/crypto/random-bytes.ts';
import type { Role } from '../../../src/protocol/roles.ts';
import { makeAnswer } from '../../../src/staff/join/answer-invitation.ts';
import { readHotel } from '../../../src/staff/session/read-hotel.ts';
import type { Session } from '../../../src/staff/session/sign-in.ts';
import { confirmInvitation } from '../../../src/staff/team/confirm-invitation.ts';
import { givePurpose } from '../../../src/staff/team/give-purpose.ts';
import { invitePerson, secretOf } from '../../../src/staff/team/invite-person.ts';
import { readTeam, sendWithTeam, signNextTeam } from '../../../src/staff/team/read-team.ts';
import { renewKeys } from '../../../src/staff/team/renew-keys.ts';
import { quickParameters } from '../../support/make-hotel.ts';
import type { Act, AtWork } from './at-work.ts';

let invited = 0;

async function invitation(session: Session): Promise<string> {
  invited += 1;
  const wishes = { handle: `guo-${invited}`, displayName: '郭靖', role: 'front-desk', purposes: [] } as const;
  return invitePerson(session, wishes, { now: Date.now(), random: randomBytes });
}

/** Somebody new, who answered and whose words were compared. */
async function joined(session: Session, at: AtWork): Promise<string> {
  const id = await invitation(session);
  const waiting = async () => {
    const found = (await session.api.invitations()).find((one) => one.id === id);
    if (found === undefined) throw new Error('no such invitation');
    return found;
  };
  const link = { fingerprint: at.hotel.fingerprint, secret: await secretOf(session, await waiting()) };
  const tools = { now: Date.now(), random: randomBytes, parameters: quickParameters };
  await at.door.answerInvitation(await makeAnswer(link, 'nine folded paper boats', tools, undefined));
  const answered = await waiting();
  await confirmInvitation(at.door, session, answered, { root: null, now: Date.now() });
  return answered.handle;
}

/** The same, as one of the team. */
async function colleague(session: Session, at: AtWork) {
  const handle = await joined(session, at);
  const found = (await session.api.people()).find((one) => one.handle === handle);
  if (found === undefined) throw new Error('not in the team');
  return found;
}

async function person(session: Session, role: Role) {
  const found = (await session.api.people()).find((one) => one.role === role);
  if (found === undefined) throw new Error(`nobody is ${role}`);
  return found;
}

export const ownTeamActs = {
  people: ({ api }) => api.people(),
  invitations: ({ api }) => api.invitations(),
  invite: invitation,
  callOffInvitation: async (session) => session.api.callOffInvitation(await invitation(session)),
  confirmInvitation: joined,
  changeRole: async (session, at) => {
    const { id } = await colleague(session, at);
    await session.api.changeRole(id, { role: 'supervisor' });
  },
  giveGrants: async (session) => givePurpose(session, await person(session, 'supervisor'), 'offers', Date.now()),
  signTeam: async (session) => {
    const { manifest } = (await readHotel(session)).manifest;
    const team = await readTeam(session, manifest);
    const next = await signNextTeam(session, team, team.members, { epoch: manifest.epoch, now: Date.now() });
    await sendWithTeam(session, next, () => session.api.signTeam(next.jws));
  },
  renewKeys: async (session, at) => {
    const { id } = await colleague(session, at);
    await renewKeys(at.door, session, { removed: id, revoked: [] }, Date.now());
    at.forget();
  },
} as const satisfies Record<string, Act>;
