import { deriveGuestKeys } from '../../crypto/guest-secret.ts';
import { keyIdOf } from '../../crypto/key-pair.ts';
import { openSelfCopy } from '../../crypto/self-copy.ts';
import { digest } from '../../crypto/sha256.ts';
import { verifyReceipt, type VerifiedReceipt } from '../../crypto/verify-receipt.ts';
import { parsePayload } from '../../pii/canonical-bytes.ts';
import type { GuestDetails } from '../../pii/details.ts';
import { selfPayloadSchema } from '../../pii/payloads.ts';
import type { GuestAccess, GuestStatus } from '../../protocol/api.ts';
import { decodeBase64Url } from '../../protocol/base64url.ts';
import { Refusal } from '../../protocol/problems.ts';
import type { ProvenReceipt } from '../../protocol/receipt.ts';
import type { GuestApi } from './guest-api.ts';

/** A registration as its guest sees it later. */
export interface OpenedRegistration {
  readonly registration: string;
  readonly status: GuestStatus;
  readonly receipt: ProvenReceipt;
  readonly verified: VerifiedReceipt;
  /** What the guest told; null once the guest's own copy was deleted. */
  readonly details: GuestDetails | null;
  readonly access: GuestAccess;
  /** Of the root key the receipt leads up to. */
  readonly fingerprint: string;
}

/**
 * Opens a registration with nothing but its secret. Throws Refusal: `not_found` on anything that is no registration's secret,
 * `receipt_invalid` and `cannot_open` where what the server gave doesn't hold together, and what the api throws.
 */
export async function openRegistration(api: Pick<GuestApi, 'view'>, secret: string): Promise<OpenedRegistration> {
  const keys = await deriveGuestKeys(secret);
  const access = { lookup: keys.lookup, token: keys.token };
  const view = await api.view(access);
  const verified = await verifyReceipt(view.receipt, null);
  const consent = await digest(view.consent);
  if (verified.receipt.record_id !== view.registration || verified.manifest.manifest.property !== view.property)
    throw new Refusal('receipt_invalid', 'another registration');
  if (verified.receipt.consent_event !== consent) throw new Refusal('receipt_invalid', 'another consent');
  const { property, registration } = view;
  const opened =
    view.self === null ? null : await openSelfCopy({ property, registration, consent }, keys.selfKey, view.self);
  const own = opened === null ? null : parsePayload(selfPayloadSchema, opened);
  return {
    registration,
    status: view.status,
    receipt: view.receipt,
    verified,
    details: own?.details ?? null,
    access,
    fingerprint: await keyIdOf(decodeBase64Url(verified.manifest.manifest.root) ?? new Uint8Array()),
  };
}
