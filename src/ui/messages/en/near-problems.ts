import type { AnyProblem } from '../../../protocol/problems.ts';

export interface ProblemText {
  readonly title: string;
  readonly text: string;
}

/** What is said without asking anybody for the words: the connection is gone, or what went wrong has no words here yet. */
export const nearProblems = {
  offline: {
    title: 'You are offline',
    text: 'Nothing was lost; please keep this page open. What is sealed goes out when the connection is back. If nothing is sealed yet, press the button again then.',
  },
  internal: {
    title: 'Something went wrong on our side',
    text: 'If you have no receipt, nothing was stored. Try again in a minute; if it stays like this, the desk will help you.',
  },
  unexpected_answer: {
    title: 'The answer made no sense',
    text: 'We can’t tell whether it arrived. Sending again is safe: the same registration is never stored twice.',
  },
} satisfies Partial<Record<AnyProblem, ProblemText>>;

export type NearProblemMessages = Readonly<Record<keyof typeof nearProblems, ProblemText>>;
