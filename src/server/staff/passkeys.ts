import { verifyAuthenticationResponse, verifyRegistrationResponse } from '@simplewebauthn/server';
import type { SignedIn } from '../../protocol/api.ts';
import { newId, type RandomBytes } from '../../protocol/ids.ts';
import {
  mostPasskeys,
  type NewPasskey,
  type Passkey,
  type PasskeyAssertion,
  type PasskeyChallenge,
  type PasskeyCreation,
  type PasskeySignIn,
} from '../../protocol/passkey.ts';
import { Refusal } from '../../protocol/problems.ts';
import { toInstant } from '../../protocol/time.ts';
import { writeOne } from '../commit/write-one.ts';
import { logEntryText } from '../log/log-entry.ts';
import type { StoredPasskey } from '../store/people-store.ts';
import type { Challenges } from './challenges.ts';
import type { ActiveSession } from './sessions.ts';
import { signedIn, type SignInParts } from './sign-in.ts';

export interface PasskeyParts extends SignInParts {
  readonly passkeyChallenges: Challenges;
  readonly publicUrl: string;
  readonly random: RandomBytes;
}

const rpIdOf = ({ publicUrl }: PasskeyParts) => new URL(publicUrl).hostname;
const proofOf = (property: string) => `prove\n${property}`;
const makingOf = ({ property, person }: ActiveSession) => `make\n${property}\n${person}`;

/** For signing in and for a step-up. */
export async function passkeyChallenge(parts: PasskeyParts, property: string): Promise<PasskeyChallenge> {
  await parts.hotels.get(property);
  return { challenge: parts.passkeyChallenges.make(proofOf(property)), rpId: rpIdOf(parts) };
}

/** For making one. */
export async function startPasskey(parts: PasskeyParts, session: ActiveSession): Promise<PasskeyCreation> {
  const known = await parts.store.passkeys(session.person);
  const challenge = parts.passkeyChallenges.make(makingOf(session));
  return { challenge, rpId: rpIdOf(parts), known: known.map(({ credential }) => credential) };
}

export async function passkeysOf({ store }: PasskeyParts, session: ActiveSession): Promise<Passkey[]> {
  return (await store.passkeys(session.person)).map(({ id, name, addedAt, usedAt, wrapped }) => ({
    id,
    name,
    addedAt: toInstant(addedAt),
    usedAt: usedAt === null ? null : toInstant(usedAt),
    opensKeys: wrapped !== null,
  }));
}

/** Throws Refusal `passkey_invalid` where the authenticator's answer doesn't hold, `conflict` where it is known or there are too many. */
export async function addPasskey(parts: PasskeyParts, session: ActiveSession, asked: NewPasskey): Promise<void> {
  const { id, clientDataJSON, attestationObject } = asked.attestation;
  const use = makingOf(session);
  let challenge = '';
  const verified = await verifyRegistrationResponse({
    response: {
      id,
      rawId: id,
      type: 'public-key',
      clientExtensionResults: {},
      response: { clientDataJSON, attestationObject },
    },
    expectedChallenge: (given) => {
      challenge = given;
      return parts.passkeyChallenges.holds(use, given);
    },
    expectedOrigin: parts.publicUrl,
    expectedRPID: rpIdOf(parts),
    requireUserVerification: true,
  }).catch(() => {
    // The library says by throwing what doesn't hold; whoever sent it learns no more than that.
    throw new Refusal('passkey_invalid');
  });
  if (!verified.verified || !parts.passkeyChallenges.spend(challenge)) throw new Refusal('passkey_invalid');
  const { credential } = verified.registrationInfo;
  const at = parts.clock();
  const hotel = await parts.hotels.get(session.property);
  const entry = logEntryText({ at, actor: session.person, role: session.role, action: 'passkey-added' });
  const passkey = {
    id: newId(at, parts.random),
    credential: credential.id,
    publicKey: Buffer.from(credential.publicKey).toString('base64url'),
    counter: credential.counter,
    name: asked.name.trim(),
    wrapped: asked.wrapped,
  };
  const { person } = session;
  const change = { kind: 'add-passkey', at, person, passkey, most: mostPasskeys, entry } as const;
  await writeOne(parts.committer, session.property, change, hotel.sign);
}

