import { useEffect, useRef, useState } from 'react';
import type { PurposeId } from '../../protocol/purposes.ts';
import { ChangedText } from '../../ui/changes/changed-text.tsx';
import { comparePurposes } from '../../ui/changes/compare-notices.ts';
import { YesNo, type YesOrNo } from '../../ui/components/yes-no.tsx';
import { Icon } from '../../ui/components/icon.tsx';
import { formatInstant } from '../../ui/messages/format-date.ts';
import { useLanguage, useMessages } from '../../ui/messages/messages-provider.tsx';
import type { CheckedPublished } from '../registration/check-published.ts';
import { choiceName } from '../welcome/read-choices.ts';
import type { ChoiceProgress } from './choice-progress.ts';
import { ChoiceState } from './choice-state.tsx';
import type { AgreedNotice, PurposeStanding } from './my-registration.ts';
import type { ShownRules } from './prepare-acts.ts';
import './changed-card.css';

interface ChangedCardProps {
  readonly standing: PurposeStanding;
  /** The notice the guest's yes was given on, and today's in the same language. */
  readonly agreed: AgreedNotice;
  readonly today: CheckedPublished;
  /** Milliseconds. */
  readonly clock: () => number;
  readonly progress: ChoiceProgress;
  readonly onAnswer: (purpose: PurposeId, answer: YesOrNo, shown: ShownRules) => void;
  readonly onRetry: (purpose: PurposeId) => void;
}

/**
 * A use whose words the hotel changed after the guest's yes: both, with what differs marked, and an equal yes and no, neither chosen.
 * No answer is no yes: what was agreed to holds.
 */
export function ChangedCard({ standing, agreed, today, clock, progress, onAnswer, onRetry }: ChangedCardProps) {
  const all = useMessages('myRegistration');
  const t = all.choices;
  const reader = useLanguage();
  const [shownAt] = useState(clock);
  const answer = (purpose: PurposeId, to: YesOrNo) => onAnswer(purpose, to, { checked: today, at: shownAt });
  const answers = useRef<HTMLDivElement>(null);
  const wish = progress.kind === 'busy' || progress.kind === 'waiting' ? progress.to : null;
  useEffect(() => {
    for (const radio of answers.current?.querySelectorAll('input') ?? []) radio.checked = radio.value === wish;
  });
  const [then, now] = [agreed, today].map(({ notice }) => notice.purposes.find(({ id }) => id === standing.id));
  if (then === undefined || now === undefined) return null;
  const lang = agreed.language === reader ? undefined : agreed.language;
  return (
    <section className="purpose-card choice-card changed-card" aria-labelledby={`changed-${standing.id}`}>
      <p className="changed-card__mark">
        <Icon name="bell" />
        <b>{t.changed}</b>
      </p>
      <h3 className="purpose-card__title" id={`changed-${standing.id}`} lang={lang}>
        {now.title}
      </h3>
      <p>{t.changedText(agreed.version, formatInstant(agreed.agreedAt, reader, 'Asia/Shanghai'))}</p>
      <ChangedText
        lines={comparePurposes(then, now)}
        language={agreed.language}
        labels={{ before: all.rules.whenAgreed, after: all.rules.today }}
      />
      <p className="changed-card__question">{t.changedQuestion}</p>
      <ul className="changed-card__outcomes">
        <li>{t.changedYes}</li>
        <li>{t.changedNo}</li>
      </ul>
      <div ref={answers}>
        <YesNo
          name={choiceName(standing.id)}
          question={t.changedQuestion}
          hideQuestion
          onChoose={(to) => {
            if (to !== wish) answer(standing.id, to);
          }}
        />
      </div>
      {progress.kind !== 'idle' && (
        <div className="choice-card__state">
          <ChoiceState standing={standing} progress={progress} retired={false} onChoose={answer} onRetry={onRetry} />
        </div>
      )}
    </section>
  );
}
