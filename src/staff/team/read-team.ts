import type { Manifest, SignedManifest } from '../../protocol/manifest.ts';
import { type AnyProblem, Refusal } from '../../protocol/problems.ts';
import type { Person } from '../../protocol/staff.ts';
import type { Member, SignedTeamList } from '../../protocol/team-list.ts';
import { digest } from '../../crypto/sha256.ts';
import { signedSequence, signTeamList, verifyTeamList } from '../../crypto/team-list.ts';
import type { Session } from '../session/sign-in.ts';

/** The team as the server names it, and as an owner has signed it. New keys are sealed to `confirmed` and to nobody else. */
export interface Team {
  readonly people: readonly Person[];
  /** The list signed last; null where there is none yet. */
  readonly signed: SignedTeamList | null;
  /** Who is in it, and the owner who reads it: their own key they know first-hand. */
  readonly members: readonly Member[];
  /**
   * Those of them whom the server names as they were signed, and the owner who reads it. Whoever is kept from the owner's eyes, or shown
   * as somebody else, could not be removed: they get nothing.
   */
  readonly confirmed: readonly Member[];
}

/**
 * Asks for the team and checks its list against the root this owner holds, the manifest in force and the newest list this tablet has seen.
 * Throws Refusal `forbidden` without the root, `team_invalid`, `team_older` (also where there is none any more), and the server's.
 */
export async function readTeam(session: Session, { epoch }: Pick<Manifest, 'epoch'>): Promise<Team> {
  const { property, api, seenTeams } = session;
  const root = rootOf(session);
  const { people, team } = await api.team();
  const seen = seenTeams.of(property);
  if (team === null && seen !== null) throw new Refusal('team_older', 'none');
  const signed = team === null ? null : await verifyTeamList(team, root.publicKey, { property, epoch, seen });
  if (signed !== null) seenTeams.keep(property, { sequence: signed.list.sequence, hash: signed.hash });
  const own = ownMember(session);
  const others = signed?.list.people.filter(({ person }) => person !== own.person) ?? [];
  const confirmed = others.filter((member) => people.some((person) => isSame(member, person)));
  return { people, signed, members: [own, ...others], confirmed: [own, ...confirmed] };
}

/** What stands against the list itself, which an owner has to look into; null for whatever else went wrong. */
export function teamRefusal(error: unknown): AnyProblem | null {
  const refusals: readonly AnyProblem[] = ['team_invalid', 'team_older'];
  return error instanceof Refusal && refusals.includes(error.code) ? error.code : null;
}

/** Whether the signed list has somebody under the very key, name and standing the server gives them. */
export function isConfirmed({ members }: Pick<Team, 'members'>, person: Person): boolean {
  return members.some((member) => isSame(member, person));
}

/** Whom the list has and the server doesn't name. */
export function unnamedOf({ people, members }: Pick<Team, 'people' | 'members'>, own: string): Member[] {
  return members.filter(({ person }) => person !== own && people.every(({ id }) => id !== person));
}

function isSame({ person, publicKey, name, owner }: Member, said: Person): boolean {
  const sameKey = person === said.id && publicKey === said.publicKey;
  return sameKey && name === said.displayName && owner === (said.role === 'owner');
}

/** Signs the list that comes after a team's. */
export function signNextTeam(
  session: Session,
  { signed }: Pick<Team, 'signed'>,
  members: readonly Member[],
  { epoch, now }: { readonly epoch: number; readonly now: number },
): Promise<SignedTeamList> {
  const { property, person } = session;
  return signTeamList({
    property,
    root: rootOf(session),
    previous: signed?.hash ?? null,
    after: signed?.list.sequence ?? 0,
    epoch,
    people: members,
    by: person.id,
    now,
  });
}

/** Sends what comes with a new list, and with a new manifest, and remembers both once they are kept there. */
export async function sendWithTeam(
  { property, seenTeams, seenManifests }: Session,
  { hash, list }: SignedTeamList,
  send: () => Promise<void>,
  published: SignedManifest | null = null,
): Promise<void> {
  await send();
  if (published !== null) seenManifests.keep(property, { sequence: published.manifest.sequence, hash: published.hash });
  seenTeams.keep(property, { sequence: list.sequence, hash });
}

/** Whether the signed list has the owner who reads it, as they are. */
export function isListed(session: Session, { signed }: Pick<Team, 'signed'>): boolean {
  const own = ownMember(session);
  return JSON.stringify(signed?.list.people.find(({ person }) => person === own.person)) === JSON.stringify(own);
}

/**
 * Puts the owner who is signed in into the list where they are not in it: at the first sign-in of a hotel's, or a restored, owner. Throws
 * Refusal as `readTeam`, `conflict`, and `step_up_needed` where this device knows that their last proof is over: the server isn't asked.
 */
export async function joinTeamList(session: Session, manifest: Manifest, now: number): Promise<void> {
  const team = await readTeam(session, manifest);
  if (isListed(session, team)) return;
  if (!session.api.isProven()) throw new Refusal('step_up_needed');
  const next = await signNextTeam(session, team, team.members, { epoch: manifest.epoch, now });
  await sendWithTeam(session, next, () => session.api.signTeam(next.jws));
}

/**
 * Begins the list anew with this owner alone, where the one the server has can't be used any more: everybody else's words have to be
 * compared again before anything is sealed to them. Its number is above every number seen here, and above that of the list there where the
 * root has signed it: a tablet that has seen a higher one yet refuses it, and begins anew in its turn.
 */
export async function beginTeamAnew(session: Session, { epoch }: Manifest, now: number): Promise<void> {
  const { property, api, seenTeams, person } = session;
  const root = rootOf(session);
  const { team } = await api.team();
  const there =
    team === null ? null : { hash: await digest(team), sequence: await signedSequence(team, root.publicKey) };
  const after = Math.max(there?.sequence ?? 0, seenTeams.of(property)?.sequence ?? 0);
  const next = await signTeamList({
    property,
    root,
    previous: there?.hash ?? null,
    after,
    epoch,
    people: [ownMember(session)],
    by: person.id,
    now,
  });
  await sendWithTeam(session, next, () => api.signTeam(next.jws));
}

function ownMember({ person: { id, displayName, publicKey } }: Session): Member {
  return { person: id, name: displayName, publicKey, owner: true, opens: [] };
}

function rootOf({ keyring: { root } }: Session) {
  if (root === null) throw new Refusal('forbidden', 'root');
  return root;
}
