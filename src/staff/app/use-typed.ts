import { useCallback, useState } from 'react';
import { laidOver, sameAnswers, type Typed } from './typed.ts';

interface TypedForm<Answers> {
  readonly answers: Answers;
  readonly set: (part: Partial<Answers>) => void;
  /** Something was typed that isn't kept yet. */
  readonly changed: boolean;
  readonly forget: () => void;
}

/** A form whose answers outlive it: `kept` is what was typed and not kept so far, `first` what it shows where nothing was. */
export function useTyped<Answers extends object>(
  kept: Typed<Answers> | undefined,
  put: (typed: Typed<Answers> | undefined) => void,
  first: () => Answers,
): TypedForm<Answers> {
  const [before] = useState(first);
  const answers = kept === undefined ? before : laidOver(kept, before);
  const set = (part: Partial<Answers>) => {
    const next = { ...answers, ...part };
    put(sameAnswers(next, before) ? undefined : { before, answers: next });
  };
  const forget = useCallback(() => put(undefined), [put]);
  return { answers, set, changed: kept !== undefined, forget };
}
