import * as z from 'zod/mini';
import { answer, deviceStore, type DeviceStoreTools } from './device-store.ts';

/** The highest manifest sequence this phone has seen of each root key, so that an old manifest can't come back. */
export interface SequenceMemory {
  /** 0 when none is remembered, and where nothing can be remembered. */
  recall(fingerprint: string): Promise<number>;
  remember(fingerprint: string, sequence: number): Promise<void>;
}

const sequenceSchema = z.int();

/** Remembers in IndexedDB; goes on without where that doesn't work. Holds no personal data: a public key's hash and a number. */
export function deviceSequenceMemory(tools: DeviceStoreTools): SequenceMemory {
  const within = deviceStore('foyer-seen', 'sequences', tools);
  const read = async (store: IDBObjectStore, fingerprint: string) => {
    const sequence = sequenceSchema.safeParse(await answer<unknown>(store.get(fingerprint)));
    return sequence.success ? sequence.data : 0;
  };
  return {
    recall: (fingerprint) => within((store) => read(store, fingerprint), 0),
    remember: (fingerprint, sequence) =>
      within(async (store) => {
        if ((await read(store, fingerprint)) < sequence) await answer(store.put(sequence, fingerprint));
      }, undefined),
  };
}
