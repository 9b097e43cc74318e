import type { ReactNode } from 'react';
import type { NoticePurpose } from '../../protocol/notice.ts';
import type { AnyProblem } from '../../protocol/problems.ts';
import { Button } from '../../ui/components/button.tsx';
import { Icon } from '../../ui/components/icon.tsx';
import { Screen } from '../../ui/components/screen.tsx';
import { StateNote } from '../../ui/components/state-note.tsx';
import { useLanguage, useMessages } from '../../ui/messages/messages-provider.tsx';
import { useProblemWords } from '../../ui/messages/use-problem-words.ts';
import type { MyRegistration } from './my-registration.ts';
import { purposeWords } from './purpose-words.ts';
import './delete-page.css';

interface DeletePageProps {
  readonly top: ReactNode;
  readonly mine: MyRegistration;
  readonly busy: boolean;
  /** Why the last try didn't come about. */
  readonly problem: AnyProblem | null;
  readonly onDelete: () => void;
  readonly onCopy: () => void;
  readonly onBack: () => void;
}

/** What goes at once, what a law still holds and until when; one press does it. */
export function DeletePage({ top, mine, busy, problem, onDelete, onCopy, onBack }: DeletePageProps) {
  const t = useMessages('myRegistration').deletion;
  const copy = useMessages('myRegistration').copy;
  const common = useMessages('common');
  const pageLanguage = useLanguage();
  const problemWords = useProblemWords();
  const { arrivedAt } = mine.status;
  const held = mine.standings
    .filter(({ standing }) => standing === 'held')
    .flatMap(({ id }) => purposeWords(id, mine) ?? []);
  const byLaw = held.filter(({ purpose }) => purpose.basis === 'law' && arrivedAt !== null);
  const atOnce = held.filter((one) => !byLaw.includes(one));
  const terms = mine.today?.notice.purposes ?? [];
  return (
    <Screen
      top={top}
      actions={
        <>
          <Button kind="destructive" wide icon="delete" busy={busy} onClick={onDelete}>
            {busy ? t.deleting : t.confirm}
          </Button>
          <Button kind="plain" onClick={onBack}>
            {t.keep}
          </Button>
        </>
      }
    >
      <h1 tabIndex={-1}>{t.title}</h1>
      {problem !== null && (
        <StateNote state={problem === 'offline' ? 'offline' : 'failed'} word={t.failed} announce="now">
          <p>{problem === 'offline' ? t.waiting : problemWords(problem).title}</p>
        </StateNote>
      )}
      <h2 className="delete-page__title">{t.atOnce}</h2>
      <ul className="delete-page__list">
        {atOnce.map(({ purpose, language }) => (
          <li key={purpose.id} lang={language}>
            <Icon name="delete" /> {purpose.title}
          </li>
        ))}
        <li>
          <Icon name="delete" /> {t.card}
        </li>
        {arrivedAt !== null && (
          <li>
            <Icon name="delete" /> {t.desk}
          </li>
        )}
        <li>
          <Icon name="delete" /> {t.self}
        </li>
      </ul>
      <p>{t.selfText}</p>
      <Button icon="download" onClick={onCopy}>
        {copy.open}
      </Button>
      <h2 className="delete-page__title">{t.held}</h2>
      {byLaw.length === 0 && <p>{t.nothingHeld}</p>}
      {byLaw.length > 0 && (
        <>
          <p>{t.heldText}</p>
          <ul className="delete-page__list">
            {byLaw.map(({ purpose, language }) => (
              <li key={purpose.id} lang={language}>
                <Icon name="lock" />
                <span>
                  {purpose.title}
                  {purpose.citations.slice(0, 2).map(({ law, article }) => (
                    <span key={law} className="delete-page__ground">
                      {common.notice.citation(law, article)}
                    </span>
                  ))}
                  <span className="delete-page__ground">{purpose.retentionText}</span>
                  <span className="delete-page__ground" lang={pageLanguage}>
                    {hasTerm(terms.find(({ id }) => id === purpose.id) ?? purpose) ? t.heldUntil : t.heldNoDate}
                  </span>
                </span>
              </li>
            ))}
          </ul>
        </>
      )}
      <h2 className="delete-page__title">{t.stays}</h2>
      <p>{t.staysText}</p>
      <p>{t.backups}</p>
      <p>{t.stayGoesOn}</p>
    </Screen>
  );
}

/** Whether the day is known on which what a law holds is erased: the hotel has entered its term. */
function hasTerm({ retention }: Pick<NoticePurpose, 'retention'>): boolean {
  return retention.kind !== 'statutory' || retention.months !== undefined;
}
