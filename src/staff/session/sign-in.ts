import type { Grant, Person } from '../../protocol/staff.ts';
import type { KeyBundle } from '../../crypto/key-bundle.ts';
import { openGrant } from '../../crypto/grant.ts';
import { type Keyring, openKeyring, openKeyringByPasskey } from '../../crypto/keyring.ts';
import { importKeyPair, type RawKeyPair } from '../../crypto/key-pair.ts';
import { derivePassphraseKeys } from '../../crypto/passphrase.ts';
import { openPersonKeys, passphraseCredential } from '../../crypto/person-keys.ts';
import { openRoot } from '../../crypto/sealed-root.ts';
import type { RandomBytes } from '../../protocol/ids.ts';
import { Refusal } from '../../protocol/problems.ts';
import type { KeyPurpose, Sealed, Wrapped } from '../../protocol/staff.ts';
import type { SignedIn } from '../../protocol/api.ts';
import type { DoorApi, StaffApi } from '../api/staff-api.ts';
import type { SeenTeams } from '../team/seen-teams.ts';
import type { SeenManifests } from './seen-manifests.ts';
import type { PasskeyDevice } from '../passkeys/passkey-device.ts';
import { provePasskey } from '../passkeys/use-passkey.ts';

/** A person at work: what they may ask of the server, and their keys, in memory only. */
export interface Session {
  readonly property: string;
  readonly person: Person;
  readonly api: StaffApi;
  readonly keyring: Keyring;
  /** Sealed: useless without the keyring or the passphrase. */
  readonly grants: readonly Grant[];
  readonly wrapped: Wrapped;
  readonly sealedRoot?: Sealed | undefined;
  readonly seenTeams: SeenTeams;
  readonly seenManifests: SeenManifests;
  /** Milliseconds without a request after which the server ends the session. */
  readonly idleLimit: number;
}

export interface Credentials {
  readonly property: string;
  readonly handle: string;
  readonly passphrase: string;
}

/** Where a sign-in is; `stretching` is the part that takes its time on purpose. */
export type SignInStep = 'passkey' | 'asking' | 'stretching' | 'proving' | 'opening';

/**
 * Signs in on a device that has never seen the keys. The passphrase stays here; the server sees a proof derived from it.
 * Throws Refusal: `sign_in_failed`, `too_many_attempts`, `offline`, `cannot_open` and the server's others.
 */
export async function signIn(
  door: DoorApi,
  { property, handle, passphrase }: Credentials,
  onStep: (step: SignInStep) => void = () => undefined,
): Promise<Session> {
  onStep('asking');
  const challenge = await door.startSignIn(property, handle);
  onStep('stretching');
  const keys = await derivePassphraseKeys(passphrase, challenge.salt, challenge.parameters, door.stretch);
  onStep('proving');
  const signedIn = await door.signIn(property, handle, keys.proof);
  onStep('opening');
  return sessionOf(door, property, signedIn, await openKeyring(property, signedIn, keys.wrappingKey));
}

/** Signs in with a passkey whose PRF opens the keys. Throws Refusal `passkey_without_keys` where it has none, and as `signIn`. */
export async function signInByPasskey(
  door: DoorApi,
  device: PasskeyDevice,
  property: string,
  onStep: (step: SignInStep) => void,
): Promise<Session> {
  onStep('passkey');
  const { assertion, wrappingKey } = await provePasskey(device, door, property);
  onStep('proving');
  const signedIn = await door.passkeySignIn(property, assertion);
  onStep('opening');
  if (wrappingKey === null) throw new Refusal('passkey_without_keys');
  return sessionOf(door, property, signedIn, await openKeyringByPasskey(property, signedIn, wrappingKey));
}

function sessionOf(door: DoorApi, property: string, signedIn: SignedIn, keyring: Keyring): Session {
  return {
    property,
    person: signedIn.person,
    api: door.staff(signedIn.session),
    keyring,
    grants: signedIn.grants,
    wrapped: signedIn.wrapped,
    sealedRoot: signedIn.sealedRoot,
    seenTeams: door.seenTeams,
    seenManifests: door.seenManifests,
    idleLimit: signedIn.idleLimit,
  };
}

