import { Refusal } from '../../protocol/problems.ts';
import { digest, sameDigest } from '../digest.ts';
import type { Store } from '../store/store.ts';
import type { StoredRegistration } from '../store/guest-store.ts';

/**
 * The registration a guest's secret opens. A wrong lookup id and a wrong token are the same to the caller: Refusal `not_found`. What
 * was deleted is still found, because its certificate is.
 */
export async function findOwn(
  store: Store,
  access: { readonly lookup: string; readonly token: string },
): Promise<StoredRegistration> {
  const stored = await store.registrationOfGuest(digest(access.lookup));
  if (stored === null || !sameDigest(digest(access.token), stored.tokenHash)) throw new Refusal('not_found');
  return stored;
}
