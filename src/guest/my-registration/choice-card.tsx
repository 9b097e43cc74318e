import { useEffect, useRef } from 'react';
import type { PurposeId } from '../../protocol/purposes.ts';
import { Button } from '../../ui/components/button.tsx';
import { PurposeCard } from '../../ui/components/purpose-card.tsx';
import { YesNo, type YesOrNo } from '../../ui/components/yes-no.tsx';
import { useLanguage, useMessages } from '../../ui/messages/messages-provider.tsx';
import { choiceName } from '../welcome/read-choices.ts';
import { useNeeded } from '../welcome/use-needed.ts';
import type { ChoiceProgress } from './choice-progress.ts';
import { ChoiceState } from './choice-state.tsx';
import type { PurposeStanding } from './my-registration.ts';
import type { PurposeWords } from './purpose-words.ts';
import './choice-card.css';

interface ChoiceCardProps {
  readonly standing: PurposeStanding;
  readonly words: PurposeWords;
  readonly progress: ChoiceProgress;
  readonly onChoose: (purpose: PurposeId, answer: YesOrNo) => void;
  readonly onRetry: (purpose: PurposeId) => void;
  /** To the page that shows both wordings. */
  readonly onCompare: () => void;
}

/** The card of the registration again, with the choice as it stands. A tap on the other one acts at once. */
export function ChoiceCard({ standing, words, progress, onChoose, onRetry, onCompare }: ChoiceCardProps) {
  const t = useMessages('myRegistration').choices;
  const { purpose, language, outdated, retired } = words;
  const over = retired && standing.standing !== 'held';
  const needed = useNeeded(purpose);
  const reader = useLanguage();
  const radios = useRef<HTMLDivElement>(null);
  const shown = shownAnswer(standing, progress);
  // The browser holds the tick; where a change didn't come about it goes back, and the focus stays.
  useEffect(() => {
    for (const radio of radios.current?.querySelectorAll('input') ?? []) radio.checked = radio.value === shown;
  });
  return (
    <div className="choice-card" lang={language === reader ? undefined : language}>
      <PurposeCard
        headingLevel={3}
        title={purpose.title}
        whatFor={purpose.plain}
        whatIsNeeded={needed}
        howLong={purpose.retentionText}
        recipients={purpose.recipients}
        ifNo={purpose.refusal}
      >
        <div ref={radios}>
          {!over && (
            <YesNo
              name={choiceName(standing.id)}
              question={purpose.title}
              hideQuestion
              defaultValue={shown ?? undefined}
              onChoose={(answer) => {
                if (answer !== shown) onChoose(standing.id, answer);
              }}
            />
          )}
        </div>
        <div className="choice-card__state" lang={reader}>
          <ChoiceState
            standing={standing}
            progress={progress}
            retired={retired}
            onChoose={onChoose}
            onRetry={onRetry}
          />
          {retired && <p className="choice-card__words">{over ? t.retiredOver : t.retired}</p>}
          {outdated && progress.kind === 'idle' && (
            <p className="choice-card__words">
              {t.wordsChanged}{' '}
              <Button kind="plain" onClick={onCompare}>
                {t.compare}
              </Button>
            </p>
          )}
        </div>
      </PurposeCard>
    </div>
  );
}

/** What the card shows as chosen: the wish while it is on its way, then how things stand. */
function shownAnswer({ standing }: PurposeStanding, progress: ChoiceProgress): YesOrNo | null {
  if (progress.kind === 'busy' || progress.kind === 'waiting' || progress.kind === 'done') return progress.to;
  if (standing === 'not-asked') return null;
  return standing === 'held' ? 'yes' : 'no';
}
