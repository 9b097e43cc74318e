import type { LogExportHeader } from '../../protocol/log-export.ts';
import type { LogFault } from '../../protocol/log-faults.ts';
import type { SignedManifest } from '../../protocol/manifest.ts';
import { Refusal } from '../../protocol/problems.ts';
import { verifyManifest } from '../verify-manifest.ts';

/**
 * The manifest after `before` (null for the first), or what is wrong with it. All of a hotel's manifests are signed by one root, count
 * up by one and name the one before; that they expire doesn't matter to what they said then.
 */
export async function nextManifest(
  jws: string,
  before: SignedManifest | null,
  { property, fingerprint }: Pick<LogExportHeader, 'property' | 'fingerprint'>,
): Promise<SignedManifest | LogFault> {
  let next: SignedManifest;
  try {
    next = await verifyManifest(jws, { fingerprint, property, now: 0, lastSequence: 0 });
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    if (error.code === 'manifest_fingerprint') return 'manifest-root';
    return error.code === 'manifest_signature' ? 'manifest-signature' : 'manifest-invalid';
  }
  const { sequence, previous } = next.manifest;
  const follows = sequence === (before?.manifest.sequence ?? 0) + 1 && previous === (before?.hash ?? null);
  return follows ? next : 'manifest-chain';
}
