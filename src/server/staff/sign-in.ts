import { createHmac } from 'node:crypto';
import type { SignedIn, SignIn, SignInChallenge } from '../../protocol/api.ts';
import { Refusal } from '../../protocol/problems.ts';
import { passphraseParameters } from '../../protocol/staff.ts';
import { digest, sameDigest } from '../digest.ts';
import { logEntryText } from '../log/log-entry.ts';
import { writeOne } from '../commit/write-one.ts';
import type { Backoff } from './backoff.ts';
import type { StoredPerson } from '../store/store.ts';
import { sessionLimits, type SessionParts, type Sessions } from './sessions.ts';

export interface SignInParts extends Omit<SessionParts, 'onError' | 'random'> {
  readonly sessions: Sessions;
  readonly backoff: Backoff;
  /** Makes the salts of handles that don't exist; the same after a restart. */
  readonly secret: Uint8Array;
}

/** What a tablet needs to stretch the passphrase. A handle that doesn't exist gets an answer that looks like any other, always the same. */
export async function startSignIn(parts: SignInParts, property: string, handle: string): Promise<SignInChallenge> {
  await parts.hotels.get(property);
  const stored = await parts.store.personByHandle(property, handle);
  if (stored !== null) return { salt: stored.credential.salt, parameters: stored.credential.parameters };
  const salt = createHmac('sha256', parts.secret).update(`salt\n${property}\n${handle}`).digest().subarray(0, 16);
  return { salt: salt.toString('base64url'), parameters: passphraseParameters };
}

/**
 * Checks the proof and starts a session. Throws Refusal `sign_in_failed` (the same for a wrong handle and a wrong passphrase) or
 * `too_many_attempts`. Both ends of it are log entries where the handle exists.
 */
export async function signIn(
  parts: SignInParts,
  property: string,
  { handle, proof, device = 'other' }: SignIn,
): Promise<SignedIn> {
  const hotel = await parts.hotels.get(property);
  const name = digest(`${property}\n${handle}`);
  const wait = parts.backoff.wait(name);
  if (wait > 0) throw new Refusal('too_many_attempts', undefined, wait);
  const stored = await parts.store.personByHandle(property, handle);
  const right = sameDigest(digest(proof), stored?.credential.proofHash ?? digest(parts.secret));
  if (stored === null || !right) {
    parts.backoff.failed(name);
    if (stored !== null) {
      const at = parts.clock();
      const { id: actor, role } = stored.person;
      const entry = logEntryText({ at, actor, role, action: 'sign-in-failed' });
      await writeOne(parts.committer, property, { kind: 'note', at, entry }, hotel.sign);
    }
    throw new Refusal('sign_in_failed');
  }
  parts.backoff.succeeded(name);
  const session = await parts.sessions.start(hotel, stored.person, device);
  return signedIn(session, stored);
}

/** What a tablet gets once a person has proven who they are. */
function signedIn(session: string, { person, credential, grants, sealedRoot }: StoredPerson): SignedIn {
  return {
    session,
    person,
    wrapped: credential.wrapped,
    grants: [...grants],
    ...(sealedRoot === null ? {} : { sealedRoot }),
    idleLimit: sessionLimits.idle,
  };
}
