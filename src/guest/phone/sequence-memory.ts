import * as z from 'zod/mini';

/** The highest manifest sequence this phone has seen of each root key, so that an old manifest can't come back. */
export interface SequenceMemory {
  /** 0 when none is remembered, and where nothing can be remembered. */
  recall(fingerprint: string): Promise<number>;
  remember(fingerprint: string, sequence: number): Promise<void>;
}

/** Milliseconds; in private mode and inside other apps storage may be missing, refuse, or never answer. */
const patience = 600;

const sequenceSchema = z.int();

export interface SequenceMemoryTools {
  readonly indexedDB: IDBFactory | undefined;
  readonly later: (milliseconds: number, callback: () => void) => () => void;
}

/** Settles with what an IndexedDB request gave. */
function answer<Value>(request: IDBRequest<Value>): Promise<Value> {
  return new Promise((resolve, reject) => {
    request.addEventListener('success', () => resolve(request.result));
    request.addEventListener('error', () => reject(new Error('storage refused', { cause: request.error })));
  });
}

const storeName = 'sequences';

async function open(indexedDB: IDBFactory): Promise<IDBDatabase> {
  const request = indexedDB.open('foyer-seen', 1);
  request.addEventListener('upgradeneeded', () => request.result.createObjectStore(storeName));
  return answer(request);
}

/**
 * Remembers in IndexedDB; goes on without where that doesn't work. Holds no personal data: a public key's hash and a number.
 * One row read and written before the first screen is usable, so it does without a library.
 */
export function deviceSequenceMemory({ indexedDB, later }: SequenceMemoryTools): SequenceMemory {
  async function within<Value>(work: (store: IDBObjectStore) => Promise<Value>, otherwise: Value): Promise<Value> {
    if (indexedDB === undefined) return otherwise;
    return new Promise((resolve) => {
      const stop = later(patience, () => resolve(otherwise));
      withStore(indexedDB, work)
        .then(resolve, () => resolve(otherwise))
        .finally(stop);
    });
  }

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

async function withStore<Value>(
  indexedDB: IDBFactory,
  work: (store: IDBObjectStore) => Promise<Value>,
): Promise<Value> {
  const database = await open(indexedDB);
  try {
    return await work(database.transaction(storeName, 'readwrite').objectStore(storeName));
  } finally {
    database.close();
  }
}
