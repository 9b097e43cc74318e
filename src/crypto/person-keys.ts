import { encodeBase64Url } from '../protocol/base64url.ts';
import { newId, type RandomBytes } from '../protocol/ids.ts';
import type { Role } from '../protocol/roles.ts';
import {
  type Credential,
  type NewPerson,
  passphraseParameters,
  type PassphraseParameters,
  type Wrapped,
} from '../protocol/staff.ts';
import type { KeyPurpose } from '../protocol/staff.ts';
import { sealGrants } from './grant.ts';
import { bundleBytes, type KeyBundle, readBundle } from './key-bundle.ts';
import { generateKeyPair, type RawKeyPair } from './key-pair.ts';
import { derivePassphraseKeys, newSalt } from './passphrase.ts';
import { digest } from './sha256.ts';
import { unwrapBytes, wrapBytes } from './wrap.ts';

const label = 'staff keys';

export interface PersonDraft {
  readonly property: string;
  readonly handle: string;
  readonly displayName: string;
  readonly role: Role;
  readonly passphrase: string;
  /** Which purposes' keys the person gets; `epoch` where one is of another than the draft's. */
  readonly purposes: readonly { readonly purpose: KeyPurpose; readonly pair: RawKeyPair; readonly epoch?: number }[];
  readonly epoch: number;
  /** Fingerprint of the hotel's root, the one manifests must be signed by for this person to believe them. */
  readonly fingerprint: string;
  /** The root key pair; an owner's alone. */
  readonly root: RawKeyPair | null;
  /** Milliseconds. */
  readonly now: number;
  readonly random: RandomBytes;
  readonly parameters?: PassphraseParameters;
}

/** What somebody makes on their own device to become a member of staff: all of it may be seen by the server. */
export type PersonKeys = Pick<NewPerson, 'id' | 'publicKey' | 'credential'>;

/** Makes a person's own key pair, wrapped under their passphrase with the root they were introduced to. */
export async function makePersonKeys(
  draft: Pick<PersonDraft, 'passphrase' | 'fingerprint' | 'root' | 'now' | 'random' | 'parameters'>,
): Promise<PersonKeys> {
  const person = await generateKeyPair();
  const bundle = { person, root: draft.root, purposes: [], fingerprint: draft.fingerprint };
  const { passphrase, random, parameters = passphraseParameters } = draft;
  return {
    id: newId(draft.now, random),
    publicKey: encodeBase64Url(person.publicKey),
    credential: await passphraseCredential(bundle, passphrase, { random, parameters }),
  };
}

/** Wraps a person's own keys under a passphrase. */
export async function passphraseCredential(
  bundle: KeyBundle,
  passphrase: string,
  tools: { readonly random: RandomBytes; readonly parameters?: PassphraseParameters },
): Promise<Credential> {
  const { random, parameters = passphraseParameters } = tools;
  const salt = newSalt(random);
  const keys = await derivePassphraseKeys(passphrase, salt, parameters);
  const wrapped = await wrapBytes(keys.wrappingKey, label, bundleBytes(bundle), random);
  return { salt, parameters, proofHash: await digest(keys.proof), wrapped };
}

/** Makes a member of staff whole: their own key pair, wrapped under their passphrase, and a grant per purpose sealed to it. */
export async function createPerson(draft: PersonDraft): Promise<NewPerson> {
  const { handle, displayName, role, purposes, epoch, property } = draft;
  const keys = await makePersonKeys(draft);
  const grants = await sealGrants(purposes, { property, epoch, person: keys.id, publicKey: keys.publicKey });
  return { ...keys, handle, displayName, role, grants };
}

/** Unwraps a person's own keys after sign-in. Throws Refusal `cannot_open`. */
export async function openPersonKeys(wrappingKey: CryptoKey, wrapped: Wrapped): Promise<KeyBundle> {
  return readBundle(await unwrapBytes(wrappingKey, label, wrapped));
}
