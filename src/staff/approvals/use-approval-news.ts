import { useEffect, useRef } from 'react';
import { arrivalCode } from '../../protocol/ids.ts';
import { formatInstant } from '../../ui/messages/format-date.ts';
import { useLanguage, useMessages } from '../../ui/messages/messages-provider.tsx';
import { useTools } from '../app/tools.tsx';
import type { FindRows } from '../requests/find-guest.tsx';
import { guestName } from './guest-name.ts';
import { answeredSince, type KnownApproval } from './known-approval.ts';

/** How often the name is looked for, a second apart: after a sign-in the list may still be on its way. */
const looks = 5;

/** Tells whoever asked what became of their question, wherever at the desk they are. `approvals` is null until they were read once. */
export function useApprovalNews(
  approvals: readonly KnownApproval[] | null,
  person: string,
  find: FindRows,
  onSay: (words: string) => void,
): void {
  const t = useMessages('approvals').news;
  const { purposes } = useMessages('staff');
  const language = useLanguage();
  const { timers } = useTools();
  const known = useRef<readonly KnownApproval[] | null>(null);
  const over = useRef(false);
  useEffect(() => {
    over.current = false;
    return () => {
      over.current = true;
    };
  }, []);
  useEffect(() => {
    if (approvals === null) return;
    const [newest] = answeredSince(known.current, approvals, { person, now: timers.now() });
    known.current = approvals;
    if (newest === undefined) return;
    const { state, registration, purpose, until } = newest;
    const time = formatInstant(until, language, 'Asia/Shanghai', 'time');
    const tell = async (left: number) => {
      const name = await guestName(find, registration);
      if (over.current) return;
      if (name === null && left > 1) timers.after(1000, () => void tell(left - 1));
      else onSay(t[state](name ?? arrivalCode(registration), purposes[purpose], time));
    };
    void tell(looks);
  }, [approvals, person, find, onSay, t, purposes, language, timers]);
}
