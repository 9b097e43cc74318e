import type { ListedRow } from '../../protocol/api.ts';
import { Refusal } from '../../protocol/problems.ts';
import type { PurposeId } from '../../protocol/purposes.ts';
import type { OpeningReason } from '../../protocol/roles.ts';
import { pastKey, sealedUnder } from './consent-memory.ts';
import { openEnvelope } from '../../crypto/open-envelope.ts';
import { parsePayload } from '../../pii/canonical-bytes.ts';
import { type PurposePayload, purposePayloadSchema } from '../../pii/payloads.ts';
import type { Session } from '../session/sign-in.ts';

/** How long an opened envelope stays on the screen, in seconds. */
export const openSeconds = 30;

/** What was opened, for half a minute. In memory only. */
export interface OpenedPurpose {
  readonly payload: PurposePayload;
  /** The consent the row said its envelope rests on; null where it doesn't say. */
  readonly under: string | null;
  /** Milliseconds. */
  readonly closesAt: number;
}

/** Whether what was opened is still what the guest agrees to have here: taken back, deleted or sealed anew, it isn't. */
export function isStillHeld(row: ListedRow, { payload, under }: OpenedPurpose): boolean {
  return row.purposes.includes(payload.purpose) && (sealedUnder(row, payload.purpose)?.hash ?? null) === under;
}

/**
 * Asks for one envelope with a reason and opens it. The server writes who, what and why into the log before it answers.
 * Throws Refusal: `not_granted`, `cannot_open`, `offline`, `consent_replayed` where the envelope is one that was replaced or taken
 * back, and the server's others.
 */
export async function openPurpose(
  { api, keyring, property }: Pick<Session, 'api' | 'keyring' | 'property'>,
  { registration }: Pick<ListedRow, 'registration'>,
  purpose: PurposeId,
  reason: OpeningReason,
  past: ReadonlySet<string> = new Set(),
): Promise<PurposePayload> {
  const opened = await api.open({ registration, purpose, reason });
  // The consent this envelope was sealed under: a change seals anew only what it changes.
  const consent = opened.consentHash;
  if (past.has(pastKey(purpose, consent))) throw new Refusal('consent_replayed', 'an older envelope');
  const expected = { property, registration, kind: 'purpose', purpose, consent } as const;
  const bytes = await openEnvelope(expected, keyring.pair(opened.envelope.keyId), opened.envelope);
  const payload = parsePayload(purposePayloadSchema, bytes);
  if (payload.purpose !== purpose) throw new Refusal('cannot_open', 'another purpose');
  return payload;
}
