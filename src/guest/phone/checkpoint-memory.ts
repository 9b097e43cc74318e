import * as z from 'zod/mini';
import { answer, deviceStore, type DeviceStoreTools } from './device-store.ts';

/** The last checkpoint this phone has seen of each hotel's log, so that a log can't be rewritten unnoticed. */
export interface CheckpointMemory {
  /** The note; null when none is remembered, and where nothing can be remembered. */
  recall(fingerprint: string): Promise<string | null>;
  remember(fingerprint: string, checkpoint: string): Promise<void>;
}

const noteSchema = z.string().check(z.maxLength(1000));

/** Remembers in IndexedDB; goes on without where that doesn't work. Holds no personal data: a hotel's key and its log's state. */
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
