import type { ReactNode } from 'react';
import type { GuestDetails } from '../../pii/details.ts';
import { cardPayload } from '../../pii/payloads.ts';
import type { AnyProblem } from '../../protocol/problems.ts';
import type { PurposeId } from '../../protocol/purposes.ts';
import { Button } from '../../ui/components/button.tsx';
import { Screen } from '../../ui/components/screen.tsx';
import { StateNote } from '../../ui/components/state-note.tsx';
import { useMessages } from '../../ui/messages/messages-provider.tsx';
import { useProblemWords } from '../../ui/messages/use-problem-words.ts';
import { ToldFor, ToldStay } from '../form/told.tsx';
import '../form/review-screen.css';
import { cardTouched } from './correction.ts';
import './correct-review.css';

interface CorrectReviewProps {
  readonly top: ReactNode;
  readonly before: GuestDetails;
  readonly after: GuestDetails;
  /** Purposes whose envelopes are sealed anew, with their titles. */
  readonly touched: readonly { readonly id: PurposeId; readonly title: string; readonly held: boolean }[];
  readonly busy: boolean;
  readonly problem: AnyProblem | null;
  readonly onBack: () => void;
  readonly onSeal: () => void;
}

/** What each envelope held and will hold, and the one button. */
export function CorrectReview(props: CorrectReviewProps) {
  const { top, before, after, touched, busy, problem, onBack, onSeal } = props;
  const t = useMessages('myRegistration').correct;
  const told = useMessages('myRegistration').told;
  const review = useMessages('guest').review;
  const common = useMessages('common');
  const problemWords = useProblemWords();
  const stay = [before, after].map(({ checkIn, checkOut, partySize }) => `${checkIn} ${checkOut} ${partySize}`);
  const listed = (details: GuestDetails) => {
    const { name, maskedContact } = cardPayload(details);
    return <p>{maskedContact === null ? name : `${name} · ${maskedContact}`}</p>;
  };
  return (
    <Screen
      top={top}
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
      <h1 tabIndex={-1}>{t.review}</h1>
      <p>{t.reviewText}</p>
      {problem !== null && (
        <StateNote
          state={problem === 'offline' ? 'offline' : 'failed'}
          word={problem === 'offline' ? undefined : problemWords(problem).title}
          announce="now"
        >
          <p>{problem === 'offline' ? t.waiting : problemWords(problem).text}</p>
        </StateNote>
      )}
      {touched.map(({ id, title, held }) => (
        <section key={id} className="review-screen__envelope">
          <h2 className="review-screen__title">{title}</h2>
          {held && <Was>{<ToldFor purpose={id} details={before} />}</Was>}
          <Becomes>
            <ToldFor purpose={id} details={after} />
          </Becomes>
        </section>
      ))}
      {cardTouched(before, after) && (
        <section className="review-screen__envelope">
          <h2 className="review-screen__title">{told.list}</h2>
          <Was>{listed(before)}</Was>
          <Becomes>{listed(after)}</Becomes>
        </section>
      )}
      {stay[0] !== stay[1] && (
        <section className="review-screen__open">
          <h2 className="review-screen__title">{review.stay}</h2>
          <Was>
            <ToldStay details={before} />
          </Was>
          <Becomes>
            <ToldStay details={after} />
          </Becomes>
          <p className="review-screen__kept">{review.inClear}</p>
        </section>
      )}
    </Screen>
  );
}

function Was({ children }: { readonly children: ReactNode }) {
  const t = useMessages('myRegistration').correct;
  return (
    <div className="correct-review__was">
      <p className="correct-review__label">{t.before}</p>
      {children}
    </div>
  );
}

function Becomes({ children }: { readonly children: ReactNode }) {
  const t = useMessages('myRegistration').correct;
  return (
    <div>
      <p className="correct-review__label">{t.after}</p>
      {children}
    </div>
  );
}
