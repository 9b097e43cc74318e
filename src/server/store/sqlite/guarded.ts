import { StorageUnavailable } from '../store.ts';
import { isStorageError } from './storage-error.ts';

/** Tells a refusing disk from a fault of ours. Throws StorageUnavailable, or what `work` throws. */
export function guarded<T>(work: () => T): T {
  try {
    return work();
  } catch (error) {
    throw isStorageError(error) ? new StorageUnavailable('the database refuses', { cause: error }) : error;
  }
}
