import { answer } from '../phone/device-store.ts';

export const databaseName = 'foyer-outbox';
export const entriesStore = 'entries';

/**
 * Whether this device keeps any registration. Only looks, and makes nothing: a first visit should neither leave an empty database nor
 * fetch the library that reads one. False where storage doesn't work.
 */
export async function anythingKept(indexedDB: IDBFactory | undefined): Promise<boolean> {
  if (indexedDB === undefined) return false;
  try {
    const request = indexedDB.open(databaseName);
    // Not there yet: called off, it is never made.
    request.addEventListener('upgradeneeded', () => request.transaction?.abort());
    const opened = await answer(request);
    try {
      if (!opened.objectStoreNames.contains(entriesStore)) return false;
      return (await answer(opened.transaction(entriesStore).objectStore(entriesStore).count())) > 0;
    } finally {
      opened.close();
    }
  } catch {
    return false;
  }
}
