import { useEffect, useRef, useState } from 'react';
import { arrivalCode } from '../../protocol/ids.ts';
import { formatInstant } from '../../ui/messages/format-date.ts';
import { useLanguage, useMessages } from '../../ui/messages/messages-provider.tsx';
import { useTools } from '../app/tools.tsx';
import { toastMilliseconds } from '../app/use-toast.ts';
import type { FindRows } from '../requests/find-guest.tsx';
import { guestName } from './guest-name.ts';
import { InTurn, passed } from './in-turn.ts';
import { type Answered, answeredSince, type KnownApproval, outcomeOf } from './known-approval.ts';

/** How often the name is looked for, a second apart: after a sign-in the list may still be on its way. */
const looks = 5;

/** Tells whoever asked what became of their questions, one after the other, wherever at the desk they are. `approvals` is null until they were read once. */
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
  const [turns] = useState(() => new InTurn(timers, toastMilliseconds));
  const over = useRef(false);
  useEffect(() => {
    over.current = false;
    return () => {
      over.current = true;
    };
  }, []);
  useEffect(() => {
    if (approvals === null) return;
    const news = answeredSince(known.current, approvals, { person, now: timers.now() });
    known.current = approvals;
    const tell = async (one: Answered) => {
      const { registration, purpose, until } = one;
      let name = await guestName(find, registration);
      for (let left = looks; name === null && left > 1 && !over.current; left--) {
        await passed(timers, 1000);
        name = await guestName(find, registration);
      }
      if (over.current) return;
      const time = formatInstant(until, language, 'Asia/Shanghai', 'time');
      onSay(t[outcomeOf(one)](name ?? arrivalCode(registration), purposes[purpose], time));
    };
    for (const one of [...news].reverse()) turns.add(() => tell(one));
  }, [approvals, person, find, onSay, t, purposes, language, timers, turns]);
}
