import type { ConsentEvent } from '../../protocol/consent-event.ts';
import type { SignedManifest } from '../../protocol/manifest.ts';
import type { Notice } from '../../protocol/notice.ts';
import { composeReceipt, parseReceipt, type Receipt } from '../../protocol/receipt.ts';
import type { Submission } from '../../protocol/submission.ts';

export interface SentRegistration {
  readonly manifest: SignedManifest;
  /** The notice the event names. */
  readonly notice: Notice;
  readonly submission: Pick<Submission, 'property' | 'registration'>;
  readonly event: ConsentEvent;
  /** SHA-256 of the event's JWS text. */
  readonly eventHash: string;
  /** SHA-256 of the bytes sent; null where they aren't known any more, which leaves the receipt's own word for it. */
  readonly submissionHash: string | null;
}

/**
 * Whether a registration's receipt says what the phone itself would have written. A signature only proves who wrote a receipt; a
 * false decision can be signed too. Its number, time and addresses are the server's to choose.
 */
export function confirmsRegistration(receipt: Receipt, sent: SentRegistration): boolean {
  const composed = composeReceipt({
    ...sent,
    submissionHash: sent.submissionHash ?? receipt.submission_hash ?? '',
    now: 0,
    random: (length) => new Uint8Array(length),
    publicUrl: '',
  });
  return sameReceipt(composed, receipt);
}

/**
 * Whether a receipt is the composed one, but for its number, its time and the addresses in it. One that doesn't say yet which rule was
 * over is the same: it was written before receipts said so.
 */
export function sameReceipt(composed: Receipt, receipt: Receipt): boolean {
  const expected = {
    ...composed,
    receipt_id: receipt.receipt_id,
    issued_at: receipt.issued_at,
    notice: { ...composed.notice, url: receipt.notice.url },
    status_url: receipt.status_url,
    purposes: composed.purposes.map(({ ended, ...purpose }, at) =>
      ended === undefined || receipt.purposes[at]?.ended === undefined ? purpose : { ...purpose, ended },
    ),
  };
  return inOrder(expected) === inOrder(receipt);
}

/** A parsed receipt's fields are in the order of its schema, so equal content is equal text. */
function inOrder(receipt: Receipt): string {
  return JSON.stringify(parseReceipt(JSON.stringify(receipt)));
}
