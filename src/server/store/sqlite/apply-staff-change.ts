import type { ChangeOf, Outcome } from '../change.ts';
import type { StaffChange } from '../staff-change.ts';
import { addPerson, answerInvitation, endInvitation, invite } from './apply-invitation.ts';
import { type Draft, done, log, refused, type Tables } from './draft.ts';

/** Applies what is written about people and their sessions. */
export function applyStaffChange(tables: Tables, draft: Draft, property: number, change: StaffChange): Outcome {
  const { staff } = tables;
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
      return staff.changePassphrase(property, change) ? done(draft, change.entry) : refused('sign_in_failed');
    case 'add-passkey':
      return tables.passkeys.insert(property, change) ? done(draft, change.entry) : refused('conflict');
    case 'use-passkey':
      return tables.passkeys.use(change) ? { kind: 'done', index: null } : refused('sign_in_failed');
    case 'remove-passkey':
      return tables.passkeys.remove(change) ? done(draft, change.entry) : refused('not_found');
    case 'change-role':
      return staff.setRole(property, change.person, change.role) ? done(draft, change.entry) : refused('not_found');
    case 'give-grants':
      if (staff.byId(property, change.person) === null) return refused('not_found');
      staff.addGrants(
        property,
        change.grants.map((grant) => ({ person: change.person, grant })),
      );
      return done(draft, change.entry);
    case 'renew-keys':
      return renewKeys(tables, draft, property, change);
    case 'start-session':
      staff.startSession(property, change);
      tables.invitations.forget(property, change.forget);
      return done(draft, change.entry);
    case 'touch-session':
      staff.touchSession(change.hash, change.at);
      return { kind: 'done', index: null };
    case 'step-up':
      return staff.stepUp(property, change) ? done(draft, change.entry) : refused('session_ended');
    case 'end-session':
      staff.endSession(change.hash);
      return { kind: 'done', index: change.entry === undefined ? null : log(draft, change.entry) };
  }
}

function renewKeys(tables: Tables, draft: Draft, property: number, change: ChangeOf<'renew-keys'>): Outcome {
  const { properties, staff } = tables;
  const { removed, revoked, grants, publication } = change;
  if (properties.currentSequence(property) !== publication.sequence - 1) return refused('conflict');
  const people = staff.people(property);
  const named = [...revoked.map(({ person }) => person), ...(removed === null ? [] : [removed])];
  if (named.some((id) => !people.some((person) => person.id === id))) return refused('not_found');
  const staying = people.filter(({ id }) => id !== removed);
  if (!staying.some(({ role }) => role === 'owner')) return refused('last_owner');
  const given = new Map(staying.map(({ id }) => [id, new Set<string>()]));
  for (const { person, grant } of grants) {
    const keys = given.get(person);
    if (keys === undefined) return refused('conflict');
    keys.add(grant.keyId);
  }
  const complete = staying.every(({ id, role }) =>
    (role === 'owner' ? change.keys : [change.cardKey]).every((key) => given.get(id)?.has(key) === true),
  );
  if (!complete) return refused('conflict');
  properties.insertPublication(property, publication, change.at);
  properties.setProfile(property, change.profile);
  properties.beginEpoch(property, publication.sequence);
  tables.recoveries.unprove(property);
  staff.endSessions(property);
  if (removed !== null) staff.remove(property, removed);
  for (const { person, purpose } of revoked) staff.revoke(property, person, purpose);
  staff.addGrants(property, grants);
  for (const entry of change.further) log(draft, entry);
  return done(draft, change.entry);
}
