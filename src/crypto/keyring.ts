import { Refusal } from '../protocol/problems.ts';
import type { SignedIn } from '../protocol/api.ts';
import type { KeyPurpose } from '../protocol/staff.ts';
import { encodeBase64Url } from '../protocol/base64url.ts';
import { openGrant } from './grant.ts';
import { importKeyPair, keyIdOf } from './key-pair.ts';
import type { KeyBundle } from './key-bundle.ts';
import { openByPasskey } from './passkey-keys.ts';
import { openPersonKeys } from './person-keys.ts';
import { openRoot } from './sealed-root.ts';

/**
 * The private keys a signed-in person works with, in memory only. Keys are not extractable; `forget` drops them,
 * and a keyring prints as nothing (no logger or error report can carry one).
 */
export class Keyring {
  #pairs: Map<string, CryptoKeyPair>;
  #person: CryptoKeyPair | null;
  #root: { readonly publicKey: Uint8Array<ArrayBuffer>; readonly signingKey: CryptoKey } | null;
  readonly #fingerprint: string;
  readonly #unopened: readonly KeyPurpose[];

  constructor(
    fingerprint: string,
    person: CryptoKeyPair,
    pairs: ReadonlyMap<string, CryptoKeyPair>,
    root: { readonly publicKey: Uint8Array<ArrayBuffer>; readonly signingKey: CryptoKey } | null,
    unopened: readonly KeyPurpose[] = [],
  ) {
    this.#fingerprint = fingerprint;
    this.#person = person;
    this.#pairs = new Map(pairs);
    this.#root = root;
    this.#unopened = [...new Set(unopened)];
  }

  /** The pair for a key id. Throws Refusal `not_granted` when the person doesn't hold it, also after `forget`. */
  pair(keyId: string): CryptoKeyPair {
    const pair = this.#pairs.get(keyId);
    if (pair === undefined) throw new Refusal('not_granted');
    return pair;
  }

  /** Whether the person holds the key. */
  holds(keyId: string): boolean {
    return this.#pairs.has(keyId);
  }

  /** Every sealing key the person holds, by key id, for a thread of this session: it has them until it is ended. */
  pairs(): readonly (readonly [string, CryptoKeyPair])[] {
    return [...this.#pairs];
  }

  /** The purposes of the grants that could not be opened, each once. */
  get unopened(): readonly KeyPurpose[] {
    return this.#unopened;
  }

  /** The person's own pair, to open grants with. Throws Refusal `session_ended` after `forget`. */
  get person(): CryptoKeyPair {
    if (this.#person === null) throw new Refusal('session_ended');
    return this.#person;
  }

  /** Of the hotel's root, as the person's own keys were wrapped with it: what every manifest is held to. Public, and kept after `forget`. */
  get fingerprint(): string {
    return this.#fingerprint;
  }

  /** The root's signing key; null for anyone but an owner. */
  get root(): { readonly publicKey: Uint8Array<ArrayBuffer>; readonly signingKey: CryptoKey } | null {
    return this.#root;
  }

  /** Drops every key: on lock, after idle minutes, on sign-out. */
  forget(): void {
    this.#pairs.clear();
    this.#person = null;
    this.#root = null;
  }

  toJSON(): string {
    return '[keyring]';
  }
}

/**
 * Opens what a sign-in gave. A grant that doesn't open is left out and named in `unopened`: one that is damaged keeps nobody from the rest.
 * Throws Refusal `cannot_open` where none of them opens, and where the person's own keys don't.
 */
export async function openKeyring(property: string, signedIn: SignedIn, wrappingKey: CryptoKey): Promise<Keyring> {
  return keyringOf(property, signedIn, await openPersonKeys(wrappingKey, signedIn.wrapped));
}

/** The same after signing in with a passkey. Throws Refusal `cannot_open`. */
export async function openKeyringByPasskey(property: string, signedIn: SignedIn, key: CryptoKey): Promise<Keyring> {
  if (signedIn.wrappedByPasskey === undefined) throw new Refusal('cannot_open', 'passkey');
  return keyringOf(property, signedIn, await openByPasskey(key, signedIn.wrappedByPasskey));
}

async function keyringOf(property: string, signedIn: SignedIn, bundle: KeyBundle): Promise<Keyring> {
  if (bundle.person === null || bundle.fingerprint === undefined) throw new Refusal('cannot_open', 'person');
  // What the server calls this person's key is what others would seal to.
  if (encodeBase64Url(bundle.person.publicKey) !== signedIn.person.publicKey)
    throw new Refusal('cannot_open', 'another key of the person');
  const person = await importKeyPair(bundle.person, 'open');
  const pairs = new Map<string, CryptoKeyPair>();
  const unopened: KeyPurpose[] = [];
  let refused: Refusal | null = null;
  for (const grant of signedIn.grants) {
    try {
      const raw = await openGrant({ property, person: signedIn.person.id }, grant, person);
      pairs.set(await keyIdOf(raw.publicKey), await importKeyPair(raw, 'open'));
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      refused ??= error;
      unopened.push(grant.purpose);
    }
  }
  if (refused !== null && pairs.size === 0) throw refused;
  const pair =
    bundle.root ??
    (signedIn.sealedRoot === undefined
      ? null
      : await openRoot(
          { property, person: signedIn.person.id, fingerprint: bundle.fingerprint },
          signedIn.sealedRoot,
          person,
        ));
  const root =
    pair === null ? null : { publicKey: pair.publicKey, signingKey: (await importKeyPair(pair, 'sign')).privateKey };
  return new Keyring(bundle.fingerprint, person, pairs, root, unopened);
}
