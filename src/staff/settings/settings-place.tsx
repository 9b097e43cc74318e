import { useCallback, useEffect, useState } from 'react';
import type { KeptSettings } from '../../protocol/hotel-settings.ts';
import type { AnyProblem } from '../../protocol/problems.ts';
import { Button } from '../../ui/components/button.tsx';
import { ProgressNote } from '../../ui/components/progress-note.tsx';
import { Screen } from '../../ui/components/screen.tsx';
import { useMessages } from '../../ui/messages/messages-provider.tsx';
import { problemOf } from '../api/call.ts';
import { ProblemNote } from '../app/problem-note.tsx';
import type { Session } from '../session/sign-in.ts';
import { SettingsForm } from './settings-form.tsx';

interface SettingsPlaceProps {
  readonly session: Session;
  /** The desk reads them with the hotel. */
  readonly onHotelChanged: () => void;
  readonly onSay: (words: string) => void;
  readonly onEnded: () => void;
}

/** How the hotel works, for its owner to change. */
export function SettingsPlace({ session, onHotelChanged, onSay, onEnded }: SettingsPlaceProps) {
  const t = useMessages('staff').settings;
  const common = useMessages('common');
  const [kept, setKept] = useState<KeptSettings | null>(null);
  const [problem, setProblem] = useState<AnyProblem | null>(null);
  const { api } = session;
  const load = useCallback(() => {
    api.settings().then(setKept, (error: unknown) => setProblem(problemOf(error)));
  }, [api]);
  useEffect(load, [load]);
  const retry = () => {
    setProblem(null);
    load();
  };
  return (
    <div className="place">
      <Screen>
        <h1>{t.title}</h1>
        <p>{t.lead}</p>
        {problem !== null && <ProblemNote problem={problem} action={<Button onClick={retry}>{common.retry}</Button>} />}
        {kept === null && problem === null && <ProgressNote>{t.loading}</ProgressNote>}
        {kept !== null && (
          <SettingsForm
            key={kept.revision}
            session={session}
            kept={kept}
            onSaved={(saved) => {
              setKept(saved);
              onHotelChanged();
              onSay(t.saved);
            }}
            onTheirs={(theirs) => {
              setKept(theirs);
              onHotelChanged();
            }}
            onEnded={onEnded}
          />
        )}
      </Screen>
    </div>
  );
}
