import type { RandomBytes } from '../../protocol/ids.ts';
import { loadDeviceOutbox, loadFinishParts } from '../app/load-parts.ts';
import { anythingKept } from '../outbox/kept-on-device.ts';
import type { Outbox } from '../outbox/outbox.ts';
import { browserTurn } from '../outbox/turn.ts';
import type { Device } from './device.ts';
import { findDatabase } from './find-database.ts';
import type { OutboxMemory } from './outbox-memory.ts';

/** Keeps on the device where the browser lets it. */
export function deviceOutboxMemory(window: Window, later: Device['later'], random: RandomBytes): OutboxMemory {
  const indexedDB = findDatabase(window);
  // Missing in private mode and inside other apps, whatever the types say.
  const { serviceWorker, locks }: { readonly serviceWorker?: ServiceWorkerContainer; readonly locks?: LockManager } =
    window.navigator;
  const load = async (): Promise<Outbox> => {
    if (indexedDB === undefined) throw new TypeError('no database');
    return (await loadDeviceOutbox()).openDeviceOutbox({ indexedDB, keyRange: IDBKeyRange, random });
  };
  let opening: Promise<Outbox> | null = null;
  const open = () => {
    opening ??= load().catch((error: unknown) => {
      // Perhaps only its code couldn't be fetched: the next call tries again.
      opening = null;
      throw error;
    });
    return opening;
  };
  let steady: Promise<Outbox> | null = null;
  const openSteady = () => {
    steady ??= loadFinishParts().then(({ finish }) => finish.steadyOutbox({ later, open }));
    return steady.catch((error: unknown) => {
      steady = null;
      throw error;
    });
  };
  return {
    anything: () => anythingKept(indexedDB),
    open: () => {
      open().catch(() => undefined);
      return openSteady();
    },
    turn: browserTurn(locks),
    opensOffline: async () => {
      try {
        const registration = await serviceWorker?.getRegistration('/');
        return registration?.active !== null && registration?.active !== undefined;
      } catch {
        return false;
      }
    },
  };
}
