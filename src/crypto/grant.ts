import { decodeBase64Url } from '../protocol/base64url.ts';
import { Refusal } from '../protocol/problems.ts';
import type { Grant, KeyPurpose } from '../protocol/staff.ts';
import { hpkeOpen, hpkeSeal } from './hpke.ts';
import { keyIdOf, type RawKeyPair } from './key-pair.ts';

/** Where a grant belongs; bound by the cipher, so a grant can't be moved to another person, purpose or property. */
export interface GrantContext {
  readonly property: string;
  readonly purpose: KeyPurpose;
  readonly epoch: number;
  /** The id of the person it is for. */
  readonly person: string;
}

const info = (context: GrantContext) =>
  JSON.stringify(['foyer', 1, 'grant', context.property, context.purpose, context.epoch]);
const aad = (context: GrantContext, keyId: string) => JSON.stringify([context.person, keyId]);

/** Seals a purpose's private key to one person's public key (65 bytes). */
export async function sealGrant(context: GrantContext, pair: RawKeyPair, personKey: Uint8Array): Promise<Grant> {
  const keyId = await keyIdOf(pair.publicKey);
  const bytes = new Uint8Array(97);
  bytes.set(pair.publicKey);
  bytes.set(pair.privateKey, 65);
  const sealed = await hpkeSeal(personKey, info(context), aad(context, keyId), bytes);
  return { purpose: context.purpose, keyId, epoch: context.epoch, sealed };
}

/** A grant of each key to one person; of `to`'s epoch where a key names none. Throws Refusal `unknown_key` where `publicKey` is none. */
export async function sealGrants(
  keys: readonly { readonly purpose: KeyPurpose; readonly pair: RawKeyPair; readonly epoch?: number }[],
  to: Omit<GrantContext, 'purpose'> & { readonly publicKey: string },
): Promise<Grant[]> {
  const { property, person } = to;
  const key = personKeyBytes(to.publicKey);
  return Promise.all(
    keys.map(({ purpose, pair, epoch = to.epoch }) => sealGrant({ property, purpose, epoch, person }, pair, key)),
  );
}

/** Opens a grant with the person's own key. Throws Refusal `cannot_open`, also where the key inside isn't the one the grant names. */
export async function openGrant(
  context: Pick<GrantContext, 'property' | 'person'>,
  grant: Grant,
  person: CryptoKeyPair,
): Promise<RawKeyPair> {
  const full = { ...context, purpose: grant.purpose, epoch: grant.epoch };
  const bytes = await hpkeOpen(person, info(full), aad(full, grant.keyId), grant.sealed);
  const pair = { publicKey: bytes.slice(0, 65), privateKey: bytes.slice(65) };
  if (pair.privateKey.length !== 32 || (await keyIdOf(pair.publicKey)) !== grant.keyId)
    throw new Refusal('cannot_open', 'grant');
  return pair;
}

/** A person's public key as bytes. Throws Refusal `unknown_key`. */
export function personKeyBytes(publicKey: string): Uint8Array<ArrayBuffer> {
  const bytes = decodeBase64Url(publicKey);
  if (bytes?.length !== 65) throw new Refusal('unknown_key', 'person');
  return bytes;
}
