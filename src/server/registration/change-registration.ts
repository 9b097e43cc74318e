import { agreedAfter } from '../../protocol/agreed-words.ts';
import { changeEffect, checkChange, checkNext, onlyTakesBack } from '../../protocol/check-change.ts';
import { composeChangeReceipt } from '../../protocol/compose-change-receipt.ts';
import type { ConsentEvent } from '../../protocol/consent-event.ts';
import { standingDecisions } from '../../protocol/consent-state.ts';
import { newId } from '../../protocol/ids.ts';
import { Refusal } from '../../protocol/problems.ts';
import type { PurposeId } from '../../protocol/purposes.ts';
import type { Receipt } from '../../protocol/receipt.ts';
import type { RegistrationChange } from '../../protocol/registration-change.ts';
import { digest } from '../digest.ts';
import {
  type Hotel,
  type Now,
  type Publication,
  refuseEnded,
  refuseReplacedWords,
  refuseUnopenable,
  usablePublication,
} from '../hotel/hotels.ts';
import { logEntryText } from '../log/log-entry.ts';
import { handledRequest } from '../requests/handled-request.ts';
import { commitAct, newReceipt, repeatedAct } from './commit-act.ts';
import { findOwn } from './find-own.ts';
import type { RegisterAnswer, RegisterParts } from './register.ts';
import { refuseFarStay } from './refuse-far-stay.ts';
import { readEvent, readStanding } from './standing.ts';

const actions = { withdrawal: 'withdrawn', consent: 'given', correction: 'corrected' } as const;

/**
 * Takes back, gives again or corrects: what was sealed to a purpose taken back, and everything that is sealed anew, is destroyed in
 * the commit that is answered. The same bytes give the same receipt until something newer stands.
 */
export async function changeRegistration(
  parts: RegisterParts,
  change: RegistrationChange,
  raw: Uint8Array,
): Promise<RegisterAnswer> {
  const stored = await findOwn(parts.store, change);
  if (stored.state === 'erased') throw new Refusal('already_erased');
  if (stored.state === 'expired') throw new Refusal('gone');
  const bodyHash = digest(raw);
  const repeated = await repeatedAct(parts, stored.registration, bodyHash);
  if (repeated !== null) return repeated;

  const event = await readEvent(change.event, stored.signer);
  const wrong = checkNext(event, { number: stored.events, hash: stored.eventHash });
  if (wrong !== null) throw new Refusal(wrong, 'event');
  const hotel = await parts.hotels.get(stored.property);
  const now = parts.clock();
  const publication = publicationFor(hotel, change, event, { wall: now, moment: parts.steady.now() });
  const standing = await readStanding(parts.store, stored);
  const { property, registration, purposes: held } = stored;
  const before = { property, registration, number: stored.events, hash: stored.eventHash, held };
  const fault = checkChange(change, event, publication.manifest, { ...before, decisions: standing.decisions });
  if (fault !== null) throw new Refusal(fault.code, fault.detail);
  if (!onlyTakesBack(change, event)) refuseFarStay(change, now);
  refuseReplacedWords(hotel, publication, event);
  refuseEnded(hotel, publication, event, now);

  const effect = changeEffect(event, change.minors, held);
  // Taking back never waits for a key; what is given anew has to be openable.
  if (effect.given.length > 0) refuseUnopenable(hotel);
  const { language } = event.notice;
  const notice = publication.notices.get(language)?.notice;
  if (notice === undefined) throw new Refusal('consent_invalid', 'event.notice');
  const decisions = new Map(standing.decisions);
  for (const [purpose, decision] of standingDecisions([event])) decisions.set(purpose, decision);
  const eventHash = digest(change.event);
  const composed = composeChangeReceipt({
    kind: effect.kind,
    registration,
    language,
    manifest: publication,
    notice,
    older: standing.older,
    shownAt: event.notice.shownAt,
    acting: event.acting,
    decisions,
    held: effect.held,
    eventHash,
    submissionHash: bodyHash,
    previous: standing.previous,
    deletion: null,
    now,
    random: parts.random,
    publicUrl: parts.publicUrl,
  });
  const receipt = newReceipt(composed, standing, publication, bodyHash);
  const ended: (PurposeId | 'card')[] = [...effect.destroyed];
  if (effect.held.length === 0) ended.push('card');
  const replaced = change.envelopes.flatMap(({ kind, purpose }) => {
    if (kind === 'purpose') return purpose !== null && held.includes(purpose) ? [purpose] : [];
    return kind === 'card' || kind === 'self' ? [kind] : [];
  });
  const { partySize, minors, checkIn, checkOut } = change;
  return commitAct(parts, hotel, publication, {
    kind: 'amend',
    at: now,
    registration,
    event: { number: event.number, previous: event.previous ?? '', jws: change.event, hash: eventHash },
    receipt,
    ...entriesOf(registration, now, composed, effect, digest(receipt.text)),
    ended,
    envelopes: change.envelopes,
    purposes: effect.held,
    withdrawn: [
      ...stored.withdrawn.filter((id) => !effect.given.includes(id) && !effect.withdrawn.includes(id)),
      ...effect.withdrawn,
    ],
    agreed: agreedAfter(event, stored.agreed, effect.held),
    open: { partySize, minors, checkIn, checkOut },
    erasure: { id: newId(now, parts.random), classes: [...new Set([...ended, ...replaced])] },
    request: requestOf(parts, effect, registration, now),
  });
}

function requestOf(
  { random }: RegisterParts,
  { kind, withdrawn }: ReturnType<typeof changeEffect>,
  registration: string,
  now: number,
) {
  if (kind === 'consent') return null;
  return handledRequest({ kind, purpose: withdrawn[0] ?? null, registration, now, random });
}

/** Taking back works under rules that have run out: the current ones then only give the card's key. */
function publicationFor(hotel: Hotel, change: RegistrationChange, event: ConsentEvent, now: Now): Publication {
  const { hash, sequence } = change.manifest;
  if (onlyTakesBack(change, event) && hotel.current.hash === hash) return hotel.current;
  return usablePublication(hotel, hash, sequence, now);
}

/** The receipt's entry, and one for each purpose where more than one was decided. */
function entriesOf(
  registration: string,
  at: number,
  { kind }: Receipt,
  { given, withdrawn }: ReturnType<typeof changeEffect>,
  receiptDigest: string,
): { entry: string; further: string[] } {
  if (kind !== 'withdrawal' && kind !== 'consent' && kind !== 'correction') throw new TypeError('no change');
  const by = { at, actor: 'guest', role: 'guest', registration } as const;
  const decided = [
    ...withdrawn.map((purpose) => ({ action: 'withdrawn', purpose }) as const),
    ...given.map((purpose) => ({ action: 'given', purpose }) as const),
  ];
  const only = decided.length === 1 ? decided[0]?.purpose : undefined;
  const entry = logEntryText({
    ...by,
    action: actions[kind],
    digest: receiptDigest,
    ...(only === undefined ? {} : { purpose: only }),
  });
  return { entry, further: decided.length < 2 ? [] : decided.map((one) => logEntryText({ ...by, ...one })) };
}
