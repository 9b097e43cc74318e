import { Refusal } from '../../protocol/problems.ts';
import { permissionsOf } from '../../protocol/roles.ts';
import type { TeamList } from '../../protocol/team-list.ts';
import type { Granting, RoleChange, SessionEnding, StaffSession } from '../../protocol/team.ts';
import type { People } from '../../protocol/api.ts';
import { toInstant } from '../../protocol/time.ts';
import { writeOne } from '../commit/write-one.ts';
import { digest } from '../digest.ts';
import { checkHeldGrants } from '../hotel/check-held-grants.ts';
import { checkListed, checkTeamList, readTeamList } from '../hotel/check-team-list.ts';
import { logEntryText } from '../log/log-entry.ts';
import type { LogAction } from '../../protocol/audit-log.ts';
import type { Change } from '../store/change.ts';
import type { StoredPerson } from '../store/people-store.ts';
import type { Attempts } from './attempts.ts';
import type { DeskParts } from './desk.ts';
import type { ActiveSession, Sessions } from './sessions.ts';

export interface TeamParts extends DeskParts {
  readonly sessions: Sessions;
}

/** Everybody who works in the hotel, with who may open nothing for a while, and the team list an owner signed last. */
export async function peopleOf(
  { store, attempts }: TeamParts & { readonly attempts: Attempts },
  { property }: ActiveSession,
): Promise<People> {
  const people = (await store.people(property)).map((person) => {
    const until = attempts.stoppedUntil(person.id);
    return until === null ? person : { ...person, stoppedUntil: toInstant(until) };
  });
  return { people, team: await store.team(property) };
}

const managesPeople = ({ role }: ActiveSession) => permissionsOf[role].includes('people.manage');

/** One's own sessions; for an owner everybody's. */
export async function listSessions(parts: TeamParts, asking: ActiveSession): Promise<StaffSession[]> {
  const alive = await parts.sessions.all(asking.property);
  return alive
    .filter(({ person }) => managesPeople(asking) || person === asking.person)
    .sort((one, other) => other.usedAt - one.usedAt)
    .map(({ hash, person, startedAt, usedAt, device }) => ({
      id: hash,
      person,
      startedAt: toInstant(startedAt),
      usedAt: toInstant(usedAt),
      device,
      current: hash === asking.hash,
    }));
}

/**
 * Ends one's own sessions, or as an owner anybody's; the one that asks is left to sign out. Throws Refusal `not_found` where there is no
 * such session, or none of one's own.
 */
export async function endSessions(parts: TeamParts, asking: ActiveSession, ending: SessionEnding): Promise<void> {
  const all = await parts.sessions.all(asking.property);
  const mine = all.filter(({ person }) => managesPeople(asking) || person === asking.person);
  const wanted = mine.filter(({ hash, person }) =>
    'session' in ending ? hash === ending.session : person === ending.person && hash !== asking.hash,
  );
  if ('session' in ending && wanted.length === 0) throw new Refusal('not_found');
  for (const { hash, person } of wanted) await parts.sessions.endOther(asking, { hash, person });
}

/** Makes somebody front desk or supervisor. Throws Refusal `not_found`, and `forbidden` for owners, who hold the root. */
export async function changeRole(
  parts: TeamParts,
  asking: ActiveSession,
  id: string,
  { role }: RoleChange,
): Promise<void> {
  const { person } = await personOf(parts, asking, id);
  if (person.role === 'owner') throw new Refusal('forbidden', 'owner');
  await write(parts, asking, 'role-changed', id, (logged) => ({ kind: 'change-role', person: id, role, ...logged }));
}

/**
 * Gives somebody keys the giver holds. Throws Refusal `not_found`; `unknown_key` for a key that was not granted to the giver; `malformed`
 * where the team list doesn't name them as one who opens that, `conflict` where it isn't the next.
 */
export async function giveGrants(
  parts: TeamParts,
  asking: ActiveSession,
  id: string,
  { grants, team: jws }: Granting,
): Promise<void> {
  const { person } = await personOf(parts, asking, id);
  await checkHeldGrants(parts, asking, grants);
  const { current } = await parts.hotels.get(asking.property);
  const by = { at: parts.clock(), actor: asking.person, role: asking.role };
  const { list, team } = await checkTeamList(jws, current.manifest, by);
  const { opens, owner } = checkListed(list, person);
  if (!owner && grants.some(({ purpose }) => purpose !== 'card' && !opens.includes(purpose)))
    throw new Refusal('malformed', 'team.people');
  await write(parts, asking, 'grants-given', id, (logged) => ({
    kind: 'give-grants',
    person: id,
    grants,
    team,
    ...logged,
  }));
}

/**
 * Takes a team list in which nothing changes but its owner: their own tablet puts them in, or begins the list anew with them alone.
 * Throws Refusal `malformed` where anything else does, `conflict` where it isn't the next.
 */
export async function signTeam(parts: TeamParts, asking: ActiveSession, jws: string): Promise<void> {
  const { property, person: actor, role } = asking;
  const hotel = await parts.hotels.get(property);
  const at = parts.clock();
  const { list, team } = await checkTeamList(jws, hotel.current.manifest, { at, actor, role });
  checkListed(list, (await personOf(parts, asking, actor)).person);
  const others = ({ people }: Pick<TeamList, 'people'>) => people.filter(({ person }) => person !== actor);
  const before = await parts.store.team(property);
  const known = before === null ? [] : others(readTeamList(before));
  const kept = JSON.stringify(others(list));
  if (kept !== '[]' && kept !== JSON.stringify(known)) throw new Refusal('malformed', 'team.people');
  await writeOne(parts.committer, property, { kind: 'sign-team', team }, hotel.sign);
}

async function personOf({ store }: TeamParts, { property }: ActiveSession, id: string): Promise<StoredPerson> {
  const stored = await store.person(property, id);
  if (stored === null) throw new Refusal('not_found');
  return stored;
}

async function write(
  parts: TeamParts,
  { property, person: actor, role }: ActiveSession,
  action: LogAction,
  about: string,
  change: (logged: { readonly at: number; readonly entry: string }) => Change,
): Promise<void> {
  const hotel = await parts.hotels.get(property);
  const at = parts.clock();
  const entry = logEntryText({ at, actor, role, action, digest: digest(about) });
  await writeOne(parts.committer, property, change({ at, entry }), hotel.sign);
}
