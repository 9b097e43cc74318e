import type { PurposeId, Retention } from '../../protocol/purposes.ts';
import { type Hotel, readManifest } from '../hotel/hotels.ts';
import type { Store } from '../store/store.ts';

/**
 * How long a purpose is kept by the manifest in force, or by the last one that had it: what guests have told doesn't lose its day when the
 * hotel stops asking for it. Null where none ever had it.
 */
export async function lastOffered(
  store: Pick<Store, 'manifest'>,
  { property, current }: Pick<Hotel, 'property' | 'current'>,
  purpose: PurposeId,
): Promise<Retention | null> {
  for (let { manifest } = current; ; ) {
    const found = manifest.purposes.find(({ id }) => id === purpose);
    if (found !== undefined) return found.retention;
    const jws = await store.manifest(property, manifest.sequence - 1);
    if (jws === null) return null;
    manifest = readManifest(jws);
  }
}
