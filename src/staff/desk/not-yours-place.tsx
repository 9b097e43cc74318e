import { Button } from '../../ui/components/button.tsx';
import { EmptyState } from '../../ui/components/empty-state.tsx';
import { Screen } from '../../ui/components/screen.tsx';
import { useMessages } from '../../ui/messages/messages-provider.tsx';

/** Where somebody comes for whom a place isn't, whichever way: says so, and shows nothing of it. */
export function NotYoursPlace({ onDesk }: { readonly onDesk: () => void }) {
  const t = useMessages('staff').shell;
  return (
    <div className="place">
      <Screen>
        <h1>{t.notYours}</h1>
        <EmptyState
          icon="lock"
          action={
            <Button kind="primary" onClick={onDesk}>
              {t.toDesk}
            </Button>
          }
        >
          {t.notYoursText}
        </EmptyState>
      </Screen>
    </div>
  );
}
