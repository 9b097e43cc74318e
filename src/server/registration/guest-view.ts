import type { GuestLog, GuestLogRequest, GuestStatus, GuestView, PurposeStanding } from '../../protocol/api.ts';
import { parseCheckpoint } from '../../protocol/checkpoint.ts';
import { purposeIds } from '../../protocol/purposes.ts';
import type { GuestRequest } from '../../protocol/request.ts';
import { toInstant } from '../../protocol/time.ts';
import type { SealedOff } from '../store/change.ts';
import type { Store, StoredRegistration, StoredRequest } from '../store/store.ts';
import { provenFromStore } from './proven-receipt.ts';
import { storedEvent } from './standing.ts';

/** Everything the server has for a guest. */
export async function guestView(store: Store, stored: StoredRegistration): Promise<GuestView> {
  const { registration, property } = stored;
  const [events, receipts, envelopes, sealedOff, requests] = await Promise.all([
    store.events(registration),
    store.receipts(registration),
    store.envelopes(registration),
    store.sealedOff(registration),
    store.requestsOf(registration),
  ]);
  const proven = await Promise.all(receipts.map((receipt) => provenFromStore(store, receipt)));
  const [newest, consent] = [proven.at(-1), events.at(-1)];
  if (newest === undefined || consent === undefined) throw new TypeError('a registration without a receipt');
  const hashes = [...new Set(events.map((jws) => storedEvent(jws).notice.hash))];
  const notices = await Promise.all(hashes.map(async (hash) => ({ hash, text: await store.notice(property, hash) })));
  return {
    status: statusOf(stored),
    receipt: newest,
    registration,
    property,
    consent,
    self: envelopes.find(({ kind }) => kind === 'self') ?? null,
    receipts: proven,
    events,
    notices: notices.flatMap(({ hash, text }) => (text === null ? [] : [{ hash, text }])),
    purposes: standings(stored, events, sealedOff),
    requests: requests.map(guestRequest),
  };
}

function standings(
  { state, purposes, withdrawn }: StoredRegistration,
  jws: readonly string[],
  sealedOff: readonly SealedOff[],
): PurposeStanding[] {
  const events = jws.map(storedEvent);
  const ever = purposeIds.filter((id) =>
    events.some(
      ({ decisions, statutory }) =>
        statutory.includes(id) || decisions.some(({ purpose, decision }) => purpose === id && decision === 'given'),
    ),
  );
  return ever.map((purpose) => {
    const sealed = sealedOff.find((one) => one.purpose === purpose);
    if (sealed !== undefined) return { purpose, state: 'sealed-off', until: sealed.until };
    if (withdrawn.includes(purpose)) return { purpose, state: 'withdrawn', until: null };
    if (purposes.includes(purpose)) return { purpose, state: 'held', until: null };
    return { purpose, state: state === 'expired' ? 'expired' : 'erased', until: null };
  });
}

export function guestRequest({ openedAt, ...request }: StoredRequest): GuestRequest {
  const { id, kind, purpose, origin, due, calendarKnown, outcome, reason } = request;
  return { id, kind, purpose, origin, openedAt: toInstant(openedAt), due, calendarKnown, outcome, reason };
}

export function statusOf({ state, seenAt, arrivedAt }: StoredRegistration): GuestStatus {
  const instant = (at: number | null) => (at === null ? null : toInstant(at));
  return { state, seenAt: instant(seenAt), arrivedAt: instant(arrivedAt) };
}

/** Who looked, with the proofs: every entry about the registration in today's tree, and that the trees the phone knows are inside it. */
export async function guestLog(
  store: Store,
  { property, registration }: StoredRegistration,
  { known }: GuestLogRequest,
): Promise<GuestLog> {
  const checkpoint = await store.checkpoint(property, null);
  const size = parseCheckpoint(checkpoint ?? '')?.size;
  if (checkpoint === null || size === undefined) throw new TypeError('a log without a checkpoint');
  const text = (hashes: readonly Uint8Array[]) => hashes.map((hash) => Buffer.from(hash).toString('base64url'));
  const listed = (await store.entriesOf(property, registration)).filter(({ index }) => index < size);
  const entries = await Promise.all(
    listed.map(async ({ index, entry }) => ({
      text: entry,
      index,
      proof: text(await store.inclusionProof(property, index, size)),
    })),
  );
  const older = [...new Set(known)].filter((from) => from > 0 && from < size);
  const consistency = await Promise.all(
    older.map(async (from) => ({ from, proof: text(await store.consistencyProof(property, from, size)) })),
  );
  return { checkpoint, entries, consistency };
}
