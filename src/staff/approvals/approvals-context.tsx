import { createContext, type ReactNode, useCallback, useContext, useEffect, useMemo, useState } from 'react';
import { problemOf } from '../api/call.ts';
import { useTools } from '../app/tools.tsx';
import type { Session } from '../session/sign-in.ts';
import { type KnownApproval, withLost } from './known-approval.ts';

interface Approvals {
  /** What this person is to see of them, the newest first, and then what the server has lost. */
  readonly approvals: readonly KnownApproval[];
  readonly reload: () => void;
}

const ApprovalsContext = createContext<Approvals>({ approvals: [], reload: () => undefined });

interface ApprovalsProviderProps {
  readonly session: Session;
  /** Grows whenever they may have changed. */
  readonly mark: number;
  readonly onEnded: () => void;
  readonly children: ReactNode;
}

/** Questions for approval and their answers, asked for again whenever `mark` changes. */
export function ApprovalsProvider({ session, mark, onEnded, children }: ApprovalsProviderProps) {
  const { timers } = useTools();
  const [approvals, setApprovals] = useState<readonly KnownApproval[]>([]);
  const load = useCallback(
    async (isNewest: () => boolean) => {
      try {
        const answer = await session.api.approvals();
        const at = { person: session.person.id, now: timers.now() };
        if (isNewest()) setApprovals((before) => withLost(before, answer, at));
      } catch (error) {
        // A server that can't be reached says so in the line's own words; what was known stands.
        if (problemOf(error) === 'session_ended') onEnded();
      }
    },
    [session, timers, onEnded],
  );
  useEffect(() => {
    let newest = true;
    async function look() {
      if (mark > 0) await load(() => newest);
    }
    void look();
    return () => {
      newest = false;
    };
  }, [load, mark]);
  const value = useMemo(() => ({ approvals, reload: () => void load(() => true) }), [approvals, load]);
  return <ApprovalsContext.Provider value={value}>{children}</ApprovalsContext.Provider>;
}

export function useApprovals(): Approvals {
  return useContext(ApprovalsContext);
}
