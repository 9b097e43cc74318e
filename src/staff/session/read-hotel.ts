import type { StaffProperty } from '../../protocol/api.ts';
import { decodeBase64Url } from '../../protocol/base64url.ts';
import type { SignedManifest } from '../../protocol/manifest.ts';
import { keyIdOf } from '../../crypto/key-pair.ts';
import { verifyManifest } from '../../crypto/verify-manifest.ts';
import type { Session } from './sign-in.ts';

/** The hotel as a signed-in person works with it; its manifest's signature has been checked. */
export interface Hotel extends Omit<StaffProperty, 'manifest'> {
  readonly manifest: SignedManifest;
  /** Of the root key: 22 characters, what posters carry. */
  readonly fingerprint: string;
  readonly fingerprintBytes: Uint8Array<ArrayBuffer>;
}

/**
 * Asks for the hotel and checks its manifest: against the owner's own root where there is one, so that an owner never signs, prints or
 * seals with another's. One that has expired still names the hotel's keys to its staff.
 * Throws Refusal `manifest_fingerprint`, `manifest_signature`, `offline` and the server's.
 */
export async function readHotel({ api, keyring, property }: Session): Promise<Hotel> {
  const answer = await api.property();
  const fingerprint = keyring.root === null ? null : await keyIdOf(keyring.root.publicKey);
  const manifest = await verifyManifest(answer.manifest, { fingerprint, property, now: 0, lastSequence: 0 });
  const root = decodeBase64Url(manifest.manifest.root) ?? new Uint8Array();
  const found = await keyIdOf(root);
  return { ...answer, manifest, fingerprint: found, fingerprintBytes: decodeBase64Url(found) ?? new Uint8Array() };
}
