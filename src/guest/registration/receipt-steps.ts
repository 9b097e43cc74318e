import { verifyCertificate, type VerifiedCertificate } from '../../crypto/verify-certificate.ts';
import { verifyReceipt, type VerifiedReceipt } from '../../crypto/verify-receipt.ts';
import { keyIdOf } from '../../crypto/key-pair.ts';
import { decodeBase64Url } from '../../protocol/base64url.ts';
import { provenCertificateSchema } from '../../protocol/erasure-certificate.ts';
import { Refusal } from '../../protocol/problems.ts';

/** What is looked at when a receipt is verified, in this order. */
export const receiptSteps = ['shape', 'text', 'manifest', 'checkpoint', 'inclusion'] as const;
export type ReceiptStep = (typeof receiptSteps)[number];

export type ReceiptCheck =
  | { readonly ok: true; readonly verified: VerifiedReceipt | VerifiedCertificate; readonly fingerprint: string }
  | { readonly ok: false; readonly failed: ReceiptStep };

/** Verifies pasted or opened text without any server and says which step it got to. */
export async function checkReceiptText(text: string): Promise<ReceiptCheck> {
  let proven: unknown;
  try {
    // Copied out of a mail or a chat, a text may come with a mark at its start.
    proven = JSON.parse(text.replace(/^\uFEFF/, '').trim());
  } catch {
    return { ok: false, failed: 'shape' };
  }
  try {
    const verified = isCertificate(proven) ? await verifyCertificate(proven, null) : await verifyReceipt(proven, null);
    const root = decodeBase64Url(verified.manifest.manifest.root) ?? new Uint8Array();
    return { ok: true, verified, fingerprint: await keyIdOf(root) };
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return { ok: false, failed: stepOf(error) };
  }
}

/** Of the hotel's own erasures, as opposed to a guest's receipt. */
function isCertificate(proven: unknown): boolean {
  return provenCertificateSchema.safeParse(proven).success;
}

function stepOf({ code, detail }: Refusal): ReceiptStep {
  if (code !== 'receipt_invalid') return 'manifest';
  switch (detail) {
    case 'text':
    case 'entry':
      return 'text';
    case 'manifest':
    case 'notice':
      return 'manifest';
    case 'checkpoint':
    case 'checkpoint signature':
      return 'checkpoint';
    case 'inclusion':
      return 'inclusion';
    case undefined:
    default:
      return 'shape';
  }
}
