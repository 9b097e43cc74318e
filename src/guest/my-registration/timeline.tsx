import { useState } from 'react';
import type { LogAction, LogEntry } from '../../protocol/audit-log.ts';
import type { PurposeId } from '../../protocol/purposes.ts';
import { Button } from '../../ui/components/button.tsx';
import { Icon, type IconName } from '../../ui/components/icon.tsx';
import { ProgressNote } from '../../ui/components/progress-note.tsx';
import { StateNote } from '../../ui/components/state-note.tsx';
import type { MyRegistrationMessages } from '../../ui/messages/en/my-registration.ts';
import { formatInstant } from '../../ui/messages/format-date.ts';
import { useLanguage, useMessages } from '../../ui/messages/messages-provider.tsx';
import { useProblemWords } from '../../ui/messages/use-problem-words.ts';
import type { OwnEntry } from '../registration/verify-log.ts';
import type { LogCheck } from './log-check.ts';
import './timeline.css';

interface TimelineProps {
  readonly check: LogCheck;
  /** A purpose's title in the reader's words. */
  readonly titleOf: (purpose: PurposeId) => string;
  readonly onRetry: () => void;
  /** Shows all entries from the start, and nothing to press: for a copy to keep. */
  readonly everything?: boolean | undefined;
}

/** What somebody did to see a guest's details, whether they got to or not. */
const looking: ReadonlySet<LogAction> = new Set<LogAction>([
  'opened',
  'opened-unapproved',
  'opening-refused',
  'attempt-refused',
  'exported',
  'printed',
]);

/** Who opened what, when and why, the newest first; and whether the log holds together, as this phone found out itself. */
export function Timeline({ check, titleOf, onRetry, everything: always = false }: TimelineProps) {
  const t = useMessages('myRegistration').looked;
  const common = useMessages('common');
  const problemWords = useProblemWords();
  const [everything, setEverything] = useState(always);
  if (check.kind === 'checking') return <ProgressNote>{t.checking}</ProgressNote>;
  if (check.kind === 'failed') {
    return (
      <StateNote
        state={check.problem === 'offline' ? 'offline' : 'failed'}
        word={t.failed}
        announce="polite"
        action={<Button onClick={onRetry}>{common.retry}</Button>}
      >
        <p>{t.failedText}</p>
        {check.problem !== 'offline' && <p>{problemWords(check.problem).title}</p>}
      </StateNote>
    );
  }
  if (check.kind === 'alarm') {
    return (
      <StateNote state="failed" word={t.alarm} announce="now">
        <p>{t.alarms[check.reason]}</p>
        <p>{t.alarmDo}</p>
      </StateNote>
    );
  }
  const newestFirst = [...check.entries].reverse();
  const looks = newestFirst.filter(({ entry }) => looking.has(entry.action));
  const shown = everything ? newestFirst : looks;
  return (
    <>
      {shown.length === 0 && <p className="timeline__nobody">{t.nobody}</p>}
      {shown.length > 0 && (
        <ol className="timeline">
          {shown.map((own) => (
            <Entry key={own.index} own={own} titleOf={titleOf} />
          ))}
        </ol>
      )}
      {!always && (
        <p className="timeline__more">
          <Button kind="plain" aria-expanded={everything} onClick={() => setEverything((before) => !before)}>
            {everything ? t.onlyLooks : t.everything}
          </Button>
        </p>
      )}
      <StateNote state="done" word={t.verified}>
        <p>{(check.remembered ? t.verifiedText : t.verifiedFirst)(newestFirst.length)}</p>
        {looks.length > 0 && <p>{t.pseudonym}</p>}
      </StateNote>
    </>
  );
}

