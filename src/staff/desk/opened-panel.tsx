import { useEffect, useRef } from 'react';
import type { PurposePayload } from '../../pii/payloads.ts';
import { Button } from '../../ui/components/button.tsx';
import { CopyButton } from '../../ui/components/copy-button.tsx';
import { CountdownRing } from '../../ui/components/countdown-ring.tsx';
import { useLanguage, useMessages } from '../../ui/messages/messages-provider.tsx';
import { useTools } from '../app/tools.tsx';
import { useSecondsLeft } from '../session/use-seconds-left.ts';
import { openSeconds } from './open-purpose.ts';
import { openedFacts } from './opened-facts.ts';
import './opened-panel.css';

interface OpenedPanelProps {
  readonly payload: PurposePayload;
  /** Milliseconds. */
  readonly closesAt: number;
  readonly onClose: () => void;
}

/** What was sealed, for half a minute. */
export function OpenedPanel({ payload, closesAt, onClose }: OpenedPanelProps) {
  const t = useMessages('staff');
  const language = useLanguage();
  const { timers } = useTools();
  const left = useSecondsLeft(timers, closesAt, onClose);
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  return (
    <section className="opened-panel">
      <div className="opened-panel__head">
        <div>
          <h2 ref={heading} tabIndex={-1}>
            {t.purposes[payload.purpose]}
          </h2>
          <p>{t.opening.closesItself}</p>
        </div>
        <CountdownRing left={left} total={openSeconds} />
      </div>
      {openedFacts(payload, t, language).map((person) => (
        <dl key={person.key} className="opened-panel__facts">
          {person.facts.map(({ term, value, shown, copy }) => (
            <div key={term}>
              <dt>{term}</dt>
              <dd>
                <bdi>{shown ?? value}</bdi>
                {copy && <CopyButton text={value} label={t.opening.copy(term)} />}
              </dd>
            </div>
          ))}
        </dl>
      ))}
      <Button icon="close" onClick={onClose}>
        {t.opening.closeNow}
      </Button>
    </section>
  );
}
