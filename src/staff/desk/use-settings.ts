import { useEffect } from 'react';
import type { HotelSettings } from '../../protocol/hotel-settings.ts';
import type { Session } from '../session/sign-in.ts';

/** Reads how the hotel works again whenever `mark` grows: an owner may have changed it on another tablet. */
export function useSettings({ api }: Session, mark: number, onRead: (settings: HotelSettings) => void): void {
  useEffect(() => {
    if (mark === 0) return undefined;
    let current = true;
    const read = async () => {
      const { settings } = await api.property();
      if (current) onRead(settings);
    };
    // The line says itself when it is down, and asks again when it is back.
    read().catch(() => undefined);
    return () => {
      current = false;
    };
  }, [api, mark, onRead]);
}