/**
 * Asks for the signed-in person's passphrase once more and opens their own keys as bytes, the root's among them.
 * For the few acts that copy keys; counts as a step-up. Throws Refusal `wrong_passphrase`, or `offline` and others of the server.
 */
export async function openOwnKeys(door: DoorApi, session: Session, passphrase: string): Promise<KeyBundle> {
  return (await openOwnKeysWithProof(door, session, passphrase)).bundle;
}

async function openOwnKeysWithProof(door: DoorApi, session: Session, passphrase: string) {
  const challenge = await door.startSignIn(session.property, session.person.handle);
  const keys = await derivePassphraseKeys(passphrase, challenge.salt, challenge.parameters, door.stretch);
  const bundle = await openWith(session, keys.wrappingKey).catch(() => {
    throw new Refusal('wrong_passphrase');
  });
  // What follows needs a step-up anyway, and nobody is asked twice.
  await session.api.stepUp({ way: 'passphrase', proof: keys.proof });
  return { bundle, proof: keys.proof };
}

/** A change of passphrase that was sent: where the line broke, the salt the server names tells whether it has it. Secret. */
export interface LastChange {
  current: { readonly after: string; readonly salt: string } | null;
}

/**
 * Wraps the person's own keys under a new passphrase. The session goes on at the server, the person's others end; what this tablet
 * holds is wrapped under the old one, so it signs in anew. Tried again with the same `tried`, what the server has already is done. Throws
 * Refusal as `openOwnKeys`.
 */
export async function changePassphrase(
  { door, random }: { readonly door: DoorApi; readonly random: RandomBytes },
  session: Session,
  { before, after }: { readonly before: string; readonly after: string },
  tried: LastChange = { current: null },
): Promise<void> {
  if (tried.current?.after === after) {
    const { salt } = await door.startSignIn(session.property, session.person.handle);
    if (salt === tried.current.salt) return;
  }
  const { bundle, proof } = await openOwnKeysWithProof(door, session, before);
  const credential = await passphraseCredential(bundle, after, { random });
  tried.current = { after, salt: credential.salt };
  await session.api.changePassphrase({ proof, credential });
}

async function openWith({ property, person, wrapped, sealedRoot }: Session, key: CryptoKey): Promise<KeyBundle> {
  const bundle = await openPersonKeys(key, wrapped);
  const { person: own, fingerprint } = bundle;
  if (bundle.root !== null || sealedRoot === undefined || own === null || fingerprint === undefined) return bundle;
  const context = { property, person: person.id, fingerprint };
  return { ...bundle, root: await openRoot(context, sealedRoot, await importKeyPair(own, 'open')) };
}

/**
 * The sealing keys granted to the person in every epoch, as bytes, to be granted on or put on the recovery sheet. Secret. A grant that
 * doesn't open is left out: whatever can't do without its key asks `requireOwnKey`. Throws Refusal `session_ended`.
 */
export async function grantedKeys(
  session: Session,
): Promise<readonly { readonly purpose: KeyPurpose; readonly pair: RawKeyPair; readonly epoch: number }[]> {
  const context = { property: session.property, person: session.person.id };
  const { person } = session.keyring;
  const opened = await Promise.all(
    session.grants.map(async (grant) => {
      try {
        return [{ purpose: grant.purpose, epoch: grant.epoch, pair: await openGrant(context, grant, person) }];
      } catch (error) {
        if (error instanceof Refusal) return [];
        throw error;
      }
    }),
  );
  return opened.flat();
}

/** Throws Refusal `own_key_damaged`, with the purpose, where the person was granted a key and it doesn't open. */
export function requireOwnKey({ grants, keyring }: Session, keyId: string): void {
  const damaged = grants.find((grant) => grant.keyId === keyId && !keyring.holds(keyId));
  if (damaged !== undefined) throw new Refusal('own_key_damaged', damaged.purpose);
}

/** Takes the keys out of memory and ends the session at the server; a server that can't be reached ends it by itself. */
export async function endSession(session: Session, options?: { readonly keepalive: boolean }): Promise<void> {
  session.keyring.forget();
  try {
    await session.api.signOut(options);
  } catch {
    // The keys are gone from here, which is what counts; the server's own idle limit does the rest.
  }
}
