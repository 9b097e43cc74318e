import { useCallback, useEffect, useState } from 'react';
import type { Manifest } from '../../protocol/manifest.ts';
import type { AnyProblem } from '../../protocol/problems.ts';
import { type PurposeId, purposeIds } from '../../protocol/purposes.ts';
import type { Person } from '../../protocol/staff.ts';
import type { Member } from '../../protocol/team-list.ts';
import { problemOf } from '../api/call.ts';
import type { Session } from '../session/sign-in.ts';
import { isConfirmed, isListed, readTeam, teamRefusal, unnamedOf } from './read-team.ts';
import { shutOutPeople } from './shut-out-people.ts';

interface ReadTeam {
  readonly people: readonly Person[];
  /** Whom the signed list has; nobody where it is refused. */
  readonly members: readonly Member[];
  /** Those of them whom the server doesn't name. */
  readonly unnamed: readonly Member[];
  /** Whose key no owner has vouched for. */
  readonly unconfirmed: readonly Person[];
  /** Who gets no new keys before they come in anew. */
  readonly shutOut: readonly Pick<Member, 'name' | 'person'>[];
  /** Whether it has the owner who reads it. */
  readonly listed: boolean;
  readonly refused: AnyProblem | null;
}

/** The team with what its signed list says of each; `problem` where it couldn't be read. */
export function useTeam(session: Session, manifest: Manifest) {
  const [team, setTeam] = useState<ReadTeam | null>(null);
  const [problem, setProblem] = useState<AnyProblem | null>(null);

  const load = useCallback(() => {
    const show = (read: ReadTeam) => {
      setTeam(read);
      setProblem(null);
    };
    look(session, manifest).then(show, (error: unknown) => setProblem(problemOf(error)));
  }, [session, manifest]);
  useEffect(load, [load]);

  return { team, problem, load };
}

async function look(session: Session, manifest: Manifest): Promise<ReadTeam> {
  try {
    const team = await readTeam(session, manifest);
    const { people, members } = team;
    const unconfirmed = people.filter((person) => !isConfirmed(team, person));
    const unnamed = unnamedOf(team, session.person.id);
    const shutOut = shutOutPeople(await session.api.invitations());
    return { people, members, unnamed, unconfirmed, shutOut, listed: isListed(session, team), refused: null };
  } catch (error) {
    // The team is shown all the same, and nobody of it counts as confirmed.
    const refused = teamRefusal(error);
    if (refused === null) throw error;
    const people = await session.api.people();
    const unconfirmed = people.filter(({ id }) => id !== session.person.id);
    return { people, members: [], unnamed: [], unconfirmed, shutOut: [], listed: false, refused };
  }
}

/** What somebody may open: as the server says, and as was signed, so that nothing can't be taken away because the server is silent on it. */
export function opensOf(members: readonly Member[], { id, granted }: Person): PurposeId[] {
  const signed = members.find(({ person }) => person === id)?.opens ?? [];
  return purposeIds.filter((purpose) => granted.includes(purpose) || signed.includes(purpose));
}
