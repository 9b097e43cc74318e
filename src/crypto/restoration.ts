import type { Restoration } from '../protocol/restoration.ts';
import { restorationJwsType } from '../protocol/restoration.ts';
import { signJws } from './jws.ts';
import { importKeyPair, keyIdOf, type RawKeyPair } from './key-pair.ts';

/**
 * Signs a restoration with the hotel's root: the proof that whoever asks for a new owner holds what the recovery sheet opens. The
 * challenge inside makes it good once, the property and the person inside make it good for nothing else. Throws Refusal `cannot_open`
 * where the pair is none.
 */
export async function signRestoration(root: RawKeyPair, restoration: Restoration): Promise<string> {
  const { privateKey } = await importKeyPair(root, 'sign');
  return signJws(JSON.stringify(restoration), privateKey, restorationJwsType, await keyIdOf(root.publicKey));
}
