import { Refusal } from '../../protocol/problems.ts';
import { digest, sameDigest } from '../digest.ts';
import { writeOne } from '../commit/write-one.ts';
import { logEntryText } from '../log/log-entry.ts';
import type { StoredPerson } from '../store/people-store.ts';
import type { Backoff } from './backoff.ts';
import type { DeskParts } from './desk.ts';

export interface ProofParts extends DeskParts {
  readonly backoff: Backoff;
  /** Stands in where a handle doesn't exist: something is compared all the same. */
  readonly secret: Uint8Array;
}

/**
 * Whoever can prove this handle's passphrase. Throws Refusal `sign_in_failed` (the same for a wrong handle, a wrong passphrase and
 * somebody who is shut out: whoever has their passphrase learns nothing of it) or `too_many_attempts`. A failure is a log entry where
 * the handle exists.
 */
export async function checkProof(
  parts: ProofParts,
  property: string,
  handle: string,
  proof: string,
): Promise<StoredPerson> {
  const hotel = await parts.hotels.get(property);
  const name = digest(`${property}\n${handle}`);
  const wait = parts.backoff.wait(name);
  if (wait > 0) throw new Refusal('too_many_attempts', undefined, wait);
  const stored = await parts.store.personByHandle(property, handle);
  const right = sameDigest(digest(proof), stored?.credential.proofHash ?? digest(parts.secret));
  if (stored === null || !right || (await parts.store.isShutOut(property, stored.person.id))) {
    parts.backoff.failed(name, stored !== null);
    if (stored !== null) {
      const at = parts.clock();
      const { id: actor, role } = stored.person;
      const entry = logEntryText({ at, actor, role, action: 'sign-in-failed' });
      await writeOne(parts.committer, property, { kind: 'note', at, entry }, hotel.sign);
    }
    throw new Refusal('sign_in_failed');
  }
  parts.backoff.succeeded(name);
  return stored;
}
