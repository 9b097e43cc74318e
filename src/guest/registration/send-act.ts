import { digest } from '../../crypto/sha256.ts';
import { verifyReceipt, type VerifiedReceipt } from '../../crypto/verify-receipt.ts';
import { Refusal } from '../../protocol/problems.ts';
import { parseReceipt, type ProvenReceipt } from '../../protocol/receipt.ts';
import type { SealedAct } from './compose-change.ts';
import type { GuestApi } from './guest-api.ts';

export interface ActExpectation {
  /** Of the root the registration's receipts lead up to. */
  readonly fingerprint: string;
  /** The newest receipt before the act. */
  readonly previous: ProvenReceipt;
  /** Whether the receipt says what the phone itself would have written; see `confirmsChange`. */
  readonly confirms?: (verified: VerifiedReceipt) => boolean | Promise<boolean>;
}

export interface SentAct {
  readonly proven: ProvenReceipt;
  readonly verified: VerifiedReceipt;
}

/**
 * Sends a change or a deletion and believes the answer only when it proves itself: the receipt verifies up to the root the phone
 * knows, names exactly what was sent, is of the kind that was asked for, and follows the newest receipt.
 * Throws what the api throws, and Refusal `receipt_invalid`.
 */
export async function sendAct(
  api: Pick<GuestApi, 'change' | 'delete'>,
  act: SealedAct,
  { fingerprint, previous, confirms }: ActExpectation,
): Promise<SentAct> {
  const proven = await (act.kind === 'deletion' ? api.delete(act.body) : api.change(act.body));
  const verified = await verifyReceipt(proven, fingerprint);
  const { receipt } = verified;
  if (
    receipt.record_id !== act.registration ||
    receipt.kind !== act.kind ||
    receipt.consent_event !== act.eventHash ||
    receipt.submission_hash !== (await digest(act.body)) ||
    (act.manifestHash !== null && receipt.manifest.hash !== act.manifestHash)
  ) {
    throw new Refusal('receipt_invalid', 'another act');
  }
  if (
    receipt.supersedes !== parseReceipt(previous.text).receipt_id ||
    receipt.previous_hash !== (await digest(previous.text))
  )
    throw new Refusal('receipt_invalid', 'another receipt before it');
  if (confirms !== undefined && !(await confirms(verified))) throw new Refusal('receipt_invalid', 'another decision');
  return { proven, verified };
}
