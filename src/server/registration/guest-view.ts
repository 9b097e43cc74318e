import type { GuestLog, GuestLogRequest, GuestStatus, GuestView } from '../../protocol/api.ts';
import { parseCheckpoint } from '../../protocol/checkpoint.ts';
import type { GuestRequest } from '../../protocol/request.ts';
import type { Hotel } from '../hotel/hotels.ts';
import { Terms } from '../retention/terms-of.ts';
import { toInstant } from '../../protocol/time.ts';
import type { Store } from '../store/store.ts';
import type { StoredRegistration, StoredRequest } from '../store/guest-store.ts';
import { provenFromStore } from './proven-receipt.ts';
import { planFor, standingsOf } from './purpose-standings.ts';
import { storedEvent } from './standing.ts';

/** Everything the server has for a guest. */
export async function guestView(store: Store, hotel: Hotel, stored: StoredRegistration): Promise<GuestView> {
  const { registration, property } = stored;
  const [events, receipts, envelopes, sealedOff, requests, erasures] = await Promise.all([
    store.events(registration),
    store.receipts(registration),
    store.envelopes(registration),
    store.sealedOff(registration),
    store.requestsOf(registration),
    store.erasuresOf(registration),
  ]);
  const proven = await Promise.all(receipts.map((receipt) => provenFromStore(store, receipt)));
  const terms = new Terms(store, hotel);
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
    purposes: standingsOf({
      stored,
      events,
      sealedOff: await Promise.all(
        sealedOff.map(async (sealed) => ({
          purpose: sealed.purpose,
          until: await terms.sealedDay({ ...sealed, checkOut: stored.checkOut }),
        })),
      ),
      erasures,
      plan: await planFor(store, hotel, stored, events),
    }),
    requests: requests.map(guestRequest),
  };
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
