import { useCallback, useState } from 'react';
import type { KeptSettings } from '../../protocol/hotel-settings.ts';
import { Screen } from '../../ui/components/screen.tsx';
import { useMessages } from '../../ui/messages/messages-provider.tsx';
import { useDraft } from '../app/drafts.tsx';
import { FetchedPart } from '../app/fetched-part.tsx';
import { useFetched } from '../app/use-fetched.ts';
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
  const { api } = session;
  const fetched = useFetched(useCallback(() => api.settings(), [api]));
  const [, put] = useDraft('settings');
  /** Grows whenever the form begins anew. */
  const [round, setRound] = useState(0);
  const begin = (kept: KeptSettings) => {
    put(undefined);
    setRound((before) => before + 1);
    fetched.put(kept);
  };
  return (
    <div className="place">
      <Screen>
        <h1>{t.title}</h1>
        <p>{t.lead}</p>
        <FetchedPart fetched={fetched} loading={t.loading}>
          {(kept) => (
            <SettingsForm
              key={round}
              session={session}
              kept={kept}
              onDiscard={() => begin(kept)}
              onSaved={(saved) => {
                begin(saved);
                onHotelChanged();
                onSay(t.saved);
              }}
              onTheirs={(theirs) => {
                begin(theirs);
                onHotelChanged();
              }}
              onEnded={onEnded}
            />
          )}
        </FetchedPart>
      </Screen>
    </div>
  );
}
