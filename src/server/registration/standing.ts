import { type ConsentEvent, consentEventSchema, consentJwsType } from '../../protocol/consent-event.ts';
import { type StandingDecision, standingDecisions } from '../../protocol/consent-state.ts';
import { type Notice, parseNotice } from '../../protocol/notice.ts';
import { Refusal } from '../../protocol/problems.ts';
import type { PurposeId } from '../../protocol/purposes.ts';
import { parseReceipt } from '../../protocol/receipt.ts';
import { digest } from '../digest.ts';
import { verifyJws } from '../p256.ts';
import { parseJsonText, parseWith } from '../parse-json.ts';
import type { Store } from '../store/store.ts';
import type { StoredReceipt, StoredRegistration } from '../store/guest-store.ts';

/** A registration with all it has decided and been given so far. */
export interface Standing {
  readonly stored: StoredRegistration;
  readonly decisions: ReadonlyMap<PurposeId, StandingDecision>;
  readonly lastEvent: ConsentEvent;
  readonly receipts: readonly StoredReceipt[];
  /** The newest receipt, as the next one names it. */
  readonly previous: { readonly id: string; readonly hash: string };
  /** Notices the events name, newest first. */
  readonly older: readonly { readonly hash: string; readonly notice: Notice }[];
}

export async function readStanding(store: Store, stored: StoredRegistration): Promise<Standing> {
  const [jws, receipts] = await Promise.all([store.events(stored.registration), store.receipts(stored.registration)]);
  const events = jws.map(storedEvent);
  const newest = receipts.at(-1);
  const lastEvent = events.at(-1);
  if (newest === undefined || lastEvent === undefined) throw new TypeError('a registration without a receipt');
  const hashes = [...new Set(events.map(({ notice }) => notice.hash))].reverse();
  const texts = await Promise.all(
    hashes.map(async (hash) => ({ hash, text: await store.notice(stored.property, hash) })),
  );
  return {
    stored,
    decisions: standingDecisions(events),
    lastEvent,
    receipts,
    previous: { id: parseReceipt(newest.receipt).receipt_id, hash: digest(newest.receipt) },
    older: texts.flatMap(({ hash, text }) => (text === null ? [] : [{ hash, notice: parseNotice(text) }])),
  };
}

/** An event whose signature was checked before it was stored. */
export function storedEvent(jws: string): ConsentEvent {
  const text = Buffer.from(jws.split('.')[1] ?? '', 'base64url').toString();
  return consentEventSchema.parse(JSON.parse(text));
}

/** An event as it comes in. Throws Refusal `consent_invalid` unless the registration's own key signed it. */
export async function readEvent(jws: string, signer: string): Promise<ConsentEvent> {
  const verified = await verifyJws(jws, signer, consentJwsType);
  if (verified === null) throw new Refusal('consent_invalid', 'event');
  return parseWith(consentEventSchema, parseJsonText(verified.text, 'consent_invalid', 'event'), 'consent_invalid');
}