function Entry({ own: { entry, index }, titleOf }: { readonly own: OwnEntry } & Pick<TimelineProps, 'titleOf'>) {
  const t = useMessages('myRegistration').looked;
  const language = useLanguage();
  return (
    <li className="timeline__entry">
      <Icon name={iconOf(entry)} />
      <div>
        <p className="timeline__what">{whatHappened(entry, t, titleOf)}</p>
        {entry.reason !== null && <p className="timeline__why">{t.reasons[entry.reason]}</p>}
        <p className="timeline__who">
          <time dateTime={entry.time}>{formatInstant(entry.time, language, 'Asia/Shanghai')}</time>
          {' · '}
          {whoDid(entry, t)}
          {' · '}
          {t.place(index)}
        </p>
      </div>
    </li>
  );
}

function iconOf({ action, actor }: LogEntry): IconName {
  if (action === 'opened' || action === 'opened-unapproved') return 'unlock';
  if (action === 'exported') return 'download';
  if (action === 'printed') return 'print';
  if (action === 'opening-refused' || action === 'attempt-refused' || action === 'approval-refused') return 'lock';
  if (action === 'seen') return 'seen';
  if (action === 'deleted' || action === 'erased') return 'delete';
  if (action === 'arrived') return 'arriving';
  if (action === 'departed') return 'leaving';
  if (action === 'sealed-off' || action === 'handed-over') return 'lock';
  return actor === 'guest' ? 'person' : 'check';
}

function whatHappened(
  { action, purpose }: LogEntry,
  t: MyRegistrationMessages['looked'],
  titleOf: TimelineProps['titleOf'],
): string {
  const title = purpose === null ? null : purpose === 'card' ? t.card : titleOf(purpose);
  switch (action) {
    case 'opened':
      return t.actions.opened(title ?? t.card);
    case 'manifest-published':
    case 'person-added':
    case 'passphrase-changed':
    case 'training-confirmed':
    case 'attempts-stopped':
    case 'passkey-added':
    case 'passkey-removed':
    case 'person-invited':
    case 'person-invited-again':
    case 'person-rejoined':
    case 'invitation-answered':
    case 'invitation-called-off':
    case 'person-removed':
    case 'role-changed':
    case 'grants-given':
    case 'grant-taken':
    case 'team-signed':
    case 'session-ended':
    case 'signed-in':
    case 'sign-in-failed':
    case 'stepped-up':
    case 'step-up-failed':
    case 'recovery-sheet-made':
    case 'recovery-sheet-proven':
    case 'erasure-certified':
    case 'clock-confirmed':
    case 'log-exported':
    case 'log-anchored':
    case 'settings-changed':
    case 'poster-made':
    case 'poster-revoked':
    case 'plain-posters-accepted':
    case 'plain-posters-ended':
    case 'recovery-rehearsed':
    case 'owner-restored':
    case 'owner-restoration-failed':
    case 'export-begun':
    case 'paper-recorded':
    case 'paper-moved':
    case 'paper-destroyed':
      return t.actions.other;
    case 'registered':
    case 'seen':
    case 'arrived':
    case 'departed':
    case 'stay-changed':
    case 'stay-corrected':
    case 'expired':
    case 'withdrawn':
    case 'given':
    case 'corrected':
    case 'deleted':
    case 'sealed-off':
    case 'erased':
    case 'handed-over':
    case 'hand-over-withdrawn':
    case 'request-opened':
    case 'request-verified':
    case 'request-found':
    case 'request-done':
    case 'request-certified':
    case 'request-refused':
    case 'opening-refused':
    case 'attempt-refused':
    case 'approval-asked':
    case 'approved':
    case 'approval-refused':
    case 'opened-unapproved':
    case 'opening-reviewed':
    case 'exported':
    case 'printed':
      return title === null ? t.actions[action] : t.withPurpose(t.actions[action], title);
  }
}

/** The guest, the server, or a member of staff by role and the first characters of their pseudonym. */
function whoDid({ actor, role }: LogEntry, t: MyRegistrationMessages['looked']): string {
  if (role === 'guest') return t.you;
  if (role === 'server') return t.hotel;
  return t.someone(t.roles[role], actor.slice(-4));
}
