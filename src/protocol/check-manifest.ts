import { type Manifest, suites } from './manifest.ts';
import type { DeviceProblem } from './problems.ts';

export interface ManifestExpectation {
  readonly property: string;
  /** Milliseconds. */
  readonly now: number;
  /** The highest sequence this phone has ever seen of this property, 0 when none. */
  readonly lastSequence: number;
}

/**
 * Everything a phone must refuse in a manifest whose signature holds: another hotel's, an older one than it has seen,
 * an expired one, one whose suites it can't speak, one with no or repeated keys. Returns the first reason, or null.
 */
export function checkManifest(manifest: Manifest, expected: ManifestExpectation): DeviceProblem | null {
  if (manifest.property !== expected.property || manifest.logOrigin !== `foyer/${manifest.property}`)
    return 'manifest_property';
  if (manifest.sequence < expected.lastSequence) return 'manifest_older';
  if (Date.parse(manifest.expiresAt) <= expected.now) return 'manifest_expired';
  if (!manifest.suites.some((suite) => suites.some((known) => known === suite))) return 'manifest_suite';
  const sealing = [manifest.card, ...manifest.purposes];
  const ids = manifest.purposes.map((purpose) => purpose.id);
  const keyIds = sealing.map((key) => key.keyId);
  // The root and the receipt key count too: the receipt key is the server's, and nothing may be sealed to it.
  const keys = [manifest.root, manifest.receiptKey.publicKey, ...sealing.map((key) => key.publicKey)];
  if (ids.length === 0) return 'manifest_empty';
  return [ids, keyIds, keys].some(hasRepeats) ? 'manifest_keys' : null;
}

function hasRepeats(values: readonly string[]): boolean {
  return new Set(values).size !== values.length;
}
