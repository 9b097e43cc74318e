import { verifyConsent } from '../../crypto/consent.ts';
import { keyIdOf } from '../../crypto/key-pair.ts';
import { digest } from '../../crypto/sha256.ts';
import { verifyReceipt } from '../../crypto/verify-receipt.ts';
import { decodeBase64Url } from '../../protocol/base64url.ts';
import { Refusal } from '../../protocol/problems.ts';
import type { ProvenReceipt } from '../../protocol/receipt.ts';
import { submissionSchema } from '../../protocol/submission.ts';
import type { CheckedPublished } from './check-published.ts';
import type { SealedSubmission } from './compose-submission.ts';
import { confirmsRegistration } from './confirms-registration.ts';
import type { GuestApi } from './guest-api.ts';

type SealedFor = Pick<CheckedPublished, 'signed' | 'notice'>;

/**
 * Sends a sealed registration and believes the answer only when it proves itself: the receipt verifies up to the root this
 * registration was sealed for, and says what the phone itself would have written about what was sent.
 * Throws what the api throws, and Refusal `receipt_invalid`.
 *
 * @param known the manifest it was sealed for, and the notice the guest read; asked for once there is an answer
 */
export async function sendSubmission(
  api: Pick<GuestApi, 'register'>,
  sealed: SealedSubmission,
  known: SealedFor | (() => Promise<SealedFor>),
): Promise<ProvenReceipt> {
  const proven = await api.register(sealed.property, sealed.body);
  const rules = typeof known === 'function' ? await known() : known;
  const fingerprint = await keyIdOf(decodeBase64Url(rules.signed.manifest.root) ?? new Uint8Array());
  const { receipt } = await verifyReceipt(proven, fingerprint);
  const submission = submissionSchema.parse(JSON.parse(sealed.body));
  const event = await verifyConsent(submission.consent, decodeBase64Url(submission.signer) ?? new Uint8Array());
  const confirmed = confirmsRegistration(receipt, {
    manifest: rules.signed,
    notice: rules.notice,
    submission,
    event,
    eventHash: sealed.consentHash,
    submissionHash: await digest(sealed.body),
  });
  if (!confirmed || receipt.record_id !== sealed.registration || receipt.manifest.hash !== sealed.manifestHash)
    throw new Refusal('receipt_invalid', 'another registration');
  return proven;
}
