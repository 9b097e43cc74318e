import { createHmac } from 'node:crypto';
import type { SignedIn, SignIn, SignInChallenge } from '../../protocol/api.ts';
import { passphraseParameters } from '../../protocol/staff.ts';
import type { StoredPerson } from '../store/people-store.ts';
import { checkProof, type ProofParts } from './check-proof.ts';
import { sessionLimits, type Sessions } from './sessions.ts';

export interface SignInParts extends ProofParts {
  readonly sessions: Sessions;
  /** Makes the salts of handles that don't exist; the same after a restart. */
  readonly secret: Uint8Array;
  /** Told what time the device of somebody has who has just signed in, milliseconds: a second clock. */
  readonly witness: (time: number) => void;
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
  { handle, proof, device = 'other', time }: SignIn,
): Promise<SignedIn> {
  const hotel = await parts.hotels.get(property);
  const stored = await checkProof(parts, property, handle, proof);
  const session = await parts.sessions.start(hotel, stored.person, device);
  if (time !== undefined) parts.witness(Date.parse(time));
  return signedIn(session, stored);
}

/** What a tablet gets once a person has proven who they are. */
export function signedIn(session: string, { person, credential, grants, sealedRoot }: StoredPerson): SignedIn {
  return {
    session,
    person,
    wrapped: credential.wrapped,
    grants: [...grants],
    ...(sealedRoot === null ? {} : { sealedRoot }),
    idleLimit: sessionLimits.idle,
  };
}
