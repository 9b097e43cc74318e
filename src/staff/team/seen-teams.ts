import type { SeenTeam } from '../../protocol/team-list.ts';
import type { Memory } from '../app/device-memory.ts';

/** Which team list of each hotel was the newest on this device: an older one is refused from then on. */
export interface SeenTeams {
  of(property: string): SeenTeam | null;
  /** Keeps it where it is newer than what is kept. */
  keep(property: string, seen: SeenTeam): void;
}

function seenTeams(
  read: () => Readonly<Record<string, SeenTeam>>,
  write: (teams: Record<string, SeenTeam>) => void,
): SeenTeams {
  return {
    of: (property) => read()[property] ?? null,
    keep: (property, { sequence, hash }) => {
      const teams = read();
      if (sequence > (teams[property]?.sequence ?? 0)) write({ ...teams, [property]: { sequence, hash } });
    },
  };
}

/** In what a tablet remembers; read each time, because another tab may have seen more. */
export function rememberedTeams(memory: Memory): SeenTeams {
  return seenTeams(
    () => memory.read().teams ?? {},
    (teams) => memory.change({ teams }),
  );
}

/** For as long as the program runs. */
export function teamsInMemory(): SeenTeams {
  let kept: Readonly<Record<string, SeenTeam>> = {};
  return seenTeams(
    () => kept,
    (teams) => {
      kept = teams;
    },
  );
}
