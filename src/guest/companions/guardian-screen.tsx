import { type ReactNode, useEffect, useRef } from 'react';
import { Button } from '../../ui/components/button.tsx';
import { Icon } from '../../ui/components/icon.tsx';
import { Screen } from '../../ui/components/screen.tsx';
import { loadCompanionWords } from '../../ui/messages/load-companion-words.ts';
import { useMessages } from '../../ui/messages/messages-provider.tsx';
import { MoreMessages } from '../../ui/messages/more-messages.tsx';
import '../welcome/refusal-screen.css';

interface GuardianScreenProps {
  readonly top: ReactNode;
  readonly onBack: () => void;
}

/** A guest under 14: kindly to the guardian, with nothing sent and nothing kept. */
export function GuardianScreen(props: GuardianScreenProps) {
  return (
    <MoreMessages load={loadCompanionWords}>
      <Words {...props} />
    </MoreMessages>
  );
}

function Words({ top, onBack }: GuardianScreenProps) {
  const t = useMessages('companions').guardian;
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  return (
    <Screen
      top={top}
      actions={
        <Button wide icon="back" onClick={onBack}>
          {t.back}
        </Button>
      }
    >
      <div className="refusal-screen">
        <Icon name="child" size="large" />
        <h1 ref={heading} tabIndex={-1}>
          {t.title}
        </h1>
        <p className="refusal-screen__text">{t.text}</p>
        <p>{t.nothing}</p>
        <p>{t.desk}</p>
      </div>
    </Screen>
  );
}
