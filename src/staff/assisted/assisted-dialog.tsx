import { useState } from 'react';
import { assistedArrivalAddress, assistedReturnAddress } from '../../protocol/assisted-address.ts';
import type { AnyProblem } from '../../protocol/problems.ts';
import { Button } from '../../ui/components/button.tsx';
import { ButtonRow } from '../../ui/components/button-row.tsx';
import { StateNote } from '../../ui/components/state-note.tsx';
import { languageNames } from '../../ui/messages/language.ts';
import { useMessages } from '../../ui/messages/messages-provider.tsx';
import { problemOf } from '../api/call.ts';
import { ProblemNote } from '../app/problem-note.tsx';
import { QuestionDialog } from '../app/question-dialog.tsx';
import { useTools } from '../app/tools.tsx';
import type { Hotel } from '../session/read-hotel.ts';
import type { Session } from '../session/sign-in.ts';
import { WordsButton } from '../words/words-button.tsx';
import './assisted-dialog.css';

interface AssistedDialogProps {
  readonly session: Session;
  readonly hotel: Hotel;
  readonly onPaper: () => void;
  readonly onClose: () => void;
  /** The keys leave memory. */
  readonly onLock: () => void;
}

/** Hands the tablet to a guest: the language first, then the keys go, then the guest's own screens come. */
export function AssistedDialog({ session, hotel, onPaper, onClose, onLock }: AssistedDialogProps) {
  const t = useMessages('staff').assisted;
  const { door, leaveFor } = useTools();
  const { languages } = hotel.profile;
  const [language, setLanguage] = useState(languages[0] ?? 'zh-Hans');
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<AnyProblem | null>(null);

  async function leave(address: string) {
    setBusy(true);
    setProblem(null);
    try {
      // The guest's page has to come from the server; without it the tablet would show an empty page to somebody waiting.
      await door.published(session.property, language);
    } catch (error) {
      setProblem(problemOf(error));
      setBusy(false);
      return;
    }
    onLock();
    leaveFor(address);
  }

  return (
    <QuestionDialog
      onClose={onClose}
      title={t.title}
      action={
        <Button icon="print" onClick={onPaper}>
          {t.paper}
        </Button>
      }
    >
      <p>{t.text}</p>
      <fieldset className="assisted-dialog__languages">
        <legend>{t.language}</legend>
        <ButtonRow>
          {languages.map((one) => (
            <Button key={one} lang={one} aria-pressed={one === language} onClick={() => setLanguage(one)}>
              {languageNames[one]}
            </Button>
          ))}
        </ButtonRow>
      </fieldset>
      <p>
        <WordsButton hotel={hotel} guestLanguage={language} topic="noPhone" />
      </p>
      <div className="assisted-dialog__ways">
        <Button
          kind="primary"
          wide
          busy={busy}
          onClick={() => void leave(assistedArrivalAddress(session.property, hotel.fingerprint, language))}
        >
          {t.register}
        </Button>
        <Button wide busy={busy} onClick={() => void leave(assistedReturnAddress(session.property, language))}>
          {t.mine}
        </Button>
      </div>
      {problem === 'offline' && (
        <StateNote state="offline" announce="now">
          {t.offline}
        </StateNote>
      )}
      {problem !== null && problem !== 'offline' && <ProblemNote problem={problem} />}
    </QuestionDialog>
  );
}
