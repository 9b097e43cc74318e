import { useEffect, useRef } from 'react';
import { useMessages } from '../../ui/messages/messages-provider.tsx';
import { useTools } from '../app/tools.tsx';
import type { NewGuest } from '../list/list-messages.ts';

/** Says who has just come in, with a soft sound where there is to be one. */
export function useNewGuests(arrivals: readonly NewGuest[], sound: boolean, say: (words: string) => void): void {
  const { chime } = useTools();
  const t = useMessages('staff').list;
  const heard = useRef(0);
  useEffect(() => {
    const newest = arrivals.at(-1);
    if (arrivals.length > heard.current && newest !== undefined) {
      if (sound) chime();
      say(t.newGuest(newest.name));
    }
    heard.current = arrivals.length;
  }, [arrivals, sound, chime, say, t]);
}
