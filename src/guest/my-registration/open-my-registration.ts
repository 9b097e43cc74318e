import { verifyConsent } from '../../crypto/consent.ts';
import type { GuestKeys } from '../../crypto/guest-secret.ts';
import { keyIdOf, keyPairOfJwk } from '../../crypto/key-pair.ts';
import { openSelfCopy } from '../../crypto/self-copy.ts';
import { digest } from '../../crypto/sha256.ts';
import { verifyReceipt } from '../../crypto/verify-receipt.ts';
import { parsePayload } from '../../pii/canonical-bytes.ts';
import { type SelfPayload, selfPayloadSchema } from '../../pii/payloads.ts';
import type { GuestView } from '../../protocol/api.ts';
import { decodeBase64Url } from '../../protocol/base64url.ts';
import { type ConsentEvent, consentEventSchema } from '../../protocol/consent-event.ts';
import { standingDecisions } from '../../protocol/consent-state.ts';
import type { SignedManifest } from '../../protocol/manifest.ts';
import { type Notice, parseNotice } from '../../protocol/notice.ts';
import { Refusal } from '../../protocol/problems.ts';
import { parseReceipt, type Receipt } from '../../protocol/receipt.ts';
import { confirmsChange, onlyEnds } from '../registration/confirms-change.ts';
import { confirmsRegistration } from '../registration/confirms-registration.ts';
import type { GuestApi } from '../registration/guest-api.ts';
import type { AgreedNotice, MyRegistration, OwnReceipt } from './my-registration.ts';
import { standingsOf } from './standings-of.ts';

/** What the secret gives besides what is shown: all it takes to decide anew. */
export interface OpenedMine {
  readonly mine: Omit<MyRegistration, 'today'>;
  readonly keys: GuestKeys;
  /** The guest's own copy; null once deleted. */
  readonly own: SelfPayload | null;
  /** The newest consent event. */
  readonly last: { readonly number: number; readonly hash: string };
  /** The rules the newest receipt rests on. */
  readonly manifest: SignedManifest;
}

/**
 * Opens everything a guest's secret opens, and believes none of it before it is checked: the newest receipt verifies and names the
 * newest consent event, its hotel is the one the guest sealed for, the events are chained and signed by the registration's own key, the notices are the texts the events name.
 *
 * @param keptUnder fingerprint of the root this phone keeps the registration under; null where it keeps none
 *
 * Throws Refusal: `manifest_fingerprint` where another root than the guest's speaks, `not_found` on anything that is no registration's secret, `receipt_invalid` and `cannot_open` where what the
 * server gave doesn't hold together, and what the api throws.
 */
export async function openMyRegistration(
  api: Pick<GuestApi, 'view'>,
  keys: GuestKeys,
  keptUnder: string | null,
): Promise<OpenedMine> {
  const view = await api.view({ lookup: keys.lookup, token: keys.token });
  const newest = await verifyReceipt(view.receipt, null);
  const fingerprint = await keyIdOf(decodeBase64Url(newest.manifest.manifest.root) ?? new Uint8Array());
  const consent = await digest(view.consent);
  if (newest.receipt.record_id !== view.registration || newest.manifest.manifest.property !== view.property)
    throw new Refusal('receipt_invalid', 'another registration');
  if (newest.receipt.consent_event !== consent) throw new Refusal('receipt_invalid', 'another consent');
  const own = await openOwn(view, consent, keys);
  for (const known of [keptUnder, own?.hotel?.root ?? null])
    if (known !== null && known !== fingerprint) throw new Refusal('manifest_fingerprint', 'another root');
  const events = await readEvents(view, own);
  const texts = new Map(await Promise.all(view.notices.map(async ({ text }) => [await digest(text), text] as const)));
  const notices = new Map([...texts].map(([hash, text]) => [hash, parseNotice(text)]));
  const hashes = await Promise.all(view.events.map(digest));
  const read = { view, events, hashes, notices, fingerprint };
  const receipts = await Promise.all(view.receipts.map((_, at) => readReceipt(at, read)));
  const agreed = readNotices(texts, notices, events);
  const { registration, property, status, requests } = view;
  const decisions = standingDecisions(events);
  const mine: OpenedMine['mine'] = {
    registration,
    property,
    status,
    access: { lookup: keys.lookup, token: keys.token },
    fingerprint,
    channel: own?.hotel?.channel ?? 'typed',
    details: own?.details ?? null,
    decisions,
    standings: standingsOf(
      view.purposes,
      decisions,
      receipts.at(-1)?.receipt ?? null,
      view.status.state === 'departed',
    ),
    receipts,
    events,
    agreed,
    requests,
  };
  return { mine, keys, own, last: { number: events.length, hash: consent }, manifest: newest.manifest };
}

