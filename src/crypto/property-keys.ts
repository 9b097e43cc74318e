import { encodeBase64Url } from '../protocol/base64url.ts';
import type { SealingKey } from '../protocol/manifest.ts';
import type { PurposeId } from '../protocol/purposes.ts';
import type { KeyPurpose } from '../protocol/staff.ts';
import { generateKeyPair, keyIdOf, type RawKeyPair } from './key-pair.ts';

/** Everything secret a new hotel has, made in the owner's browser. */
export interface PropertyKeys {
  readonly root: RawKeyPair;
  /** The card's key and one per purpose. */
  readonly sealing: readonly { readonly purpose: KeyPurpose; readonly pair: RawKeyPair }[];
}

/** Makes the root, the card key and a key per purpose. */
export async function generatePropertyKeys(purposes: readonly PurposeId[]): Promise<PropertyKeys> {
  const names: KeyPurpose[] = ['card', ...purposes];
  const sealing = await Promise.all(names.map(async (purpose) => ({ purpose, pair: await generateKeyPair() })));
  return { root: await generateKeyPair(), sealing };
}

/** A pair's public half as the manifest names it. */
export async function sealingKey(pair: Pick<RawKeyPair, 'publicKey'>): Promise<SealingKey> {
  return { keyId: await keyIdOf(pair.publicKey), publicKey: encodeBase64Url(pair.publicKey) };
}
