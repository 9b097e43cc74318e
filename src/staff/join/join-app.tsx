import { useCallback, useEffect, useRef, useState } from 'react';
import { invitationToken } from '../../crypto/invitation.ts';
import type { InvitationAnswer, InvitationView } from '../../protocol/invitation.ts';
import { localized } from '../../protocol/languages.ts';
import type { AnyProblem } from '../../protocol/problems.ts';
import { Button } from '../../ui/components/button.tsx';
import { ProgressNote } from '../../ui/components/progress-note.tsx';
import { Screen } from '../../ui/components/screen.tsx';
import { StateNote } from '../../ui/components/state-note.tsx';
import { useLanguage, useMessages } from '../../ui/messages/messages-provider.tsx';
import { problemOf } from '../api/call.ts';
import { FourWords } from '../app/four-words.tsx';
import { UnreadNote } from '../app/unread-note.tsx';
import { StaffTop } from '../app/staff-top.tsx';
import { useTools } from '../app/tools.tsx';
import { usePolling } from '../app/use-polling.ts';
import { useScreenFocus } from '../app/use-screen-focus.ts';
import { type InvitationLink, type Made, makeAnswer, ownWords } from './answer-invitation.ts';
import { JoinForm } from './join-form.tsx';

interface JoinAppProps {
  /** Null where the address holds none. */
  readonly link: InvitationLink | null;
  /** What was made here before the page was loaded again. */
  readonly made: Made | null;
  readonly onMade: (made: Made) => void;
  readonly onSignIn: (property: string) => void;
}

export function JoinApp({ link, ...props }: JoinAppProps) {
  const t = useMessages('staff').join;
  if (link !== null) return <Joining link={link} {...props} />;
  return (
    <Screen top={<StaffTop />}>
      <Ending {...t.unknown} />
    </Screen>
  );
}

type Invited = NonNullable<InvitationView['invited']>;
type JoiningProps = Omit<JoinAppProps, 'link'> & { readonly link: InvitationLink };

/** The invited person's side: own keys and passphrase on their own device, then the words, then the desk. */
function Joining({ link, made: kept, onMade, onSignIn }: JoiningProps) {
  const t = useMessages('staff').join;
  const language = useLanguage();
  const { door, timers, random, memory } = useTools();
  const [view, setView] = useState<InvitationView | null>(null);
  const [made, setMade] = useState(kept);
  const [words, setWords] = useState<Uint8Array | null>(null);
  const [problem, setProblem] = useState<AnyProblem | null>(null);
  const [busy, setBusy] = useState(false);
  // The very same is sent again after the line broke: the server may have it already.
  const sent = useRef<{ readonly passphrase: string; readonly answer: InvitationAnswer }>(null);

  const look = useCallback(async () => {
    try {
      setView(await door.viewInvitation(await invitationToken(link.secret)));
      setProblem(null);
    } catch (error) {
      setProblem(problemOf(error));
    }
  }, [door, link]);
  const waits = made !== null && (view === null || view.state === 'answered' || view.state === 'open');
  usePolling(timers, waits || view === null ? look : null);
  useEffect(() => {
    if (made !== null) ownWords(link, made).then(setWords, () => setProblem('not_found'));
  }, [link, made]);

  const join = async (passphrase: string, property: string, { handle, again }: Invited) => {
    setProblem(null);
    setBusy(true);
    try {
      const before = sent.current?.passphrase === passphrase ? sent.current.answer : null;
      const answer = before ?? (await makeAnswer(link, passphrase, { now: timers.now(), random }, again));
      sent.current = { passphrase, answer };
      await door.answerInvitation(answer);
      sent.current = null;
      const { id: person, publicKey } = answer;
      memory.change({ property, handle });
      onMade({ person, publicKey });
      setMade({ person, publicKey });
    } catch (error) {
      setProblem(problemOf(error));
      if (problemOf(error) !== 'offline') await look();
    } finally {
      setBusy(false);
    }
  };

  const joined = view?.state === 'confirmed' && made !== null;
  const comparing = waits && words !== null;
  useScreenFocus(view === null ? null : joined ? 'joined' : comparing ? 'words' : view.state);

  if (view === null) {
    return (
      <Screen top={<StaffTop />}>
        {problem === null && <ProgressNote>{t.loading}</ProgressNote>}
        {problem === 'not_found' && <Ending {...t.unknown} />}
        {problem !== null && problem !== 'not_found' && <UnreadNote problem={problem} onRetry={() => void look()} />}
      </Screen>
    );
  }
  const { property, state, invited } = view;
  if (joined) {
    return (
      <Screen
        top={<StaffTop />}
        actions={
          <Button kind="primary" wide onClick={() => onSignIn(property)}>
            {t.toSignIn}
          </Button>
        }
      >
        <h1>{t.confirmedTitle}</h1>
        <p>{t.confirmedText}</p>
      </Screen>
    );
  }
  if (comparing) {
    return (
      <Screen top={<StaffTop />}>
        <h1>{t.wordsTitle}</h1>
        <p>{t.wordsText}</p>
        <FourWords bytes={words} />
        <StateNote state={problem === 'offline' ? 'offline' : 'waiting'} word={t.waiting} announce="polite">
          {t.waitingText}
        </StateNote>
      </Screen>
    );
  }
  if (state === 'open' && invited !== null) {
    return (
      <JoinForm
        hotel={localized(view.hotel, language)}
        invited={invited}
        busy={busy}
        problem={problem}
        onJoin={(passphrase) => void join(passphrase, property, invited)}
      />
    );
  }
  const ending = state === 'expired' || state === 'called-off' ? t.over[state] : t.over.used;
  return (
    <Screen top={<StaffTop />}>
      <Ending {...ending} />
    </Screen>
  );
}

function Ending({ title, text }: { readonly title: string; readonly text: string }) {
  return (
    <>
      <h1>{title}</h1>
      <p>{text}</p>
    </>
  );
}
