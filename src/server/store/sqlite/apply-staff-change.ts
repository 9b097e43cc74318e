import { toDate } from '../../../protocol/time.ts';
import type { ChangeOf, Outcome } from '../change.ts';
import type { StaffChange } from '../staff-change.ts';
import { endApprovalsBy, mayApprove } from './apply-approval.ts';
import { addPerson, answerInvitation, endInvitation, invite, isNextTeam, signTeam } from './apply-invitation.ts';
import { rejoin, renewKeys } from './apply-new-keys.ts';
import { type Draft, done, log, refused, type Tables, unchanged } from './draft.ts';

/** Applies what is written about people and their sessions. */
export function applyStaffChange(tables: Tables, draft: Draft, property: number, change: StaffChange): Outcome {
  const { staff, sessions } = tables;
  switch (change.kind) {
    case 'add-person':
      return addPerson(tables, draft, property, change);
    case 'invite':
      return invite(tables, draft, property, change);
    case 'answer-invitation':
      return answerInvitation(tables, draft, change);
    case 'end-invitation':
      return endInvitation(tables, draft, property, change);
    case 'change-passphrase':
      if (tables.invitations.shutsOut(property, change.person)) return refused('sign_in_failed');
      return staff.changePassphrase(property, change) ? done(draft, change.entry) : refused('sign_in_failed');
    case 'confirm-training':
      return confirmTraining(tables, draft, property, change);
    case 'add-passkey':
      if (tables.invitations.shutsOut(property, change.person)) return refused('session_ended');
      return tables.passkeys.insert(property, change) ? done(draft, change.entry) : refused('conflict');
    case 'use-passkey':
      return tables.passkeys.use(change) ? { kind: 'done', index: null } : refused('sign_in_failed');
    case 'remove-passkey':
      return tables.passkeys.remove(change) ? done(draft, change.entry) : refused('not_found');
    case 'sign-team':
      if (!isNextTeam(tables, property, change.team, staff.people(property))) return refused('conflict');
      return { kind: 'done', index: signTeam(tables, draft, property, change.team) };
    case 'change-role':
      if (!staff.setRole(property, change.person, change.role)) return refused('not_found');
      if (!mayApprove(change.role)) endApprovalsBy(tables, draft, property, change.person);
      return done(draft, change.entry);
    case 'give-grants':
      if (staff.byId(property, change.person) === null) return refused('not_found');
      if (tables.invitations.shutsOut(property, change.person)) return refused('conflict');
      if (!isNextTeam(tables, property, change.team, staff.people(property))) return refused('conflict');
      signTeam(tables, draft, property, change.team);
      staff.addGrants(
        property,
        change.grants.map((grant) => ({ person: change.person, grant })),
      );
      return done(draft, change.entry);
    case 'rejoin':
      return rejoin(tables, draft, property, change);
    case 'renew-keys':
      return renewKeys(tables, draft, property, change);
    case 'start-session':
      if (tables.invitations.shutsOut(property, change.person)) return refused('sign_in_failed');
      sessions.start(property, change);
      tables.invitations.forget(property, change.forget);
      return done(draft, change.entry);
    case 'touch-session':
      sessions.touch(change.hash, change.moment);
      return { kind: 'done', index: null };
    case 'step-up':
      return sessions.stepUp(property, change) ? done(draft, change.entry) : refused('session_ended');
    case 'end-session':
      sessions.end(change.hash);
      return { kind: 'done', index: change.entry === undefined ? null : log(draft, change.entry) };
  }
}

function confirmTraining(
  { staff }: Tables,
  draft: Draft,
  property: number,
  { person, at, entry }: ChangeOf<'confirm-training'>,
): Outcome {
  const there = staff.byId(property, person);
  if (there === null) return refused('session_ended');
  if (there.person.trainedAt?.slice(0, 10) === toDate(at)) return unchanged;
  staff.setTrained(property, person, at);
  return done(draft, entry);
}
