import { keyIdOf } from '../../crypto/key-pair.ts';
import { digest } from '../../crypto/sha256.ts';
import { verifyReceipt } from '../../crypto/verify-receipt.ts';
import { decodeBase64Url } from '../../protocol/base64url.ts';
import { Refusal } from '../../protocol/problems.ts';
import type { ProvenReceipt } from '../../protocol/receipt.ts';
import type { SealedSubmission } from './compose-submission.ts';
import type { GuestApi } from './guest-api.ts';

/**
 * Sends a sealed registration and believes the answer only when it proves itself: the receipt verifies up to the root this
 * registration was sealed for, and names exactly what was sent.
 * Throws what the api throws, and Refusal `receipt_invalid`.
 *
 * @param root the root public key of the manifest it was sealed for, base64url
 */
export async function sendSubmission(
  api: Pick<GuestApi, 'register'>,
  sealed: SealedSubmission,
  root: string,
): Promise<ProvenReceipt> {
  const proven = await api.register(sealed.property, sealed.body);
  const fingerprint = await keyIdOf(decodeBase64Url(root) ?? new Uint8Array());
  const { receipt } = await verifyReceipt(proven, fingerprint);
  if (
    receipt.record_id !== sealed.registration ||
    receipt.consent_event !== sealed.consentHash ||
    receipt.manifest.hash !== sealed.manifestHash ||
    receipt.submission_hash !== (await digest(sealed.body))
  ) {
    throw new Refusal('receipt_invalid', 'another registration');
  }
  return proven;
}
