import { Refusal } from '../../protocol/problems.ts';
import { type Member, type TeamList, teamListJwsType, teamListSchema } from '../../protocol/team-list.ts';
import { digest } from '../digest.ts';
import { logEntryText } from '../log/log-entry.ts';
import { keyIdOf, verifyJws } from '../p256.ts';
import { parseJsonText } from '../parse-json.ts';
import type { NewTeamList } from '../store/staff-change.ts';

/** Whose act it comes with, and when. */
export type LoggedBy = Pick<Parameters<typeof logEntryText>[0], 'at' | 'actor' | 'role'>;

export interface CheckedTeamList {
  readonly list: TeamList;
  readonly team: NewTeamList;
}

/**
 * Checks the form of a team list as an owner's tablet sends it: signed by the root, about this property, of the epoch that is in force
 * with it, naming nobody twice. `by` is whose act it is part of. Whether it is the next one is seen when it is written. Throws Refusal
 * `malformed` with the place.
 */
export async function checkTeamList(
  jws: string,
  { property, root, epoch }: { readonly property: string; readonly root: string; readonly epoch: number },
  by: LoggedBy,
): Promise<CheckedTeamList> {
  const verified = await verifyJws(jws, root, teamListJwsType);
  if (verified === null || verified.kid !== keyIdOf(Buffer.from(root, 'base64url')))
    throw new Refusal('malformed', 'team.signature');
  const parsed = teamListSchema.safeParse(parseJsonText(verified.text, 'malformed', 'team'));
  if (!parsed.success) throw new Refusal('malformed', 'team');
  const list = parsed.data;
  if (list.property !== property) throw new Refusal('malformed', 'team.property');
  if (list.epoch !== epoch) throw new Refusal('conflict', 'team.epoch');
  const people = list.people.map(({ person }) => person);
  const keys = list.people.map(({ publicKey }) => publicKey);
  if (new Set(people).size !== people.length || new Set(keys).size !== keys.length)
    throw new Refusal('malformed', 'team.people');
  const { sequence, previous } = list;
  const hash = digest(jws);
  const entry = logEntryText({ ...by, action: 'team-signed', digest: hash });
  return { list, team: { jws, hash, sequence, previous, people, entry } };
}

/** That a list names somebody under the key things were sealed to. Throws Refusal `malformed`. */
export function checkListed(
  { people }: TeamList,
  { id, publicKey }: { readonly id: string; readonly publicKey: string },
): Member {
  const member = people.find(({ person }) => person === id);
  if (member?.publicKey !== publicKey) throw new Refusal('malformed', 'team.people');
  return member;
}

/** A list that was checked when it came. */
export function readTeamList(jws: string): TeamList {
  const [, payload = ''] = jws.split('.');
  return teamListSchema.parse(JSON.parse(Buffer.from(payload, 'base64url').toString()));
}
