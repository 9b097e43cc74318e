import { useMessages } from '../../ui/messages/messages-provider.tsx';
import { StateWord } from '../../ui/components/state-note.tsx';

const minute = 60_000;

/** What is left of the 24 hours, or how long they have been over. */
export function RegisterClock({ dueAt, now }: { readonly dueAt: number; readonly now: number }) {
  const t = useMessages('staff').register;
  const minutes = Math.floor(Math.abs(dueAt - now) / minute);
  const parts = [Math.floor(minutes / 60), minutes % 60] as const;
  if (dueAt <= now) return <StateWord state="failed" word={t.over(...parts)} />;
  return <StateWord state="waiting" word={t.left(...parts)} />;
}
