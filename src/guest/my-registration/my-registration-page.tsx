import { type ReactNode, useEffect, useState } from 'react';
import { useAssisted } from '../assisted/assisted-context.ts';
import { Button } from '../../ui/components/button.tsx';
import { Icon } from '../../ui/components/icon.tsx';
import { ProgressNote } from '../../ui/components/progress-note.tsx';
import { Screen } from '../../ui/components/screen.tsx';
import { loadRegistrationCatalogue } from '../../ui/messages/load-registration-catalogue.ts';
import { useLanguage, useMessages } from '../../ui/messages/messages-provider.tsx';
import { FailureBoundary } from '../app/failure-boundary.tsx';
import { PageFrame } from '../app/page-frame.tsx';
import type { Words } from '../app/words.ts';
import { KeptOr } from '../outbox/kept-here.tsx';
import type { Device } from '../phone/device.ts';
import { takeSecret } from '../registration/take-secret.ts';
import { RefusalScreen } from '../welcome/refusal-screen.tsx';
import { OpenRegistration } from './open-registration-pages.tsx';
import { useMyRegistration } from './use-my-registration.ts';

interface MyRegistrationPageProps {
  readonly words: Words;
  readonly device: Device;
  /** From the address, out of which it was taken already; null where there was none. */
  readonly secret: string | null;
}

/** A guest's registration, opened by the link on the receipt alone. */
export function MyRegistrationPage({ words, device, secret: first }: MyRegistrationPageProps) {
  const [secret, setSecret] = useState(first);
  // Another link opened in the same place changes nothing but what stands behind #.
  useEffect(() => {
    const { window } = device;
    const changed = () => {
      const next = takeSecret(window);
      if (next !== null) setSecret(next);
    };
    window.addEventListener('hashchange', changed);
    return () => window.removeEventListener('hashchange', changed);
  }, [device]);
  return (
    <PageFrame
      words={words}
      device={device}
      load={loadRegistrationCatalogue}
      title={(guest) => guest.registration.title}
    >
      {(top) => (
        <FailureBoundary>
          {secret === null ? (
            <KeptOr top={top} device={device} property={null}>
              <WrongLink top={top} kind="noSecret" />
            </KeptOr>
          ) : (
            <WithSecret key={secret} top={top} device={device} secret={secret} />
          )}
        </FailureBoundary>
      )}
    </PageFrame>
  );
}

interface WithSecretProps {
  readonly top: ReactNode;
  readonly device: Device;
  readonly secret: string;
}

function WithSecret({ top, device, secret }: WithSecretProps) {
  const t = useMessages('guest').registration;
  const language = useLanguage();
  const registration = useMyRegistration(device, secret, language);
  const { opening, retry } = registration;
  if (opening.kind === 'opening') {
    return (
      <Screen top={top}>
        <ProgressNote>{t.opening}</ProgressNote>
      </Screen>
    );
  }
  if (opening.kind === 'failed') {
    const { problem } = opening;
    if (problem === 'not_found' || problem === 'gone') return <WrongLink top={top} kind="wrong" />;
    return <RefusalScreen top={top} problem={problem} window={null} onAgain={retry} />;
  }
  return <OpenRegistration top={top} device={device} secret={secret} open={opening} registration={registration} />;
}

function WrongLink({ top, kind }: { readonly top: ReactNode; readonly kind: 'wrong' | 'noSecret' }) {
  const t = useMessages('guest').registration;
  const common = useMessages('common');
  const assisted = useAssisted();
  return (
    <Screen
      top={top}
      actions={
        assisted === null ? undefined : (
          <Button wide icon="back" onClick={assisted.again}>
            {common.back}
          </Button>
        )
      }
    >
      <div className="refusal-screen">
        <Icon name="link" size="large" />
        <h1 tabIndex={-1}>{t[kind]}</h1>
        <p className="refusal-screen__text">{t[`${kind}Text`]}</p>
      </div>
    </Screen>
  );
}
