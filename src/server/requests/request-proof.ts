import { createHmac, timingSafeEqual } from 'node:crypto';
import type { HandedProof } from '../../protocol/api.ts';
import { Refusal } from '../../protocol/problems.ts';
import { parseReceipt, type ProvenReceipt } from '../../protocol/receipt.ts';
import type { RequestProof } from '../../protocol/request.ts';
import { handedProofUrl } from '../../protocol/printed-addresses.ts';
import { inTime } from '../in-time.ts';
import { provenFromStore } from '../registration/proven-receipt.ts';
import type { ActiveSession } from '../staff/sessions.ts';
import type { SteadyClock } from '../steady-clock.ts';
import type { Store } from '../store/store.ts';
import type { StoredReceipt, StoredRequest } from '../store/guest-store.ts';
import { requestOf } from './handle-request.ts';

export interface HandoverParts {
  readonly store: Store;
  readonly steady: SteadyClock;
  readonly publicUrl: string;
  /** 32 bytes the server keeps for itself. */
  readonly handoverSecret: Uint8Array;
}

/** Milliseconds for which the link on a printed certificate works: long enough to get home, too short to be a register. */
const handoverTime = 30 * 86_400_000;

/**
 * The proof of what a request did, and the link by which the guest's phone gets it, as long as that works. Throws Refusal `not_found`
 * where it did nothing.
 */
export async function proofOfRequest(
  parts: HandoverParts,
  session: ActiveSession,
  request: string,
): Promise<RequestProof> {
  const { store, publicUrl } = parts;
  const known = await requestOf(parts, session, request);
  const { registration } = known;
  if (registration === null) throw new Refusal('not_found');
  const receipts = await store.receipts(registration);
  const at = receipts.findIndex((receipt) => provesRequest(known, receipt));
  const found = receipts[at];
  if (found === undefined) throw new Refusal('not_found');
  const number = at + 1;
  const token = tokenFor(parts, registration, number).toString('base64url');
  const link = linkWorks(parts, found) ? handedProofUrl(publicUrl, { registration, number, token }) : null;
  return { receipt: await provenFromStore(store, found), link };
}

/** A proof for the phone of a guest who was given the link on paper. Throws Refusal `not_found`, the same for every reason. */
export async function handedProof(
  parts: HandoverParts,
  { registration, number, token }: HandedProof,
): Promise<ProvenReceipt> {
  const given = Buffer.from(token, 'base64url');
  const right = tokenFor(parts, registration, number);
  const receipt = (await parts.store.receipts(registration))[number - 1];
  if (given.length !== right.length || !timingSafeEqual(given, right) || receipt === undefined)
    throw new Refusal('not_found');
  if (!linkWorks(parts, receipt)) throw new Refusal('not_found');
  return provenFromStore(parts.store, receipt);
}

function linkWorks({ steady }: HandoverParts, { moment }: StoredReceipt): boolean {
  return moment !== null && inTime(moment + handoverTime, steady.now(), handoverTime);
}

/** The step is written by a clock read a moment before the receipt's; both in whole seconds on paper. */
function provesRequest({ kind, origin, purpose, steps }: StoredRequest, { receipt: text, bodyHash }: StoredReceipt) {
  const done = steps.find(({ step }) => step === 'done');
  if (done === undefined || (bodyHash === null) !== (origin !== 'guest')) return false;
  const receipt = parseReceipt(text);
  if (receipt.kind !== kind || Date.parse(receipt.issued_at) < Math.floor(done.at / 1000) * 1000) return false;
  return purpose === null || receipt.purposes.find(({ id }) => id === purpose)?.event.decision === 'withdrawn';
}

function tokenFor({ handoverSecret }: HandoverParts, registration: string, number: number): Buffer {
  return createHmac('sha256', handoverSecret).update(`proof\n${registration}\n${number}`).digest().subarray(0, 16);
}