async function openOwn(view: GuestView, consent: string, keys: GuestKeys): Promise<SelfPayload | null> {
  if (view.self === null) return null;
  const { property, registration } = view;
  const opened = await openSelfCopy({ property, registration, consent }, keys.selfKey, view.self);
  return parsePayload(selfPayloadSchema, opened);
}

/** The events in their chain. Once the own copy is gone so is the key, and only the chain is left to be checked. */
async function readEvents(view: GuestView, own: SelfPayload | null): Promise<ConsentEvent[]> {
  const signer = own === null ? null : keyPairOfJwk(own.signingKey).publicKey;
  const events: ConsentEvent[] = [];
  let previous: string | null = null;
  for (const jws of view.events) {
    const event: ConsentEvent = signer === null ? readUnsigned(jws) : await verifyConsent(jws, signer);
    if (event.registration !== view.registration || event.number !== events.length + 1 || event.previous !== previous)
      throw new Refusal('receipt_invalid', 'consent chain');
    events.push(event);
    previous = await digest(jws);
  }
  if (view.events.at(-1) !== view.consent) throw new Refusal('receipt_invalid', 'another consent');
  return events;
}

function readUnsigned(jws: string): ConsentEvent {
  const payload = decodeBase64Url(jws.split('.')[1] ?? '') ?? new Uint8Array();
  const parsed = consentEventSchema.safeParse(readJson(new TextDecoder().decode(payload)));
  if (!parsed.success) throw new Refusal('consent_invalid');
  return parsed.data;
}

function readJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new Refusal('consent_invalid', 'not JSON');
  }
}

interface ReceiptsRead {
  readonly view: GuestView;
  readonly events: readonly ConsentEvent[];
  /** SHA-256 of each event's JWS. */
  readonly hashes: readonly string[];
  /** By the hash of their text. */
  readonly notices: ReadonlyMap<string, Notice>;
  readonly fingerprint: string;
}

/** A receipt that doesn't verify, or doesn't say what the guest signed, is shown as one that doesn't, instead of hiding everything else. */
async function readReceipt(at: number, read: ReceiptsRead): Promise<OwnReceipt> {
  const proven = read.view.receipts[at];
  if (proven === undefined) throw new Refusal('receipt_invalid', 'missing');
  const receipt = parseReceipt(proven.text);
  try {
    const { manifest } = await verifyReceipt(proven, read.fingerprint);
    const verified = receipt.record_id === read.view.registration && (await confirms(receipt, at, manifest, read));
    return { proven, receipt, verified };
  } catch (error) {
    if (error instanceof Refusal) return { proven, receipt, verified: false };
    throw error;
  }
}

/** Whether a receipt says what the guest signed for it, on the notice that was named. */
async function confirms(receipt: Receipt, at: number, manifest: SignedManifest, read: ReceiptsRead): Promise<boolean> {
  const { view, events, hashes, notices } = read;
  const number = hashes.indexOf(receipt.consent_event);
  const event = events[number];
  if (event === undefined) return false;
  const before = view.receipts[at - 1];
  if (before === undefined) {
    const notice = notices.get(event.notice.hash);
    const submission = { property: view.property, registration: view.registration };
    const first = { manifest, submission, event, eventHash: receipt.consent_event, submissionHash: null };
    return number === 0 && notice !== undefined && confirmsRegistration(receipt, { ...first, notice });
  }
  const previous = { receipt: parseReceipt(before.text), hash: await digest(before.text) };
  const last = hashes.indexOf(previous.receipt.consent_event);
  if (number === last) return onlyEnds(receipt, previous);
  return (
    number === last + 1 &&
    confirmsChange(receipt, {
      manifest,
      events: events.slice(0, number + 1),
      eventHash: receipt.consent_event,
      notices,
      previous,
    })
  );
}

/** The notices that what is held rests on; a text that isn't the one an event names is left out. */
function readNotices(
  texts: ReadonlyMap<string, string>,
  notices: ReadonlyMap<string, Notice>,
  events: readonly ConsentEvent[],
): AgreedNotice[] {
  const found = new Map<string, AgreedNotice>();
  for (const { notice: shown, time, decisions, statutory, act } of events) {
    const { hash, language, version } = shown;
    const [text, notice] = [texts.get(hash), notices.get(hash)];
    const agrees = act === undefined || statutory.length > 0 || decisions.some(({ decision }) => decision === 'given');
    if (text === undefined || notice === undefined || !agrees || found.has(hash)) continue;
    found.set(hash, { text, notice, language, version, hash, agreedAt: time });
  }
  return [...found.values()];
}
