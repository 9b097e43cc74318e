import { type ReactNode, useEffect, useRef } from 'react';
import type { AnyProblem } from '../../protocol/problems.ts';
import { StateNote } from '../../ui/components/state-note.tsx';
import type { ProblemText } from '../../ui/messages/en/near-problems.ts';
import { formatInstant } from '../../ui/messages/format-date.ts';
import { useLanguage, useMessages } from '../../ui/messages/messages-provider.tsx';
import { useTools } from './tools.tsx';
import { bringIntoView } from './use-brought-into-view.ts';
import './problem-note.css';

/** Seconds that are still told as seconds. */
const longestCount = 120;

interface ProblemNoteProps {
  readonly problem: AnyProblem;
  /** Seconds the server asks to wait. */
  readonly retryAfter?: number | undefined;
  /** Replaces the sentence meant for something that was being done. */
  readonly text?: string | undefined;
  /** Tries again what was to be read. */
  readonly action?: ReactNode;
  /** It came by itself. */
  readonly unasked?: boolean | undefined;
}

/**
 * What went wrong, whether anything is lost, what to do: in the desk's words. The button that was pressed may be far from here, or lie over
 * it: the note comes onto the screen. Where nothing was pressed, the page stays as it is read.
 */
export function ProblemNote({ problem, retryAfter, text, action, unasked = false }: ProblemNoteProps) {
  const problems = useMessages('problems');
  const staff = useMessages('staff');
  const language = useLanguage();
  const { timers } = useTools();
  const sentence = useRef<HTMLParagraphElement>(null);
  const pressed = !unasked && action === undefined;
  useEffect(() => {
    if (pressed) bringIntoView(sentence.current?.closest('.state-note'));
  }, [pressed]);
  const own: Partial<Record<AnyProblem, ProblemText>> = staff.problems;
  const said = own[problem] ?? problems[problem];
  const waitFor = (seconds: number) => {
    if (seconds <= longestCount) return staff.signIn.wait(Math.ceil(seconds));
    const until = timers.now() + seconds * 1000;
    return staff.signIn.waitUntil(formatInstant(until, language, 'Asia/Shanghai', 'time'));
  };
  return (
    <StateNote state={stateOf(problem)} word={said.title} announce="now" action={action}>
      <p ref={sentence}>
        {text ?? said.text}
        {retryAfter !== undefined && ` ${waitFor(retryAfter)}`}
      </p>
    </StateNote>
  );
}

function stateOf(problem: AnyProblem): 'offline' | 'waiting' | 'failed' {
  if (problem === 'offline') return 'offline';
  // Somebody changed their mind; nothing went wrong.
  return problem === 'step_up_needed' ? 'waiting' : 'failed';
}
