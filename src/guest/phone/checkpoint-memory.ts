import * as z from 'zod/mini';
import { answer, deviceStore, type DeviceStoreTools } from './device-store.ts';

/**
 * The last checkpoint this phone has seen of each hotel's log, under its root's fingerprint, so that a log can't be rewritten unnoticed;
 * and which entries it was shown, see `seenEntries`.
 */
export interface CheckpointMemory {
  /** The note; null when none is remembered, and where nothing can be remembered. */
  recall(of: string): Promise<string | null>;
  remember(of: string, note: string): Promise<void>;
}

const noteSchema = z.string().check(z.maxLength(1000));

/** Remembers in IndexedDB; goes on without where that doesn't work. Holds no personal data: keys, hashes and logs' states. */
export function deviceCheckpointMemory(tools: DeviceStoreTools): CheckpointMemory {
  const within = deviceStore('foyer-logs', 'checkpoints', tools);
  return {
    recall: (fingerprint) =>
      within(async (store) => {
        const note = noteSchema.safeParse(await answer<unknown>(store.get(fingerprint)));
        return note.success ? note.data : null;
      }, null),
    remember: (fingerprint, checkpoint) =>
      within(async (store) => {
        await answer(store.put(checkpoint, fingerprint));
      }, undefined),
  };
}
