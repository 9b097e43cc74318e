import { isDue } from '../../protocol/reminders.ts';
import type { Person } from '../../protocol/staff.ts';
import { StateNote, StateWord } from '../../ui/components/state-note.tsx';
import { formatInstant } from '../../ui/messages/format-date.ts';
import { useLanguage, useMessages } from '../../ui/messages/messages-provider.tsx';

interface PersonUpkeepProps {
  readonly person: Person;
  /** Milliseconds. */
  readonly now: number;
}

/** What an owner keeps an eye on: who has confirmed the training when, how old a passphrase is, who was stopped. */
export function PersonUpkeep({ person: { trainedAt, passphraseSince, stoppedUntil }, now }: PersonUpkeepProps) {
  const t = useMessages('staff').training.team;
  const language = useLanguage();
  const date = (instant: string) => formatInstant(instant, language, 'Asia/Shanghai', 'date');
  return (
    <>
      <p className="team-place__facts">
        {trainedAt === null ? (
          <StateWord state="waiting" word={t.untrained} />
        ) : isDue('training', trainedAt, now) ? (
          <StateWord state="waiting" word={t.trainingDue(date(trainedAt))} />
        ) : (
          t.trained(date(trainedAt))
        )}
      </p>
      <p className="team-place__facts">
        {isDue('passphrase', passphraseSince, now) ? (
          <StateWord state="waiting" word={t.passphraseOld(date(passphraseSince))} />
        ) : (
          t.passphrase(date(passphraseSince))
        )}
      </p>
      {stoppedUntil !== undefined && Date.parse(stoppedUntil) > now && (
        <StateNote state="warning" word={t.stopped(formatInstant(stoppedUntil, language, 'Asia/Shanghai', 'time'))}>
          {t.stoppedText}
        </StateNote>
      )}
    </>
  );
}
