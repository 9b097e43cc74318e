import { useCallback, useEffect, useState } from 'react';
import { type Poster, type PosterChannel, posterChannels, type Posters } from '../../protocol/poster.ts';
import type { AnyProblem } from '../../protocol/problems.ts';
import { problemOf } from '../api/call.ts';
import type { StaffApi } from '../api/staff-api.ts';

type PosterApi = Pick<StaffApi, 'posters' | 'makePoster'>;

/** The hotel's posters; where somebody who `manages` them looks, a place that never had one gets its first. Throws Refusal. */
async function firstPosters(api: PosterApi, manages: boolean): Promise<Posters> {
  const known = await api.posters();
  if (!manages) return known;
  const bare = posterChannels.filter((channel) => !known.posters.some((poster) => poster.channel === channel));
  const made: Poster[] = [];
  for (const channel of bare) made.push(await api.makePoster(channel));
  return { ...known, posters: [...known.posters, ...made] };
}

/** Those of a place that may hang, the newest first. */
export function postersInUse(posters: readonly Poster[], channel: PosterChannel): readonly Poster[] {
  return posters
    .filter((poster) => poster.channel === channel && poster.revokedAt === null)
    .sort((one, other) => other.number - one.number);
}

export function usePosters(api: StaffApi, manages: boolean) {
  const [known, setKnown] = useState<Posters | null>(null);
  const [problem, setProblem] = useState<AnyProblem | null>(null);
  const load = useCallback(() => {
    firstPosters(api, manages).then(setKnown, (error: unknown) => setProblem(problemOf(error)));
  }, [api, manages]);
  useEffect(load, [load]);
  const retry = () => {
    setProblem(null);
    load();
  };

  /** Does something to the posters and looks at them again. */
  const change = useCallback(
    async <Value>(act: () => Promise<Value>): Promise<Value | null> => {
      setProblem(null);
      try {
        const value = await act();
        setKnown(await api.posters());
        return value;
      } catch (error) {
        setProblem(problemOf(error));
        return null;
      }
    },
    [api],
  );
  return { known, problem, retry, change };
}
