import { useCallback, useEffect, useState, useSyncExternalStore } from 'react';
import type { GuestStatus } from '../../protocol/api.ts';
import { deriveGuestKeys } from '../../crypto/guest-secret.ts';
import { type Device, onReturn } from '../phone/device.ts';
import { watchStatus } from '../registration/watch-status.ts';
import type { Delivery, DeliveryState } from './delivery.ts';
import type { KeptWhere } from './outbox.ts';

const seenBefore: GuestStatus = { state: 'seen', seenAt: null, arrivedAt: null };

export interface Followed {
  readonly state: DeliveryState;
  /** The latest the hotel said; null before it said anything. */
  readonly status: GuestStatus | null;
  readonly kept: KeptWhere | null;
}

/**
 * A delivery as it changes: tries again when the connection returns, follows what becomes of it at the hotel, and warns before a page is
 * left that alone keeps it.
 */
export function useDelivery(device: Device, delivery: Delivery): Followed {
  const subscribe = useCallback((listener: () => void) => delivery.subscribe(listener), [delivery]);
  const state = useSyncExternalStore(subscribe, () => delivery.state());
  const kept = useSyncExternalStore(subscribe, () => delivery.kept());
  const [status, setStatus] = useState<GuestStatus | null>(null);
  useEffect(() => onReturn(device.window, () => delivery.nudge()), [device, delivery]);

  const unsent = kept !== 'device' && (state.kind === 'sending' || state.kind === 'waiting' || state.kind === 'asking');
  useEffect(() => {
    if (!unsent) return undefined;
    const warn = (event: BeforeUnloadEvent) => event.preventDefault();
    device.window.addEventListener('beforeunload', warn);
    return () => device.window.removeEventListener('beforeunload', warn);
  }, [device, unsent]);

  const received = state.kind === 'received';
  useEffect(() => {
    if (!received) return undefined;
    let stop: (() => void) | null = null;
    let left = false;
    async function watch() {
      const { lookup, token } = await deriveGuestKeys(delivery.entry().secret);
      if (left) return;
      const watching = watchStatus(
        { lookup, token },
        {
          api: device.api,
          later: device.later,
          visible: () => device.window.document.visibilityState === 'visible',
          onStatus: (told) => {
            setStatus(told);
            delivery.told(told);
          },
          onUnknown: () => delivery.told(null),
        },
      );
      const forget = onReturn(device.window, watching.nudge);
      stop = () => {
        watching.stop();
        forget();
      };
    }
    void watch();
    return () => {
      left = true;
      stop?.();
    };
  }, [device, received, delivery]);

  // What was learned on an earlier visit, until the hotel is heard again.
  const known = status ?? (delivery.entry().state === 'seen' ? seenBefore : null);
  return { state, status: received ? known : null, kept };
}
