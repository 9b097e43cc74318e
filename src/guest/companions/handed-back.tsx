import { type ReactNode, useEffect, useRef } from 'react';
import { Button } from '../../ui/components/button.tsx';
import { Icon } from '../../ui/components/icon.tsx';
import { Screen } from '../../ui/components/screen.tsx';
import { loadCompanionWords } from '../../ui/messages/load-companion-words.ts';
import { useMessages } from '../../ui/messages/messages-provider.tsx';
import { MoreMessages } from '../../ui/messages/more-messages.tsx';
import type { Device } from '../phone/device.ts';
import type { CompanionPart, PosterFragment } from '../registration/poster-fragment.ts';
import { companionLink } from './companion-link.ts';
import { startAfresh } from './start-afresh.ts';
import '../welcome/refusal-screen.css';

interface HandedBackProps {
  readonly top: ReactNode;
  readonly device: Device;
  readonly property: string;
  readonly fragment: PosterFragment;
  readonly companion: CompanionPart;
}

/** The phone is its owner's again. It holds neither registration, and says why. */
export function HandedBack(props: HandedBackProps) {
  return (
    <MoreMessages load={loadCompanionWords}>
      <Words {...props} />
    </MoreMessages>
  );
}

function Words({ top, device, property, fragment, companion }: HandedBackProps) {
  const t = useMessages('companions');
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  const { fingerprint, channel } = fragment;
  const next = companionLink(
    { origin: device.origin, property, fingerprint, channel },
    { ...companion, phone: 'handed' },
  );
  return (
    <Screen
      top={top}
      actions={
        <Button wide icon="share" onClick={() => startAfresh(device.window, next)}>
          {t.backNext}
        </Button>
      }
    >
      <div className="refusal-screen">
        <Icon name="phone" size="large" />
        <h1 ref={heading} tabIndex={-1}>
          {t.backTitle}
        </h1>
        <p className="refusal-screen__text">{t.backText}</p>
        <p>{t.backOwn}</p>
      </div>
    </Screen>
  );
}
