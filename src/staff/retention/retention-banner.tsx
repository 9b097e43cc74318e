import { useCallback, useEffect, useState } from 'react';
import type { RetentionStatus } from '../../protocol/retention-api.ts';
import { useTools } from '../app/tools.tsx';
import type { Session } from '../session/sign-in.ts';
import { RetentionNote } from './retention-note.tsx';

/** Milliseconds between looks. */
const every = 10 * 60_000;

/** On every screen of everybody at the desk: that promises to guests are not being kept, or wait for a word about the clock. */
export function RetentionBanner({ session }: { readonly session: Session }) {
  const { timers } = useTools();
  const [status, setStatus] = useState<RetentionStatus | null>(null);
  const look = useCallback(() => {
    // A server that can't be reached says so elsewhere; what was known stands until it answers.
    session.api.retentionStatus().then(setStatus, () => undefined);
  }, [session]);
  useEffect(() => {
    let callOff = () => {};
    const again = () => {
      look();
      callOff = timers.after(every, again);
    };
    again();
    return () => callOff();
  }, [look, timers]);
  if (status === null || (status.clock === 'sound' && !status.failing && !status.late)) return null;
  return (
    <div className="desk-shell__note off-paper">
      <RetentionNote session={session} status={status} onChanged={look} />
    </div>
  );
}
