import { Button } from '../../ui/components/button.tsx';
import { StateNote } from '../../ui/components/state-note.tsx';
import { formatInstant } from '../../ui/messages/format-date.ts';
import { useLanguage, useMessages } from '../../ui/messages/messages-provider.tsx';
import type { Session } from '../session/sign-in.ts';
import type { Reminders } from './use-reminders.ts';

interface ReminderBannersProps {
  readonly session: Session;
  readonly reminders: Reminders;
  readonly onGo: (place: 'training' | 'account') => void;
}

/** What a person is asked to do for themselves when there is a quiet moment; put away until the next sign-in. */
export function ReminderBanners({ session, reminders, onGo }: ReminderBannersProps) {
  const t = useMessages('staff').training.banner;
  const language = useLanguage();
  const { trainedAt, due, putAway } = reminders;
  const date = (instant: string) => formatInstant(instant, language, 'Asia/Shanghai', 'date');
  const texts = {
    training: () => (trainedAt === null ? t.trainingFirst : t.trainingAgain(date(trainedAt))),
    passphrase: () => t.passphraseText(date(session.person.passphraseSince)),
  };
  return due.map((reminder) => (
    <div key={reminder} className="desk-shell__note desk-shell__note--reminder off-paper">
      <StateNote
        state="waiting"
        word={t[reminder]}
        announce="polite"
        action={
          <>
            <Button onClick={() => onGo(reminder === 'training' ? 'training' : 'account')}>
              {reminder === 'training' ? t.read : t.change}
            </Button>{' '}
            <Button kind="plain" onClick={() => putAway(reminder)}>
              {t.later}
            </Button>
          </>
        }
      >
        {texts[reminder]()}
      </StateNote>
    </div>
  ));
}
