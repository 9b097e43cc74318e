import type { ChangeOf, Outcome } from '../change.ts';
import { type Draft, done, refused, type Tables, unchanged } from './draft.ts';
import { invitationWaits } from './invitation-table.ts';

export function invite(tables: Tables, draft: Draft, property: number, change: ChangeOf<'invite'>): Outcome {
  if (tables.staff.handleIsTaken(property, change.invitation.handle)) return refused('conflict');
  if (!tables.invitations.insert(property, change)) return refused('conflict');
  return done(draft, change.entry);
}

export function answerInvitation(tables: Tables, draft: Draft, change: ChangeOf<'answer-invitation'>): Outcome {
  const there = tables.invitations.byToken(change.tokenHash);
  if (there?.property !== draft.property) return refused('not_found');
  const { answer } = there;
  if (!invitationWaits(there, change.at)) return refused('gone');
  if (answer !== null) {
    const { id, publicKey, credential } = change.answer;
    const same = answer.id === id && answer.publicKey === publicKey && answer.credential.salt === credential.salt;
    return same ? { kind: 'existing' } : refused('conflict');
  }
  if (tables.staff.idIsTaken(change.answer.id)) return refused('conflict');
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
  if (!invitationWaits(there, change.at)) return unchanged;
  tables.invitations.end(there.id, 'called-off');
  return done(draft, change.entry);
}

export function addPerson(tables: Tables, draft: Draft, property: number, change: ChangeOf<'add-person'>): Outcome {
  const { person, invitation } = change;
  if (invitation !== undefined) {
    const there = tables.invitations.get(property, invitation);
    if (there === null || !invitationWaits(there, change.at)) return refused('gone');
    if (there.answer?.id !== person.id || there.answer.publicKey !== person.publicKey) return refused('conflict');
  }
  if (tables.staff.isTaken(property, person)) return refused('conflict');
  tables.staff.insert(property, person, change.at);
  if (invitation !== undefined) tables.invitations.end(invitation, 'confirmed');
  return done(draft, change.entry);
}
