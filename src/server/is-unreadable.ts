import { isBrokenRecord } from './broken-records.ts';
import type { Store } from './store/store.ts';

/** Whether what is stored of a registration, whosever it is, can't be read. Rejects where the storage refuses. */
export async function isUnreadable(
  store: Pick<Store, 'registration' | 'envelopes'>,
  registration: string,
): Promise<boolean> {
  try {
    await store.registration(registration);
    await store.envelopes(registration);
    return false;
  } catch (error) {
    if (!isBrokenRecord(error)) throw error;
    return true;
  }
}
