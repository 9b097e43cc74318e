import { Suspense } from 'react';
import { Button } from '../../ui/components/button.tsx';
import { StateNote } from '../../ui/components/state-note.tsx';
import { useMessages } from '../../ui/messages/messages-provider.tsx';
import { ApprovalBanner } from '../approvals/approval-banner.tsx';
import { useExportRun } from '../exports/export-context.tsx';
import { PaperBanner } from '../paper-register/paper-banner.tsx';
import { KeyBanners } from '../recovery/key-banners.tsx';
import type { ToldFile } from '../register/made-file.ts';
import { RegisterBanner } from '../register/register-banner.tsx';
import { UnmarkedBanner } from '../register/unmarked-banner.tsx';
import type { FindRows } from '../requests/find-guest.tsx';
import { RetentionBanner } from '../retention/retention-banner.tsx';
import type { Hotel } from '../session/read-hotel.ts';
import type { Session } from '../session/sign-in.ts';
import { ReminderBanners } from '../training/reminder-banners.tsx';
import type { Reminders } from '../training/use-reminders.ts';
import { ExportBanner } from './late-places.ts';
import { UnopenedNotes } from './unopened-notes.tsx';
import type { Place } from './use-where.ts';

/** What became of the upkeep at sign-in: the rules renewed, or not yet, the team list standing in its way, or the owner not put into it. */
export type UpkeepNote = 'renewed' | 'failed' | 'team-refused' | 'team-unjoined';

interface DeskNotesProps {
  readonly session: Session;
  readonly hotel: Hotel;
  /** Null where a colleague's was asked for. */
  readonly place: Place | null;
  readonly upkeep: UpkeepNote | null;
  /** Guests overdue for the police's register; null for whoever doesn't keep it. */
  readonly registerOverdue: number | null;
  /** The register's files of which something is left to be said, the newest first. */
  readonly registerFiles: readonly ToldFile[];
  /** Sheets of paper past their day. */
  readonly paperOverdue: number;
  readonly reminders: Reminders;
  readonly find: FindRows;
  readonly onUpkeepRead: () => void;
  readonly onGo: (place: Place) => void;
  readonly onSay: (words: string) => void;
  readonly onEnded: () => void;
}

/** What has to be known on every place of the desk, above whatever is there. */
export function DeskNotes(props: DeskNotesProps) {
  const {
    session,
    hotel,
    place,
    upkeep,
    registerOverdue,
    registerFiles,
    paperOverdue,
    reminders,
    find,
    onUpkeepRead,
    onGo,
    onSay,
    onEnded,
  } = props;
  const t = useMessages('staff').shell;
  const common = useMessages('common');
  const said = {
    renewed: t.renewed,
    failed: t.renewalFailed,
    'team-refused': t.teamRefused,
    'team-unjoined': t.teamUnjoined,
  };
  const exporting = useExportRun().state.kind !== 'none';
  return (
    <>
      {upkeep !== null && !(upkeep.startsWith('team-') && place === 'team') && (
        <div className="desk-shell__note off-paper">
          <StateNote
            state={upkeep === 'renewed' ? 'done' : 'warning'}
            announce="polite"
            action={
              <>
                {upkeep.startsWith('team-') && <Button onClick={() => onGo('team')}>{t.toTeam}</Button>}
                <Button onClick={onUpkeepRead}>{common.close}</Button>
              </>
            }
          >
            {said[upkeep]}
          </StateNote>
        </div>
      )}
      <UnopenedNotes session={session} manifest={hotel.manifest.manifest} />
      <KeyBanners
        hotel={hotel}
        owner={session.person.role === 'owner'}
        atSheet={place === 'recovery'}
        onRecovery={() => onGo('recovery')}
      />
      {exporting && place !== 'records' && (
        <Suspense fallback={null}>
          <ExportBanner />
        </Suspense>
      )}
      {place !== 'retention' && <RetentionBanner session={session} />}
      <ApprovalBanner session={session} find={find} onSay={onSay} onEnded={onEnded} />
      {registerOverdue !== null && place !== 'register' && (
        <RegisterBanner overdue={registerOverdue} onGo={() => onGo('register')} />
      )}
      {place !== 'register' && (
        <UnmarkedBanner files={registerFiles.filter(({ isEarlier }) => isEarlier)} onGo={() => onGo('register')} />
      )}
      {place !== 'paper-register' && <PaperBanner overdue={paperOverdue} onOpen={() => onGo('paper-register')} />}
      {place === 'desk' && <ReminderBanners session={session} reminders={reminders} onGo={onGo} />}
    </>
  );
}
