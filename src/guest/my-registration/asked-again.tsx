import { type ReactNode, useEffect, useState } from 'react';
import type { Language } from '../../protocol/languages.ts';
import type { PurposeId } from '../../protocol/purposes.ts';
import type { YesOrNo } from '../../ui/components/yes-no.tsx';
import type { CheckedPublished } from '../registration/check-published.ts';
import { ChangedCard } from './changed-card.tsx';
import type { ChoiceProgress } from './choice-progress.ts';
import type { AgreedNotice, MyRegistration, PurposeStanding } from './my-registration.ts';
import type { ShownRules } from './prepare-acts.ts';

interface AskedAgainProps {
  readonly standing: PurposeStanding;
  readonly mine: MyRegistration;
  readonly progress: ChoiceProgress;
  readonly fetchToday: (language: Language) => Promise<CheckedPublished>;
  /** Milliseconds. */
  readonly clock: () => number;
  readonly onAnswer: (purpose: PurposeId, answer: YesOrNo, shown: ShownRules) => void;
  readonly onRetry: (purpose: PurposeId) => void;
  /** In its place where both wordings can't be had in one language. */
  readonly fallback: ReactNode;
}

/** Has today's words in the language the guest agreed in, so that the two can be held against each other. */
export function AskedAgain({
  standing,
  mine,
  progress,
  fetchToday,
  clock,
  onAnswer,
  onRetry,
  fallback,
}: AskedAgainProps) {
  const agreed = agreedFor(standing.id, mine);
  const language = agreed?.language ?? null;
  const ready = mine.today !== null && mine.today.language === language ? mine.today : null;
  const failed = progress.kind === 'failed';
  const [fetched, setFetched] = useState<CheckedPublished | null>(null);
  useEffect(() => {
    // After an answer that was refused too: the rules may have moved on again.
    if ((ready !== null && !failed) || language === null) return undefined;
    let left = false;
    fetchToday(language).then(
      (checked) => !left && setFetched(checked),
      () => undefined,
    );
    return () => {
      left = true;
    };
  }, [ready, language, fetchToday, failed]);
  const today = ready ?? fetched;
  if (agreed === null || today?.language !== agreed.language) return fallback;
  return (
    <ChangedCard
      key={today.signed.hash}
      clock={clock}
      standing={standing}
      agreed={agreed}
      today={today}
      progress={progress}
      onAnswer={onAnswer}
      onRetry={onRetry}
    />
  );
}

/** The notice a purpose's last yes was given on, word for word. */
function agreedFor(id: PurposeId, { agreed, decisions }: MyRegistration): AgreedNotice | null {
  const hash = decisions.get(id)?.notice.hash;
  return agreed.find((one) => one.hash === hash) ?? null;
}
