import type { AnyProblem } from '../../protocol/problems.ts';
import type { ProblemText } from './en/near-problems.ts';
import type { Messages } from './messages.ts';
import { useCatalogue, useMessages } from './messages-provider.tsx';

/** What to say of a problem. Until the sentence about it is there, what is said of anything that went wrong. */
export function useProblemWords(): (problem: AnyProblem) => ProblemText {
  const { problems } = useCatalogue();
  const near = useMessages('nearProblems');
  return (problem) => (problems === undefined ? near[isNear(problem, near) ? problem : 'internal'] : problems[problem]);
}

/** Whether the sentence about this problem is there. */
export function useHasProblemWords(problem: AnyProblem): boolean {
  const { problems } = useCatalogue();
  return isNear(problem, useMessages('nearProblems')) || problems !== undefined;
}

function isNear(problem: AnyProblem, near: Messages['nearProblems']): problem is keyof Messages['nearProblems'] {
  return Object.hasOwn(near, problem);
}
