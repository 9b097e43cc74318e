import type { Sealed } from '../protocol/staff.ts';
import { Refusal } from '../protocol/problems.ts';
import { hpkeOpen, hpkeSeal } from './hpke.ts';
import { keyIdOf, type RawKeyPair } from './key-pair.ts';

/** Where a sealed root belongs. */
interface RootContext {
  readonly property: string;
  /** The id of the owner it is for. */
  readonly person: string;
}
const info = ({ property }: RootContext) => JSON.stringify(['foyer', 1, 'root', property]);

/** Seals the root's private key to an owner's public key (65 bytes). */
export async function sealRoot(context: RootContext, root: RawKeyPair, personKey: Uint8Array): Promise<Sealed> {
  const bytes = new Uint8Array(97);
  bytes.set(root.publicKey);
  bytes.set(root.privateKey, 65);
  return hpkeSeal(personKey, info(context), context.person, bytes);
}

/** Opens it with the owner's own key. Throws Refusal `cannot_open`, also where it isn't the root of that fingerprint. */
export async function openRoot(
  context: RootContext & { readonly fingerprint: string },
  sealed: Sealed,
  person: CryptoKeyPair,
): Promise<RawKeyPair> {
  const bytes = await hpkeOpen(person, info(context), context.person, sealed);
  const root = { publicKey: bytes.slice(0, 65), privateKey: bytes.slice(65) };
  if (root.privateKey.length !== 32 || (await keyIdOf(root.publicKey)) !== context.fingerprint)
    throw new Refusal('cannot_open', 'root');
  return root;
}
