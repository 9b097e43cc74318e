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
import { parseNotice } from '../../protocol/notice.ts';
import { Refusal } from '../../protocol/problems.ts';
import { parseReceipt, type ProvenReceipt, type Receipt } from '../../protocol/receipt.ts';
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
 * newest consent event, the events are chained and signed by the registration's own key, the notices are the texts the events name.
 * Throws Refusal: `not_found` on anything that is no registration's secret, `receipt_invalid` and `cannot_open` where what the
 * server gave doesn't hold together, and what the api throws.
 */
export async function openMyRegistration(api: Pick<GuestApi, 'view'>, keys: GuestKeys): Promise<OpenedMine> {
  const view = await api.view({ lookup: keys.lookup, token: keys.token });
  const newest = await verifyReceipt(view.receipt, null);
  const fingerprint = await keyIdOf(decodeBase64Url(newest.manifest.manifest.root) ?? new Uint8Array());
  const consent = await digest(view.consent);
  if (newest.receipt.record_id !== view.registration || newest.manifest.manifest.property !== view.property)
    throw new Refusal('receipt_invalid', 'another registration');
  if (newest.receipt.consent_event !== consent) throw new Refusal('receipt_invalid', 'another consent');
  const own = await openOwn(view, consent, keys);
  const events = await readEvents(view, own);
  const receipts = await Promise.all(view.receipts.map((proven) => readReceipt(proven, view, events, fingerprint)));
  const agreed = await readNotices(view, events);
  const { registration, property, status, requests } = view;
  const decisions = standingDecisions(events);
  const mine: OpenedMine['mine'] = {
    registration,
    property,
    status,
    access: { lookup: keys.lookup, token: keys.token },
    fingerprint,
    details: own?.details ?? null,
    decisions,
    standings: standingsOf(view.purposes, decisions, receipts.at(-1)?.receipt ?? null),
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

/** A receipt that doesn't verify is shown as one that doesn't, instead of hiding everything else. */
async function readReceipt(
  proven: ProvenReceipt,
  view: GuestView,
  events: readonly ConsentEvent[],
  fingerprint: string,
): Promise<OwnReceipt> {
  const receipt = parseReceipt(proven.text);
  try {
    const { manifest } = await verifyReceipt(proven, fingerprint);
    const own = receipt.record_id === view.registration;
    const verified = own && (receipt.supersedes !== null || (await confirmsFirst(receipt, view, events[0], manifest)));
    return { proven, receipt, verified };
  } catch (error) {
    if (error instanceof Refusal) return { proven, receipt, verified: false };
    throw error;
  }
}

/** Whether the first receipt says what the first event, which the guest signed, decided on the notice it names. */
async function confirmsFirst(
  receipt: Receipt,
  view: GuestView,
  event: ConsentEvent | undefined,
  manifest: SignedManifest,
): Promise<boolean> {
  const text = view.notices.find(({ hash }) => hash === event?.notice.hash)?.text;
  if (event === undefined || text === undefined || (await digest(text)) !== event.notice.hash) return false;
  return confirmsRegistration(receipt, {
    manifest,
    notice: parseNotice(text),
    submission: { property: view.property, registration: view.registration },
    event,
    eventHash: await digest(view.events[0] ?? ''),
    submissionHash: null,
  });
}

/** The notices the decisions rest on; a text that isn't the one a decision names is left out. */
async function readNotices(view: GuestView, events: readonly ConsentEvent[]): Promise<AgreedNotice[]> {
  const found = new Map<string, AgreedNotice>();
  const texts = new Map(await Promise.all(view.notices.map(async ({ text }) => [await digest(text), text] as const)));
  for (const { notice, time, decisions, act } of events) {
    const { hash, language, version } = notice;
    const text = texts.get(hash);
    const agrees = act === undefined || decisions.some(({ decision }) => decision === 'given');
    if (text === undefined || !agrees || found.has(hash)) continue;
    found.set(hash, { text, notice: parseNotice(text), language, version, hash, agreedAt: time });
  }
  return [...found.values()];
}
