import type { ReactNode } from 'react';
import { Button } from '../../ui/components/button.tsx';
import { Icon } from '../../ui/components/icon.tsx';
import { Screen } from '../../ui/components/screen.tsx';
import { useMessages } from '../../ui/messages/messages-provider.tsx';
import './ending-screen.css';

/** Nothing chosen is a good ending: nothing stored, nothing sent, and the desk. */
export function EndingScreen({ top, onBack }: { readonly top: ReactNode; readonly onBack: () => void }) {
  const t = useMessages('guest').ending;
  return (
    <Screen
      top={top}
      actions={
        <Button kind="quiet" wide icon="back" onClick={onBack}>
          {t.change}
        </Button>
      }
    >
      <div className="ending-screen">
        <Icon name="desk" size="large" />
        <h1 tabIndex={-1}>{t.title}</h1>
        <p>{t.text}</p>
        <p className="ending-screen__next">{t.next}</p>
      </div>
    </Screen>
  );
}
