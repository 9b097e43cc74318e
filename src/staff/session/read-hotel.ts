import type { StaffProperty } from '../../protocol/api.ts';
import { decodeBase64Url } from '../../protocol/base64url.ts';
import type { SignedManifest } from '../../protocol/manifest.ts';
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
 * Asks for the hotel and checks its manifest against the root the person's own keys came with, so that nobody signs, prints or seals
 * with another's. One that has expired still names the hotel's keys to its staff.
 * Throws Refusal `manifest_fingerprint`, `manifest_signature`, `offline` and the server's.
 */
export async function readHotel({ api, keyring, property }: Session): Promise<Hotel> {
  const answer = await api.property();
  const { fingerprint } = keyring;
  const manifest = await verifyManifest(answer.manifest, { fingerprint, property, now: 0, lastSequence: 0 });
  return { ...answer, manifest, fingerprint, fingerprintBytes: decodeBase64Url(fingerprint) ?? new Uint8Array() };
}
