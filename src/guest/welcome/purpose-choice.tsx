import { memo } from 'react';
import type { NoticePurpose } from '../../protocol/notice.ts';
import { PurposeCard } from '../../ui/components/purpose-card.tsx';
import { TwoChoice } from '../../ui/components/two-choice.tsx';
import { YesNo } from '../../ui/components/yes-no.tsx';
import { useMessages } from '../../ui/messages/messages-provider.tsx';
import { type Choices, placedPurposes } from '../registration/choices.ts';
import { choiceName } from './read-choices.ts';
import { useNeeded } from './use-needed.ts';

interface PurposeChoiceProps {
  readonly purpose: NoticePurpose;
  /** What was chosen before, on a way back. */
  readonly choices: Choices;
}

/** One optional use: what for, what is needed, how long, and an equal yes and no. */
export const PurposeChoice = memo(function PurposeChoice({ purpose, choices }: PurposeChoiceProps) {
  const needed = useNeeded(purpose);
  return (
    <PurposeCard
      headingLevel={3}
      title={purpose.title}
      whatFor={purpose.plain}
      whatIsNeeded={needed}
      howLong={purpose.retentionText}
      recipients={purpose.recipients}
      ifNo={purpose.refusal}
    >
      <YesNo
        name={choiceName(purpose.id)}
        question={purpose.title}
        hideQuestion
        defaultValue={choices.answers[purpose.id]}
      />
    </PurposeCard>
  );
});

/** What the law asks. Never a yes or no; where there is a choice of place, both places weigh the same. */
export const LawPart = memo(function LawPart({ purpose, choices }: PurposeChoiceProps) {
  const t = useMessages('guest').welcome;
  const common = useMessages('common');
  const needed = useNeeded(purpose);
  const [citation] = purpose.citations;
  const placed = placedPurposes.find((id) => id === purpose.id);
  return (
    <PurposeCard
      headingLevel={3}
      title={purpose.title}
      whatFor={purpose.plain}
      whatIsNeeded={needed}
      howLong={purpose.retentionText}
      law={{ article: citation === undefined ? '' : common.notice.citation(citation.law, citation.article) }}
    >
      {placed !== undefined && (
        <TwoChoice
          name={choiceName(placed)}
          question={t.where}
          options={[
            { value: 'here', label: t.here },
            { value: 'desk', label: t.atDesk },
          ]}
          defaultValue={choices[placed] ?? undefined}
          note={t.openMeansDesk}
        />
      )}
    </PurposeCard>
  );
});
