import type { StaffProperty } from '../../protocol/api.ts';
import { decodeBase64Url } from '../../protocol/base64url.ts';
import type { SignedManifest } from '../../protocol/manifest.ts';
import { verifyManifest } from '../../crypto/verify-manifest.ts';
import { Refusal } from '../../protocol/problems.ts';
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
 * with another's; and against the newest this tablet has seen, so that no keys of before a removal come back. One that has expired still
 * names the hotel's keys to its staff.
 * Throws Refusal `manifest_fingerprint`, `manifest_signature`, `manifest_older` (also for another one of the same number), `offline` and
 * the server's.
 */
export async function readHotel({ api, keyring, property, seenManifests }: Session): Promise<Hotel> {
  // As it stood before the server was asked: what another tab reads meanwhile may be newer than this answer.
  const seen = seenManifests.of(property);
  const answer = await api.property();
  const { fingerprint } = keyring;
  const manifest = await verifyManifest(answer.manifest, {
    fingerprint,
    property,
    now: 0,
    lastSequence: seen?.sequence ?? 0,
  });
  const { hash } = manifest;
  const { sequence } = manifest.manifest;
  if (sequence === seen?.sequence && hash !== seen.hash) throw new Refusal('manifest_older', 'another of its number');
  seenManifests.keep(property, { sequence, hash });
  return { ...answer, manifest, fingerprint, fingerprintBytes: decodeBase64Url(fingerprint) ?? new Uint8Array() };
}
