import type { LogEntry } from '../protocol/audit-log.ts';
import type { SignedCheckpoint } from '../protocol/checkpoint.ts';
import { type ErasureCertificate, parseCertificate, provenCertificateSchema } from '../protocol/erasure-certificate.ts';
import type { SignedManifest } from '../protocol/manifest.ts';
import { Refusal } from '../protocol/problems.ts';
import { digest } from './sha256.ts';
import { verifyManifest } from './verify-manifest.ts';
import { checkPlace, parseEntry } from './verify-receipt.ts';

export interface VerifiedCertificate {
  readonly certificate: ErasureCertificate;
  readonly entry: LogEntry;
  readonly manifest: SignedManifest;
  readonly checkpoint: SignedCheckpoint;
}

/**
 * Verifies an erasure certificate without any server, step by step as `verifyReceipt` does. Erasing rests on no rules being in force, so
 * a manifest that has expired still names the hotel's keys. That the numbers are right takes the log itself: they count its entries.
 * Throws Refusal `receipt_invalid` with the first step that fails, or the manifest's own refusal.
 */
export async function verifyCertificate(proven: unknown, fingerprint: string | null): Promise<VerifiedCertificate> {
  const parsed = provenCertificateSchema.safeParse(proven);
  if (!parsed.success) throw new Refusal('receipt_invalid', 'shape');
  const certificate = parseCertificate(parsed.data.text);
  const entry = parseEntry(parsed.data.entry);
  if (entry.digest !== (await digest(parsed.data.text))) throw new Refusal('receipt_invalid', 'text');
  if (entry.action !== 'erasure-certified' || entry.role !== 'server') throw new Refusal('receipt_invalid', 'entry');
  const { property } = certificate;
  const manifest = await verifyManifest(parsed.data.manifest, {
    fingerprint,
    property,
    now: 0,
    lastSequence: certificate.manifest.sequence,
  });
  if (manifest.hash !== certificate.manifest.hash) throw new Refusal('receipt_invalid', 'manifest');
  if (certificate.log.to > parsed.data.index || certificate.log.from > certificate.log.to)
    throw new Refusal('receipt_invalid', 'entry');
  return { certificate, entry, manifest, checkpoint: await checkPlace(parsed.data, manifest) };
}
