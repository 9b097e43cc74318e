import { useState } from 'react';
import type { AnyProblem } from '../../protocol/problems.ts';
import { isDue } from '../../protocol/reminders.ts';
import { purposeIds } from '../../protocol/purposes.ts';
import { Button } from '../../ui/components/button.tsx';
import { Screen } from '../../ui/components/screen.tsx';
import { StateNote } from '../../ui/components/state-note.tsx';
import { formatInstant } from '../../ui/messages/format-date.ts';
import { useLanguage, useMessages } from '../../ui/messages/messages-provider.tsx';
import { problemOf } from '../api/call.ts';
import { ProblemNote } from '../app/problem-note.tsx';
import { useTools } from '../app/tools.tsx';
import type { Session } from '../session/sign-in.ts';
import type { Reminders } from './use-reminders.ts';

interface TrainingPlaceProps {
  readonly session: Session;
  readonly reminders: Reminders;
  readonly onEnded: () => void;
}

/** What everybody at the desk has to know, in a few minutes' reading, and their own word that they do. */
export function TrainingPlace({ session, reminders, onEnded }: TrainingPlaceProps) {
  const staff = useMessages('staff');
  const t = staff.training;
  const common = useMessages('common');
  const language = useLanguage();
  const { timers } = useTools();
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<AnyProblem | null>(null);
  const { trainedAt, trained } = reminders;
  const { person, api } = session;
  const due = isDue('training', trainedAt, timers.now());
  const opens = purposeIds.filter((id) => person.granted.includes(id)).map((id) => staff.purposes[id]);

  const confirm = async () => {
    if (busy) return;
    setBusy(true);
    setProblem(null);
    try {
      await api.confirmTraining();
      trained();
    } catch (error) {
      const code = problemOf(error);
      if (code === 'session_ended') onEnded();
      else setProblem(code);
    }
    setBusy(false);
  };

  return (
    <div className="place">
      <Screen
        actions={
          due && (
            <Button kind="primary" wide busy={busy} onClick={() => void confirm()}>
              {t.confirm}
            </Button>
          )
        }
      >
        <h1>{t.title}</h1>
        <p>{t.lead}</p>
        <section>
          <h2>{t.opens.title}</h2>
          <p>{opens.length === 0 ? t.opens.nothing : t.opens.these(opens.join(common.listSeparator))}</p>
          <p>{t.opens.text}</p>
        </section>
        {t.sections.map(({ title, texts }) => (
          <section key={title}>
            <h2>{title}</h2>
            {texts.map((text) => (
              <p key={text}>{text}</p>
            ))}
          </section>
        ))}
        {problem !== null && <ProblemNote problem={problem} />}
        {trainedAt !== null && (
          <StateNote state={due ? 'waiting' : 'done'} word={due ? t.banner.training : t.done} announce="polite">
            {t.last(formatInstant(trainedAt, language, 'Asia/Shanghai', 'date'))}
          </StateNote>
        )}
      </Screen>
    </div>
  );
}
