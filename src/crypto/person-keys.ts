import { encodeBase64Url } from '../protocol/base64url.ts';
import { newId, type RandomBytes } from '../protocol/ids.ts';
import type { Role } from '../protocol/roles.ts';
import {
  type Grant,
  type NewPerson,
  passphraseParameters,
  type PassphraseParameters,
  type Wrapped,
} from '../protocol/staff.ts';
import type { KeyPurpose } from '../protocol/staff.ts';
import { sealGrant } from './grant.ts';
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
  /** Which purposes' keys the person gets. */
  readonly purposes: readonly { readonly purpose: KeyPurpose; readonly pair: RawKeyPair }[];
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

/** Makes a member of staff: their own key pair, wrapped under their passphrase, and a grant per purpose sealed to it. */
export async function createPerson(draft: PersonDraft): Promise<NewPerson> {
  const id = newId(draft.now, draft.random);
  const person = await generateKeyPair();
  const salt = newSalt(draft.random);
  const parameters = draft.parameters ?? passphraseParameters;
  const keys = await derivePassphraseKeys(draft.passphrase, salt, parameters);
  const wrapped = await wrapBytes(
    keys.wrappingKey,
    label,
    bundleBytes({ person, root: draft.root, purposes: [], fingerprint: draft.fingerprint }),
    draft.random,
  );
  const grants: Grant[] = [];
  for (const { purpose, pair } of draft.purposes) {
    grants.push(
      await sealGrant({ property: draft.property, purpose, epoch: draft.epoch, person: id }, pair, person.publicKey),
    );
  }
  return {
    id,
    handle: draft.handle,
    displayName: draft.displayName,
    role: draft.role,
    publicKey: encodeBase64Url(person.publicKey),
    credential: { salt, parameters, proofHash: await digest(keys.proof), wrapped },
    grants,
  };
}

/** Unwraps a person's own keys after sign-in. Throws Refusal `cannot_open`. */
export async function openPersonKeys(wrappingKey: CryptoKey, wrapped: Wrapped): Promise<KeyBundle> {
  return readBundle(await unwrapBytes(wrappingKey, label, wrapped));
}
