import { useState } from 'react';
import { Button } from '../../ui/components/button.tsx';
import { StateNote } from '../../ui/components/state-note.tsx';
import { formatInstant } from '../../ui/messages/format-date.ts';
import { useLanguage, useMessages } from '../../ui/messages/messages-provider.tsx';
import { useTools } from '../app/tools.tsx';
import type { Hotel } from '../session/read-hotel.ts';
import { isRehearsalDue, restoredLately } from './rehearsal-due.ts';

interface KeyBannersProps {
  readonly hotel: Pick<Hotel, 'restored' | 'recoveryUsed' | 'recoveryLapsed' | 'recoveryProvenAt'>;
  readonly owner: boolean;
  /** Whether the sheet's own place is open, which says the same. */
  readonly atSheet: boolean;
  readonly onRecovery: () => void;
}

/** What everyone has to hear about the hotel's keys, and what its owner is asked to do; each put away until the next sign-in. */
export function KeyBanners({ hotel, owner, atSheet, onRecovery }: KeyBannersProps) {
  const t = useMessages('staff').restore.banner;
  const common = useMessages('common');
  const language = useLanguage();
  const { timers } = useTools();
  const [read, setRead] = useState<readonly string[]>([]);
  const [now] = useState(() => timers.now());
  const { restored, recoveryUsed, recoveryLapsed, recoveryProvenAt } = hotel;
  const date = (instant: string) => formatInstant(instant, language, 'Asia/Shanghai');
  const close = (what: string) => <Button onClick={() => setRead([...read, what])}>{common.close}</Button>;
  const asked = owner && !atSheet;
  const toSheet = <Button onClick={onRecovery}>{t.toSheet}</Button>;
  return (
    <>
      {restored !== null && restoredLately(restored.at, now) && !read.includes('restored') && (
        <div className="desk-shell__note off-paper">
          <StateNote
            state="warning"
            word={t.restored(restored.name, date(restored.at))}
            announce="now"
            action={close('restored')}
          >
            {t.restoredText}
          </StateNote>
        </div>
      )}
      {asked && recoveryUsed && (
        <div className="desk-shell__note off-paper">
          <StateNote state="warning" word={t.used} announce="polite" action={toSheet}>
            {t.usedText}
          </StateNote>
        </div>
      )}
      {asked && recoveryLapsed && !recoveryUsed && (
        <div className="desk-shell__note off-paper">
          <StateNote state="warning" word={t.lapsed} announce="polite" action={toSheet}>
            {t.lapsedText}
          </StateNote>
        </div>
      )}
      {asked && isRehearsalDue(recoveryProvenAt, now) && recoveryProvenAt !== null && !read.includes('due') && (
        <div className="desk-shell__note off-paper">
          <StateNote
            state="waiting"
            word={t.due}
            announce="polite"
            action={
              <>
                {toSheet} {close('due')}
              </>
            }
          >
            {t.dueText(date(recoveryProvenAt))}
          </StateNote>
        </div>
      )}
    </>
  );
}
