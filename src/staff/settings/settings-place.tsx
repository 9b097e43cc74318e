import { useCallback } from 'react';
import { Screen } from '../../ui/components/screen.tsx';
import { useMessages } from '../../ui/messages/messages-provider.tsx';
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
  return (
    <div className="place">
      <Screen>
        <h1>{t.title}</h1>
        <p>{t.lead}</p>
        <FetchedPart fetched={fetched} loading={t.loading}>
          {(kept) => (
            <SettingsForm
              key={kept.revision}
              session={session}
              kept={kept}
              onSaved={(saved) => {
                fetched.put(saved);
                onHotelChanged();
                onSay(t.saved);
              }}
              onTheirs={(theirs) => {
                fetched.put(theirs);
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
