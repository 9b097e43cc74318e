import { useEffect, useRef } from 'react';
import { useMessages } from '../../ui/messages/messages-provider.tsx';
import { useTools } from '../app/tools.tsx';
import type { DeskSnapshot } from './desk-store.ts';

/** Says who has just come in, with a soft sound where there is to be one. */
export function useNewGuests(snapshot: DeskSnapshot, sound: boolean, say: (words: string) => void): void {
  const { chime } = useTools();
  const t = useMessages('staff').list;
  const heard = useRef(0);
  useEffect(() => {
    const newest = snapshot.arrivals.at(-1);
    if (snapshot.arrivals.length > heard.current && newest !== undefined) {
      if (sound) chime();
      const entry = snapshot.entries.get(newest);
      say(t.newGuest(entry?.card?.name ?? entry?.code ?? ''));
    }
    heard.current = snapshot.arrivals.length;
  }, [snapshot, sound, chime, say, t]);
}
