import type { Receipt } from '../../protocol/receipt.ts';
import { writeOne } from '../commit/write-one.ts';
import { type Hotel, type Publication } from '../hotel/hotels.ts';
import type { ChangeOf } from '../store/change.ts';
import type { NewReceipt } from '../store/guest-changes.ts';
import { receiptJson, provenReceiptJson } from './proven-receipt.ts';
import type { RegisterAnswer, RegisterParts } from './register.ts';
import type { Standing } from './standing.ts';

/** A composed receipt as the store takes it. */
export function newReceipt(
  composed: Receipt,
  standing: Standing,
  publication: Publication,
  bodyHash: string | null,
): NewReceipt {
  const parts = [
    composed.receipt_id,
    composed.record_id,
    composed.consent_event,
    ...(bodyHash === null ? [] : [bodyHash]),
    standing.previous.id,
    standing.previous.hash,
    composed.issued_at,
    composed.notice.shown_at,
  ];
  return {
    number: standing.stored.receipts + 1,
    text: JSON.stringify(composed),
    parts,
    manifestSequence: publication.manifest.sequence,
    bodyHash,
  };
}

/** Writes what a guest does, or the desk for them, and answers with the proven receipt after it is durable. Throws Refusal. */
export async function commitAct(
  parts: Pick<RegisterParts, 'committer' | 'store'>,
  hotel: Hotel,
  publication: Publication,
  change: ChangeOf<'amend'> | ChangeOf<'erase'>,
): Promise<RegisterAnswer> {
  const { outcome, tree } = await writeOne(parts.committer, hotel.property, change, hotel.sign);
  const { entry, receipt, registration } = change;
  if (outcome.kind === 'done' && outcome.index !== null && tree !== null) {
    const { index } = outcome;
    return {
      status: 201,
      json: provenReceiptJson({ receipt: receipt.text, entry, index, tree, manifest: publication.jws }),
    };
  }
  const repeated = receipt.bodyHash === null ? null : await repeatedAct(parts, registration, receipt.bodyHash);
  if (repeated === null) throw new TypeError('a receipt that exists is not there');
  return repeated;
}

/** The answer these bytes were given before, while nothing newer stands; else null. */
export async function repeatedAct(
  { store }: Pick<RegisterParts, 'store'>,
  registration: string,
  bodyHash: string,
): Promise<RegisterAnswer | null> {
  const newest = (await store.receipts(registration)).at(-1);
  return newest?.bodyHash === bodyHash ? { status: 200, json: await receiptJson(store, newest) } : null;
}
