import { useCallback, useEffect, useMemo, useState } from 'react';
import { useTools } from '../app/tools.tsx';
import type { DeskSnapshot } from '../desk/desk-snapshot.ts';
import type { Hotel } from '../session/read-hotel.ts';
import type { Session } from '../session/sign-in.ts';
import {
  forgetFile,
  forgetOldFiles,
  keepFile,
  keptFiles,
  type MadeFile,
  stillWaiting,
  type ToldFile,
  withFile,
} from './made-file.ts';
import { registerAlarm, type RegisterQueue, registerQueue } from './register-queue.ts';
import { handsOver } from './register-way.ts';

const minute = 60_000;

export interface HandOvers {
  /** Both null where it isn't this person's work. */
  readonly queue: RegisterQueue | null;
  readonly alarm: ReturnType<typeof registerAlarm> | null;
  /** Milliseconds, told anew every minute. */
  readonly now: number;
  /** An opened document was from outside the mainland, whatever was said at the arrival. */
  readonly learnAbroad: (registration: string) => void;
  /** The files that were made, the newest first, and what is left to be said of each, wherever somebody goes and whoever locks the tablet meanwhile. */
  readonly made: readonly ToldFile[];
  /** Made, or marked in part. Kept on the device at once: whoever asked for it may be signed out by then. */
  readonly onMade: (made: MadeFile) => void;
  /** Nobody wants to hear of it any more. */
  readonly onForget: (id: string) => void;
}

/** Who has to be handed over to the police, and for whom the time is over. */
export function useHandOvers(
  session: Session,
  hotel: Hotel,
  { entries, leftToHandOver }: Pick<DeskSnapshot, 'entries' | 'leftToHandOver'>,
): HandOvers {
  const now = useMinute();
  const { memory } = useTools();
  const { property } = session;
  const theirs = handsOver(session, hotel);
  const [knownAbroad, setKnownAbroad] = useState<ReadonlySet<string>>(new Set());
  const [made, setMade] = useState(() => (theirs ? keptFiles(memory, property, now) : []));
  useEffect(() => forgetOldFiles(memory, now), [memory, now]);
  const onMade = useCallback(
    (next: MadeFile) => {
      keepFile(memory, property, next);
      setMade((files) => withFile(files, next));
    },
    [memory, property],
  );
  const onForget = useCallback(
    (id: string) => {
      forgetFile(memory, property, id);
      setMade((files) => files.filter((one) => one.id !== id));
    },
    [memory, property],
  );
  const learnAbroad = useCallback(
    (registration: string) => setKnownAbroad((before) => new Set([...before, registration])),
    [],
  );
  const queue = useMemo(
    () => (theirs ? registerQueue(entries.values(), knownAbroad, leftToHandOver) : null),
    [theirs, entries, knownAbroad, leftToHandOver],
  );
  const told = useMemo(
    () => (queue === null ? [] : made.map((one) => stillWaiting(one, queue)).filter((one) => one !== null)),
    [made, queue],
  );
  const alarm = queue === null ? null : registerAlarm(queue, now);
  return { queue, alarm, now, learnAbroad, made: told, onMade, onForget };
}

/** Milliseconds, told anew every minute: a clock that only has minutes. */
function useMinute(): number {
  const { timers } = useTools();
  const [now, setNow] = useState(() => timers.now());
  useEffect(() => {
    let callOff = () => {};
    const tick = () => {
      setNow(timers.now());
      callOff = timers.after(minute, tick);
    };
    callOff = timers.after(minute, tick);
    return () => callOff();
  }, [timers]);
  return now;
}
