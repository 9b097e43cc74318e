import type { ReactNode } from 'react';
import type { GuestDetails } from '../../pii/details.ts';
import { cardPayload } from '../../pii/payloads.ts';
import type { Notice } from '../../protocol/notice.ts';
import type { AnyProblem } from '../../protocol/problems.ts';
import type { PurposeId } from '../../protocol/purposes.ts';
import { Button } from '../../ui/components/button.tsx';
import { Screen } from '../../ui/components/screen.tsx';
import { StateNote } from '../../ui/components/state-note.tsx';
import { Steps } from '../../ui/components/steps.tsx';
import { loadCompanionWords } from '../../ui/messages/load-companion-words.ts';
import { useMessages } from '../../ui/messages/messages-provider.tsx';
import { MoreMessages } from '../../ui/messages/more-messages.tsx';
import { useProblemWords } from '../../ui/messages/use-problem-words.ts';
import { Rules } from '../welcome/rules.tsx';
import { ToldFor, ToldStay } from './told.tsx';
import './review-screen.css';

interface ReviewScreenProps {
  readonly top: ReactNode;
  readonly notice: Notice;
  readonly details: GuestDetails;
  readonly chosen: readonly PurposeId[];
  readonly statutory: readonly PurposeId[];
  readonly problem: AnyProblem | null;
  readonly busy: boolean;
  readonly window: Window;
  /** Where the details came from; null where they were typed. */
  readonly filledNote: ReactNode;
  readonly onBack: () => void;
  readonly onSeal: () => void;
}

/** What goes where, envelope by envelope, and the one button. */
export function ReviewScreen(props: ReviewScreenProps) {
  const { top, notice, details, chosen, statutory, problem, busy, window, filledNote, onBack, onSeal } = props;
  const t = useMessages('guest').review;
  const common = useMessages('common');
  const problemWords = useProblemWords();
  const sealed = notice.purposes.filter(({ id }) => chosen.includes(id) || statutory.includes(id));
  const refused = notice.purposes.filter(({ id, basis }) => basis === 'consent' && !chosen.includes(id));
  const { maskedContact } = cardPayload(details);
  return (
    <Screen
      top={
        <>
          <Steps current={3} total={4} />
          {top}
        </>
      }
      actions={
        <>
          <Button kind="primary" wide icon="lock" busy={busy} onClick={onSeal}>
            {busy ? t.sealing : t.seal}
          </Button>
          <Button kind="plain" onClick={onBack}>
            {common.edit}
          </Button>
        </>
      }
    >
      <h1 tabIndex={-1}>{t.title}</h1>
      <p>{t.intro}</p>
      <MoreMessages load={loadCompanionWords}>
        <UnderFourteen />
      </MoreMessages>
      {filledNote}
      {problem !== null && (
        <StateNote state="failed" word={problemWords(problem).title} announce="now">
          <p>{problemWords(problem).text}</p>
        </StateNote>
      )}
      {sealed.map((purpose) => (
        <section key={purpose.id} className="review-screen__envelope">
          <h2 className="review-screen__title">{purpose.title}</h2>
          <ToldFor purpose={purpose.id} details={details} />
          <p className="review-screen__kept">{purpose.retentionText}</p>
        </section>
      ))}
      <section className="review-screen__envelope">
        <h2 className="review-screen__title">{t.list}</h2>
        <p className="review-screen__kept">{t.listText}</p>
        <p>
          {details.name}
          {maskedContact === null ? '' : ` · ${maskedContact}`}
        </p>
      </section>
      <section className="review-screen__open">
        <h2 className="review-screen__title">{t.stay}</h2>
        <ToldStay details={details} />
        <p className="review-screen__kept">{t.inClear}</p>
      </section>
      {refused.length > 0 && (
        <section className="review-screen__open">
          <h2 className="review-screen__title">{t.saidNo}</h2>
          <ul>
            {refused.map((purpose) => (
              <li key={purpose.id}>{purpose.title}</li>
            ))}
          </ul>
          <p className="review-screen__kept">{t.nothingSent}</p>
        </section>
      )}
      <Rules notice={notice} window={window} />
    </Screen>
  );
}

/** Whoever shows their document at the desk was never asked how old they are (PIPL 31). */
function UnderFourteen() {
  return <p className="review-screen__kept">{useMessages('companions').guardian.ask}</p>;
}
