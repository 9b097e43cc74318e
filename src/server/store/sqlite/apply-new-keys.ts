import type { ChangeOf, Outcome } from '../change.ts';
import type { Rejoined } from '../staff-change.ts';
import { endApprovalsBy } from './apply-approval.ts';
import { isNextTeam, signTeam, unlessAnswered } from './apply-invitation.ts';
import { type Draft, done, log, refused, type Tables } from './draft.ts';

export function rejoin(tables: Tables, draft: Draft, property: number, change: ChangeOf<'rejoin'>): Outcome {
  const { rejoined, at } = change;
  if (tables.properties.currentSequence(property) !== change.sequence) return refused('conflict');
  const refusal = unlessRejoins(tables, draft, property, rejoined);
  if (refusal !== null) return refusal;
  const role = tables.staff.byId(property, rejoined.id)?.person.role;
  const given = new Set(rejoined.grants.map(({ keyId }) => keyId));
  if (!(role === 'owner' ? change.keys : [change.cardKey]).every((key) => given.has(key))) return refused('conflict');
  if (!isNextTeam(tables, property, change.team, tables.staff.people(property))) return refused('conflict');
  takeKeys(tables, property, rejoined, at);
  signTeam(tables, draft, property, change.team);
  return done(draft, change.entry);
}

export function renewKeys(tables: Tables, draft: Draft, property: number, change: ChangeOf<'renew-keys'>): Outcome {
  const { properties, staff } = tables;
  const { removed, revoked, rejoined, publication, team, at } = change;
  if (properties.currentSequence(property) !== publication.sequence - 1) return refused('conflict');
  const people = staff.people(property);
  const named = [...revoked.map(({ person }) => person), ...(removed === null ? [] : [removed])];
  if (named.some((id) => !people.some((person) => person.id === id))) return refused('not_found');
  const staying = people.filter(({ id }) => id !== removed);
  const vouchedFor = staying.filter(({ id }) => team.people.includes(id));
  const comesIn = (id: string) => id === rejoined?.id || !tables.invitations.shutsOut(property, id);
  if (!vouchedFor.some(({ id, role }) => role === 'owner' && comesIn(id))) return refused('last_owner');
  if (!isNextTeam(tables, property, team, staying)) return refused('conflict');
  const refusal = rejoined === null ? null : unlessRejoins(tables, draft, property, rejoined);
  if (refusal !== null) return refusal;
  const anew = rejoined?.grants.map((grant) => ({ person: rejoined.id, grant })) ?? [];
  const given = new Map(staying.map(({ id }) => [id, new Set<string>()]));
  for (const { person, grant } of [...change.grants, ...anew]) {
    const keys = given.get(person);
    if (keys === undefined) return refused('conflict');
    keys.add(grant.keyId);
  }
  // Who is shut out waits for their own new key: others may hold the one they have.
  if (change.grants.some(({ person }) => people.some(({ id }) => id === person) && !comesIn(person)))
    return refused('conflict');
  const complete = vouchedFor
    .filter(({ id }) => comesIn(id))
    .every(({ id, role }) =>
      (role === 'owner' ? change.keys : [change.cardKey]).every((key) => given.get(id)?.has(key) === true),
    );
  if (!complete) return refused('conflict');
  properties.insertPublication(property, publication, draft.moment);
  properties.setProfile(property, change.profile);
  properties.beginEpoch(property, publication.sequence);
  tables.recoveries.unprove(property);
  tables.sessions.endAll(property);
  if (removed !== null) {
    tables.invitations.endAllOf(property, removed, draft.moment);
    endApprovalsBy(tables, draft, property, removed);
    staff.remove(property, removed);
  }
  for (const { person, purpose } of revoked) staff.revoke(property, person, purpose);
  if (rejoined !== null) takeKeys(tables, property, rejoined, at);
  staff.addGrants(property, change.grants);
  signTeam(tables, draft, property, team);
  for (const entry of change.further) log(draft, entry);
  return done(draft, change.entry);
}

/** Null where somebody may come back with these keys, and get nothing by it that they couldn't open. */
function unlessRejoins(
  tables: Tables,
  draft: Draft,
  property: number,
  { id, publicKey, invitation, grants, sealedRoot }: Rejoined,
): Outcome | null {
  const refusal = unlessAnswered(tables, draft, property, invitation, { id, publicKey });
  if (refusal !== null) return refusal;
  const there = tables.staff.byId(property, id);
  if (there === null) return refused('not_found');
  const { role, granted } = there.person;
  if ((role === 'owner') !== (sealedRoot !== null)) return refused('conflict');
  const more = role !== 'owner' && grants.some(({ purpose }) => purpose !== 'card' && !granted.includes(purpose));
  return more ? refused('conflict') : null;
}

function takeKeys({ staff, invitations }: Tables, property: number, rejoined: Rejoined, at: number): void {
  staff.replaceKeys(property, rejoined, at);
  staff.addGrants(
    property,
    rejoined.grants.map((grant) => ({ person: rejoined.id, grant })),
  );
  invitations.end(rejoined.invitation, 'confirmed');
}
