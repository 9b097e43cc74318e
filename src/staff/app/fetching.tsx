import { ProgressNote } from '../../ui/components/progress-note.tsx';
import { Screen } from '../../ui/components/screen.tsx';
import { useMessages } from '../../ui/messages/messages-provider.tsx';

/** A part of the app on its way. */
export function Fetching() {
  const { loading } = useMessages('common');
  return (
    <Screen>
      <ProgressNote>{loading}</ProgressNote>
    </Screen>
  );
}