export async function removePasskey(parts: PasskeyParts, session: ActiveSession, passkey: string): Promise<void> {
  const at = parts.clock();
  const hotel = await parts.hotels.get(session.property);
  const entry = logEntryText({ at, actor: session.person, role: session.role, action: 'passkey-removed' });
  const change = { kind: 'remove-passkey', at, person: session.person, passkey, entry } as const;
  await writeOne(parts.committer, session.property, change, hotel.sign);
}

/**
 * Checks an assertion: a known passkey of this hotel, a challenge of ours not used before, our own origin, the person verified by the
 * device, a counter that doesn't go back, nobody who is shut out. Throws Refusal `sign_in_failed`.
 */
async function checkAssertion(
  parts: PasskeyParts,
  property: string,
  assertion: PasskeyAssertion,
): Promise<StoredPasskey> {
  const { id, clientDataJSON, authenticatorData, signature } = assertion;
  const stored = await parts.store.passkey(property, id);
  if (stored === null) throw new Refusal('sign_in_failed');
  let challenge = '';
  const verified = await verifyAuthenticationResponse({
    response: {
      id,
      rawId: id,
      type: 'public-key',
      clientExtensionResults: {},
      response: { clientDataJSON, authenticatorData, signature },
    },
    expectedChallenge: (given) => {
      challenge = given;
      return parts.passkeyChallenges.holds(proofOf(property), given);
    },
    expectedOrigin: parts.publicUrl,
    expectedRPID: rpIdOf(parts),
    credential: {
      id,
      publicKey: new Uint8Array(Buffer.from(stored.publicKey, 'base64url')),
      counter: stored.counter,
    },
    requireUserVerification: true,
  }).catch(() => null);
  if (verified?.verified !== true || !parts.passkeyChallenges.spend(challenge)) throw new Refusal('sign_in_failed');
  const { newCounter: counter } = verified.authenticationInfo;
  const hotel = await parts.hotels.get(property);
  const change = { kind: 'use-passkey', at: parts.clock(), passkey: stored.id, counter } as const;
  await writeOne(parts.committer, property, change, hotel.sign);
  if (await parts.store.isShutOut(property, stored.person)) throw new Refusal('sign_in_failed');
  return stored;
}

/** Whether an assertion is by a passkey of this very person. */
export async function provesByPasskey(
  parts: PasskeyParts,
  property: string,
  person: string,
  assertion: PasskeyAssertion,
): Promise<boolean> {
  try {
    return (await checkAssertion(parts, property, assertion)).person === person;
  } catch (error) {
    if (error instanceof Refusal && error.code === 'sign_in_failed') return false;
    throw error;
  }
}

/** A passkey of somebody's that didn't prove them is an entry; one nobody knows is nobody's. */
async function noteFailure(parts: PasskeyParts, property: string, id: string): Promise<void> {
  const known = await parts.store.passkey(property, id);
  const person = known === null ? null : await parts.store.person(property, known.person);
  if (person === null) return;
  const { id: actor, role } = person.person;
  const at = parts.clock();
  const hotel = await parts.hotels.get(property);
  const entry = logEntryText({ at, actor, role, action: 'sign-in-failed' });
  await writeOne(parts.committer, property, { kind: 'note', at, entry }, hotel.sign);
}

/**
 * A failure is a log entry where the passkey is known, and slows the next one. Throws Refusal `sign_in_failed`, `too_many_attempts`, or
 * `passkey_without_keys` where it opens none: the passphrase does then.
 */
export async function signInByPasskey(
  parts: PasskeyParts,
  property: string,
  { assertion, device = 'other', time }: PasskeySignIn,
): Promise<SignedIn> {
  const hotel = await parts.hotels.get(property);
  const name = `passkey\n${property}\n${assertion.id}`;
  const wait = parts.backoff.wait(name);
  if (wait > 0) throw new Refusal('too_many_attempts', undefined, wait);
  const passkey = await checkAssertion(parts, property, assertion).catch(async (error: unknown) => {
    parts.backoff.failed(name, (await parts.store.passkey(property, assertion.id)) !== null);
    await noteFailure(parts, property, assertion.id);
    throw error;
  });
  parts.backoff.succeeded(name);
  const person = await parts.store.person(property, passkey.person);
  if (person === null) throw new Refusal('sign_in_failed');
  if (passkey.wrapped === null) throw new Refusal('passkey_without_keys');
  const session = await parts.sessions.start(hotel, person.person, device);
  if (time !== undefined) parts.witness(Date.parse(time));
  return { ...signedIn(session, person), wrappedByPasskey: passkey.wrapped };
}
