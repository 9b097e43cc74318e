import { Refusal } from '../protocol/problems.ts';
import {
  checkTeamList,
  type Member,
  type SignedTeamList,
  type TeamExpectation,
  type TeamList,
  teamListJwsType,
  teamListSchema,
} from '../protocol/team-list.ts';
import { toInstant } from '../protocol/time.ts';
import { signJws, verifyJws } from './jws.ts';
import { keyIdOf } from './key-pair.ts';
import { digest } from './sha256.ts';

export interface TeamListDraft {
  readonly property: string;
  /** Public half (65 bytes) and the private one for signing. */
  readonly root: { readonly publicKey: Uint8Array<ArrayBuffer>; readonly signingKey: CryptoKey };
  /** SHA-256 of the JWS before, null for the first. */
  readonly previous: string | null;
  /** The highest sequence there was, 0 when none. */
  readonly after: number;
  readonly epoch: number;
  readonly people: readonly Member[];
  /** The id of the owner who signs. */
  readonly by: string;
  /** Milliseconds. */
  readonly now: number;
}

/** Writes and signs the list that comes after `previous`. */
export async function signTeamList(draft: TeamListDraft): Promise<SignedTeamList> {
  const { property, root, previous, after, epoch, people, by, now } = draft;
  const list: TeamList = {
    format: 'foyer-team/1',
    property,
    sequence: after + 1,
    previous,
    epoch,
    madeAt: toInstant(now),
    by,
    people: [...people],
  };
  const jws = await signJws(JSON.stringify(list), root.signingKey, teamListJwsType, await keyIdOf(root.publicKey));
  return { jws, hash: await digest(jws), list };
}

/**
 * Checks a team list the way an owner's tablet must before it seals a key to anybody in it. Throws Refusal `team_invalid` (malformed, or
 * not signed by this root), and everything of `checkTeamList`.
 */
export async function verifyTeamList(
  jws: string,
  root: Uint8Array,
  expected: TeamExpectation,
): Promise<SignedTeamList> {
  const text = await verifyJws(jws, root, teamListJwsType);
  if (text === null) throw new Refusal('team_invalid', 'signature');
  const signed = { jws, hash: await digest(jws), list: readTeamList(text) };
  const problem = checkTeamList(signed, expected);
  if (problem !== null) throw new Refusal(problem);
  return signed;
}

/** The number of a list this root has signed, whatever else stands against it; 0 where it has not signed it. */
export async function signedSequence(jws: string, root: Uint8Array): Promise<number> {
  const text = await verifyJws(jws, root, teamListJwsType);
  return text === null ? 0 : readTeamList(text).sequence;
}

function readTeamList(text: string): TeamList {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    throw new Refusal('team_invalid', 'not a team list');
  }
  const parsed = teamListSchema.safeParse(json);
  if (!parsed.success) throw new Refusal('team_invalid', 'not a team list');
  return parsed.data;
}
