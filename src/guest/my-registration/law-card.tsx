import { Button } from '../../ui/components/button.tsx';
import { PurposeCard } from '../../ui/components/purpose-card.tsx';
import { useLanguage, useMessages } from '../../ui/messages/messages-provider.tsx';
import { useNeeded } from '../welcome/use-needed.ts';
import type { PurposeStanding } from './my-registration.ts';
import type { PurposeWords } from './purpose-words.ts';
import { StandingText } from './standing-text.tsx';

interface LawCardProps {
  readonly standing: PurposeStanding;
  readonly words: PurposeWords;
  /** Opens the form; null where there is nothing to be filled in. */
  readonly onEnter: (() => void) | null;
}

/** What the law asks, and how it stands. No yes or no. */
export function LawCard({ standing, words: { purpose, language }, onEnter }: LawCardProps) {
  const t = useMessages('myRegistration').choices;
  const common = useMessages('common');
  const needed = useNeeded(purpose);
  const reader = useLanguage();
  const [citation] = purpose.citations;
  return (
    <div className="choice-card" lang={language === reader ? undefined : language}>
      <PurposeCard
        headingLevel={3}
        title={purpose.title}
        whatFor={purpose.plain}
        whatIsNeeded={needed}
        howLong={purpose.retentionText}
        law={{ article: citation === undefined ? '' : common.notice.citation(citation.law, citation.article) }}
      >
        <div className="choice-card__state" lang={reader}>
          <StandingText standing={standing} law />
          {standing.ground !== null && <p className="choice-card__standing">{standing.ground}</p>}
          {standing.standing === 'not-asked' && onEnter !== null && <Button onClick={onEnter}>{t.enterHere}</Button>}
        </div>
      </PurposeCard>
    </div>
  );
}
