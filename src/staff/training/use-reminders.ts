import { useState } from 'react';
import { isDue, type reminderDays } from '../../protocol/reminders.ts';
import { toInstant } from '../../protocol/time.ts';
import type { Session } from '../session/sign-in.ts';
import type { Timers } from '../session/timers.ts';

type Reminder = keyof typeof reminderDays;

export interface Reminders {
  readonly trainedAt: string | null;
  /** What this person is reminded of and hasn't put away in this session. */
  readonly due: readonly Reminder[];
  readonly putAway: (reminder: Reminder) => void;
  readonly trained: () => void;
}

/** What the signed-in person is to be reminded of, counted from their sign-in. */
export function useReminders({ person }: Pick<Session, 'person'>, timers: Pick<Timers, 'now'>): Reminders {
  const [trainedAt, setTrainedAt] = useState(person.trainedAt);
  const [away, setAway] = useState<readonly Reminder[]>([]);
  const [now] = useState(() => timers.now());
  const since = { training: trainedAt, passphrase: person.passphraseSince } as const;
  const due = (['training', 'passphrase'] as const).filter((one) => isDue(one, since[one], now) && !away.includes(one));
  return {
    trainedAt,
    due,
    putAway: (reminder) => setAway((known) => [...known, reminder]),
    trained: () => setTrainedAt(toInstant(timers.now())),
  };
}
