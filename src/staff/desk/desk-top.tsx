import type { ReactNode } from 'react';
import { localized } from '../../protocol/languages.ts';
import { Button } from '../../ui/components/button.tsx';
import { useLanguage, useMessages } from '../../ui/messages/messages-provider.tsx';
import { SealMark } from '../../ui/seal/seal-mark.tsx';
import type { Hotel } from '../session/read-hotel.ts';
import type { Line } from './desk-snapshot.ts';
import { LineState } from './line-state.tsx';

interface DeskTopProps {
  readonly hotel: Hotel;
  readonly line: Line;
  /** The places. */
  readonly children: ReactNode;
  readonly onAssisted: () => void;
  readonly onLock: () => void;
  readonly onMenu: () => void;
}

/** Above every place: the hotel, the places, the line, and what is always at hand. */
export function DeskTop({ hotel, line, children, onAssisted, onLock, onMenu }: DeskTopProps) {
  const t = useMessages('staff');
  const language = useLanguage();
  return (
    <header className="desk-shell__top off-paper">
      <div className="desk-shell__hotel">
        <SealMark fingerprint={hotel.fingerprintBytes} size="small" />
        <b>{localized(hotel.profile.name, language)}</b>
      </div>
      {children}
      <LineState line={line} />
      <div className="desk-shell__tools">
        <Button icon="person" aria-label={t.assisted.open} onClick={onAssisted}>
          <span className="desk-shell__long">{t.assisted.open}</span>
          <span className="desk-shell__short">{t.assisted.openShort}</span>
        </Button>
        <Button icon="lock" onClick={onLock}>
          {t.shell.lock}
        </Button>
        <Button icon="list" onClick={onMenu}>
          {t.shell.menu}
        </Button>
      </div>
    </header>
  );
}
