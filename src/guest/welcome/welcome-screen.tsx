import { type FormEvent, type ReactNode, useId } from 'react';
import type { Notice } from '../../protocol/notice.ts';
import { Button } from '../../ui/components/button.tsx';
import { Screen } from '../../ui/components/screen.tsx';
import { Steps } from '../../ui/components/steps.tsx';
import { useMessages } from '../../ui/messages/messages-provider.tsx';
import { InTurn } from '../app/in-turn.tsx';
import type { Trust } from '../app/use-trust.ts';
import type { Choices } from '../registration/choices.ts';
import { LawPart, PurposeChoice } from './purpose-choice.tsx';
import { readChoices } from './read-choices.ts';
import { Rules } from './rules.tsx';
import { TrustNote } from './trust-note.tsx';
import './welcome-screen.css';

interface WelcomeScreenProps {
  readonly top: ReactNode;
  readonly notice: Notice;
  readonly trust: Trust;
  readonly choices: Choices;
  readonly window: Window | null;
  /** Waiting for the rules to be checked. */
  readonly busy: boolean;
  /** What this phone has from an earlier visit. */
  readonly kept: ReactNode;
  /** What has to be said before the choices. */
  readonly note: ReactNode;
  readonly onRetryTrust: () => void;
  readonly onContinue: (choices: Choices) => void;
}

/** What a guest reads first, and the choices. All of it is in the page the server sends. */
export function WelcomeScreen(props: WelcomeScreenProps) {
  const { top, notice, trust, choices, window, busy, kept, note, onRetryTrust, onContinue } = props;
  const t = useMessages('guest');
  const common = useMessages('common');
  const formId = useId();
  const law = notice.purposes.filter(({ basis }) => basis === 'law');
  const optional = notice.purposes.filter(({ basis }) => basis === 'consent');
  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    onContinue(readChoices(event.currentTarget));
  }
  return (
    <Screen
      top={
        <>
          <Steps current={1} total={4} />
          {top}
        </>
      }
      actions={
        <Button kind="primary" wide type="submit" form={formId} busy={busy}>
          {common.next}
        </Button>
      }
    >
      <h1 tabIndex={-1}>{notice.controller.name}</h1>
      <p className="welcome-screen__promise">{notice.promise}</p>
      <noscript>
        <p className="welcome-screen__no-scripts">{t.welcome.noScripts}</p>
      </noscript>
      {kept}
      {note}
      <TrustNote trust={trust} onRetry={onRetryTrust} />
      <Rules notice={notice} window={window} />
      {/* A tap on "next" before the script runs goes nowhere, instead of leaving the page. */}
      <form method="dialog" id={formId} className="welcome-screen__choices" autoComplete="off" onSubmit={submit}>
        <h2>{t.welcome.choose}</h2>
        <p>{t.welcome.chooseText}</p>
        <InTurn turn={0}>
          <div className="welcome-screen__optional">
            {optional.map((purpose) => (
              <PurposeChoice key={purpose.id} purpose={purpose} choices={choices} />
            ))}
          </div>
        </InTurn>
        <p className="welcome-screen__open">{t.welcome.openMeansNo}</p>
        {law.length > 0 && (
          <InTurn turn={1}>
            <section className="welcome-screen__law">
              <h2>{t.welcome.lawPart}</h2>
              {law.map((purpose) => (
                <LawPart key={purpose.id} purpose={purpose} choices={choices} />
              ))}
            </section>
          </InTurn>
        )}
      </form>
    </Screen>
  );
}
