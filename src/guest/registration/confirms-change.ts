import { changeEffect } from '../../protocol/check-change.ts';
import { composeChangeReceipt } from '../../protocol/compose-change-receipt.ts';
import type { ConsentEvent } from '../../protocol/consent-event.ts';
import { standingDecisions } from '../../protocol/consent-state.ts';
import type { SignedManifest } from '../../protocol/manifest.ts';
import type { Notice } from '../../protocol/notice.ts';
import type { PurposeId } from '../../protocol/purposes.ts';
import type { Receipt } from '../../protocol/receipt.ts';
import { sameReceipt } from './confirms-registration.ts';

export interface ConfirmedChange {
  /** The manifest the receipt carries, verified. */
  readonly manifest: SignedManifest;
  /** Every event up to the one the receipt names, oldest first, each signed by the guest. */
  readonly events: readonly ConsentEvent[];
  /** SHA-256 of the last one's JWS. */
  readonly eventHash: string;
  /** The notices the events name, oldest first, each by the hash of its text. */
  readonly notices: ReadonlyMap<string, Notice>;
  /** The receipt before, with SHA-256 of its text. */
  readonly previous: { readonly receipt: Receipt; readonly hash: string };
}

/**
 * Whether the receipt of a change says what the phone itself would have written about what the guest signed. Its number, time and
 * addresses are the server's to choose; so is that something had ended by itself before. What a deletion erased is the server's word,
 * which no phone can know better.
 */
export function confirmsChange(receipt: Receipt, change: ConfirmedChange): boolean {
  const { manifest, events, eventHash, notices, previous } = change;
  const event = events.at(-1);
  if (event === undefined || receipt.supersedes !== previous.receipt.receipt_id) return false;
  const deletes = event.act === 'deletion';
  // A deletion's receipt is in the rules of its day, which the guest need not have read.
  const notice = notices.get(deletes ? receipt.notice.hash : event.notice.hash);
  if (deletes && notice === undefined) return receipt.kind === 'deletion' && heldIn(receipt).length === 0;
  if (notice === undefined) return false;
  const says = heldIn(receipt);
  const effect = changeEffect(event, says.includes('minors'), heldIn(previous.receipt));
  const filled = [...effect.given, ...event.statutory];
  const held = deletes ? [] : effect.held.filter((id) => filled.includes(id) || says.includes(id));
  // In a deletion nobody decides: what was given stands as it was, and is held no more.
  const decided = standingDecisions(deletes ? events.slice(0, -1) : events);
  const composed = composeChangeReceipt({
    kind: deletes ? 'deletion' : effect.kind,
    registration: event.registration,
    language: deletes ? receipt.language : event.notice.language,
    manifest,
    notice,
    older: [...notices].reverse().map(([hash, older]) => ({ hash, notice: older })),
    shownAt: event.notice.shownAt,
    acting: event.acting,
    decisions: decided,
    held,
    eventHash,
    submissionHash: receipt.submission_hash ?? null,
    previous: { id: previous.receipt.receipt_id, hash: previous.hash },
    deletion: deletes ? (receipt.deletion ?? null) : null,
    now: Date.parse(receipt.issued_at),
    random: (length) => new Uint8Array(length),
    publicUrl: '',
  });
  return sameReceipt(composed, receipt);
}

/**
 * Whether a receipt that rests on no new event, because the hotel acted without the guest, only says that something ended: nobody but
 * the guest can give anything.
 */
export function onlyEnds(receipt: Receipt, previous: ConfirmedChange['previous']): boolean {
  const before = heldIn(previous.receipt);
  return (
    receipt.supersedes === previous.receipt.receipt_id &&
    receipt.previous_hash === previous.hash &&
    (receipt.kind === 'withdrawal' || receipt.kind === 'deletion') &&
    receipt.record_id === previous.receipt.record_id &&
    heldIn(receipt).every((id) => before.includes(id))
  );
}

/** The purposes a receipt says are in use. */
function heldIn({ purposes }: Receipt): PurposeId[] {
  return purposes
    .filter(({ event }) => event.decision === 'given' || event.decision === 'provided-by-law')
    .map(({ id }) => id);
}
