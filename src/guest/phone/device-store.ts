export interface DeviceStoreTools {
  readonly indexedDB: IDBFactory | undefined;
  readonly later: (milliseconds: number, callback: () => void) => () => void;
}

/** Milliseconds; in private mode and inside other apps storage may be missing, refuse, or never answer. */
const patience = 600;

/** Settles with what an IndexedDB request gave. */
export function answer<Value>(request: IDBRequest<Value>): Promise<Value> {
  return new Promise((resolve, reject) => {
    request.addEventListener('success', () => resolve(request.result));
    request.addEventListener('error', () => reject(new Error('storage refused', { cause: request.error })));
  });
}

/**
 * One small store in IndexedDB, for what is read and written before a screen is usable, so it does without a library. Where storage
 * doesn't work, or not in time, the answer is `otherwise`.
 */
export function deviceStore(database: string, name: string, { indexedDB, later }: DeviceStoreTools) {
  return async function within<Value>(
    work: (store: IDBObjectStore) => Promise<Value>,
    otherwise: Value,
  ): Promise<Value> {
    if (indexedDB === undefined) return otherwise;
    return new Promise((resolve) => {
      const stop = later(patience, () => resolve(otherwise));
      withStore(indexedDB, work)
        .then(resolve, () => resolve(otherwise))
        .finally(stop);
    });
  };

  async function withStore<Value>(factory: IDBFactory, work: (store: IDBObjectStore) => Promise<Value>) {
    const request = factory.open(database, 1);
    request.addEventListener('upgradeneeded', () => request.result.createObjectStore(name));
    const opened = await answer(request);
    try {
      return await work(opened.transaction(name, 'readwrite').objectStore(name));
    } finally {
      opened.close();
    }
  }
}
