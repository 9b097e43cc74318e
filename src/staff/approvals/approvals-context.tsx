import { createContext, type ReactNode, useCallback, useContext, useEffect, useMemo, useState } from 'react';
import { problemOf } from '../api/call.ts';
import { useTools } from '../app/tools.tsx';
import type { Session } from '../session/sign-in.ts';
import type { FindRows } from '../requests/find-guest.tsx';
import { type KnownApproval, nextEnd, withLost } from './known-approval.ts';
import { useApprovalNews } from './use-approval-news.ts';

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
  /** Finds guests as this tablet knows them. */
  readonly find: FindRows;
  readonly onSay: (words: string) => void;
  readonly onEnded: () => void;
  readonly children: ReactNode;
}

/** The least milliseconds between looking whether a time is over: the server's clock decides, and this tablet's may be ahead. */
const pause = 5000;

const none: readonly KnownApproval[] = [];

/**
 * Questions for approval and their answers, asked for again whenever `mark` changes and when the time of one's own is over. What became of
 * one's own is said.
 */
export function ApprovalsProvider({ session, mark, find, onSay, onEnded, children }: ApprovalsProviderProps) {
  const { timers } = useTools();
  const [approvals, setApprovals] = useState<readonly KnownApproval[] | null>(null);
  const load = useCallback(
    async (isNewest: () => boolean) => {
      try {
        const answer = await session.api.approvals();
        const at = { person: session.person.id, now: timers.now() };
        if (isNewest()) setApprovals((before) => withLost(before ?? none, answer, at));
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
  useApprovalNews(approvals, session.person.id, find, onSay);
  useEffect(() => {
    const end = nextEnd(approvals ?? none, session.person.id);
    if (end === null) return undefined;
    return timers.after(Math.max(pause, end - timers.now()), () => void load(() => true));
  }, [approvals, session, timers, load]);
  const value = useMemo(
    () => ({ approvals: approvals ?? none, reload: () => void load(() => true) }),
    [approvals, load],
  );
  return <ApprovalsContext.Provider value={value}>{children}</ApprovalsContext.Provider>;
}

export function useApprovals(): Approvals {
  return useContext(ApprovalsContext);
}
