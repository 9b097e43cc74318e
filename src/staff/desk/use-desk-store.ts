import { useEffect, useState, useSyncExternalStore } from 'react';
import type { HotelSettings } from '../../protocol/hotel-settings.ts';
import { toDate } from '../../protocol/time.ts';
import type { Tools } from '../app/tools.tsx';
import type { Hotel } from '../session/read-hotel.ts';
import type { Session } from '../session/sign-in.ts';
import { DeskStore } from './desk-store.ts';
import { SeenBatch } from './seen-batch.ts';
import { useSettings } from './use-settings.ts';

/** Milliseconds in which a screen draws its first rows. */
const drawing = 150;

/** The live list for as long as the desk is open; everything decrypted is forgotten with it. Settings changed on another tablet are told. */
export function useDeskStore(
  session: Session,
  hotel: Hotel,
  tools: Tools,
  onEnded: () => void,
  onSettings: (settings: HotelSettings) => void,
) {
  const [parts] = useState(() => {
    const { property, api, keyring } = session;
    const { timers, isOnline, openListThread } = tools;
    const today = toDate(timers.now());
    const card = hotel.manifest.manifest.card.keyId;
    const keys = keyring.pairs();
    const drawn = () => new Promise<void>((resolve) => void timers.after(drawing, resolve));
    return {
      store: new DeskStore({ property, card, keys, api, openListThread, timers, today, isOnline, drawn, onEnded }),
      seen: new SeenBatch(api, timers),
    };
  });
  const { store, seen } = parts;
  useEffect(() => {
    store.start();
    window.addEventListener('online', store.retryNow);
    window.addEventListener('offline', store.lineLost);
    return () => {
      window.removeEventListener('online', store.retryNow);
      window.removeEventListener('offline', store.lineLost);
      store.stop();
      seen.stop();
    };
  }, [store, seen]);
  const snapshot = useSyncExternalStore(store.subscribe, store.snapshot);
  useSettings(session, snapshot.marks.settings, onSettings);
  return { snapshot, store, seen };
}
