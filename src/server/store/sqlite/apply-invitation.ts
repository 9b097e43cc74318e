import type { ChangeOf, Outcome } from '../change.ts';
import type { NewTeamList, StoredAnswer } from '../staff-change.ts';
import { endApprovalsBy } from './apply-approval.ts';
import { type Draft, done, log, refused, type Tables, unchanged } from './draft.ts';
import { invitationWaits, isShuttingOut } from './invitation-table.ts';

export function invite(tables: Tables, draft: Draft, property: number, change: ChangeOf<'invite'>): Outcome {
  const { handle, again } = change.invitation;
  // Two who shut each other out at the same moment would leave nobody to let them in.
  if (tables.invitations.shutsOut(property, change.by)) return refused('session_ended');
  if (again === undefined) {
    if (tables.staff.handleIsTaken(property, handle)) return refused('conflict');
  } else {
    const there = tables.staff.byId(property, again.person);
    if (there === null) return refused('not_found');
    if (there.person.handle !== handle) return refused('conflict');
    // Whoever is shut out is let in by somebody who says so, and not by the way.
    if (!again.exposed && tables.invitations.shutsOut(property, again.person)) return refused('conflict');
  }
  if (!tables.invitations.insert(property, change, draft.moment)) return refused('conflict');
  if (again?.exposed === true) {
    tables.invitations.endOthersFor(property, again.person, change.invitation.id, draft.moment);
    tables.sessions.endOfPerson(property, again.person);
    endApprovalsBy(tables, draft, property, again.person);
  }
  return done(draft, change.entry);
}

export function answerInvitation(tables: Tables, draft: Draft, change: ChangeOf<'answer-invitation'>): Outcome {
  const there = tables.invitations.byToken(change.tokenHash);
  if (there?.property !== draft.property) return refused('not_found');
  const { answer } = there;
  if (!invitationWaits(there, draft.moment)) return refused('gone');
  if (answer !== null) {
    const { id, publicKey, credential } = change.answer;
    const same = answer.id === id && answer.publicKey === publicKey && answer.credential.salt === credential.salt;
    return same ? { kind: 'existing' } : refused('conflict');
  }
  const again = there.invited?.again;
  if (again === undefined ? tables.staff.idIsTaken(change.answer.id) : again.person !== change.answer.id)
    return refused('conflict');
  tables.invitations.answer(there.id, change.answer);
  return done(draft, change.entry);
}

export function endInvitation(
  tables: Tables,
  draft: Draft,
  property: number,
  change: ChangeOf<'end-invitation'>,
): Outcome {
  const there = tables.invitations.get(property, change.invitation);
  if (there === null) return refused('not_found');
  if (!invitationWaits(there, draft.moment) && !isShuttingOut(there)) return unchanged;
  tables.invitations.end(there.id, 'called-off');
  return done(draft, change.entry);
}

export function addPerson(tables: Tables, draft: Draft, property: number, change: ChangeOf<'add-person'>): Outcome {
  const { person, invitation, team } = change;
  const refusal = unlessAnswered(tables, draft, property, invitation.id, person);
  if (refusal !== null) return refusal;
  if (tables.properties.currentSequence(property) !== invitation.sequence) return refused('conflict');
  if (tables.staff.isTaken(property, person)) return refused('conflict');
  const atWork = [...tables.staff.people(property), person];
  if (!isNextTeam(tables, property, team, atWork)) return refused('conflict');
  tables.staff.insert(property, person, change.at);
  signTeam(tables, draft, property, team);
  tables.invitations.end(invitation.id, 'confirmed');
  return done(draft, change.entry);
}

/** Null where the invitation waits and was answered with this very key. */
export function unlessAnswered(
  tables: Tables,
  { moment }: Pick<Draft, 'moment'>,
  property: number,
  invitation: string,
  { id, publicKey }: Pick<StoredAnswer, 'id' | 'publicKey'>,
): Outcome | null {
  const there = tables.invitations.get(property, invitation);
  if (there === null || !invitationWaits(there, moment)) return refused('gone');
  return there.answer?.id === id && there.answer.publicKey === publicKey ? null : refused('conflict');
}

/** Puts a list in the place of the one before. Returns the place of its entry. */
export function signTeam({ teams }: Pick<Tables, 'teams'>, draft: Draft, property: number, team: NewTeamList): number {
  teams.set(property, team);
  return log(draft, team.entry);
}

/** Whether a team list comes after the one there is and names nobody but these. */
export function isNextTeam(
  { teams }: Pick<Tables, 'teams'>,
  property: number,
  team: NewTeamList,
  atWork: readonly { readonly id: string }[],
): boolean {
  return teams.isNext(property, team) && team.people.every((id) => atWork.some((person) => person.id === id));
}
