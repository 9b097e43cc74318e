import { checkNext } from '../../protocol/check-change.ts';
import { composeChangeReceipt } from '../../protocol/compose-change-receipt.ts';
import { type Language, languages } from '../../protocol/languages.ts';
import { newId } from '../../protocol/ids.ts';
import type { Notice } from '../../protocol/notice.ts';
import { Refusal } from '../../protocol/problems.ts';
import { purposeTemplates } from '../../protocol/purpose-templates.ts';
import type { DeletedClass, Deletion } from '../../protocol/receipt.ts';
import type { RegistrationDeletion } from '../../protocol/registration-change.ts';
import type { RequestOrigin } from '../../protocol/request.ts';
import { backupDays } from '../../protocol/retention-classes.ts';
import type { Role } from '../../protocol/roles.ts';
import { lastDay } from '../../protocol/sealed-day.ts';
import { addDays, toDate, toInstant } from '../../protocol/time.ts';
import { digest } from '../digest.ts';
import type { Publication, PublishedNotice } from '../hotel/hotels.ts';
import { logEntryText } from '../log/log-entry.ts';
import { handledRequest } from '../requests/handled-request.ts';
import { type Term, Terms } from '../retention/terms-of.ts';
import type { NewEvent } from '../store/guest-changes.ts';
import type { SealedOff } from '../store/stored-erasure.ts';
import type { StepRequest } from '../store/request-changes.ts';
import type { StoredRegistration } from '../store/guest-store.ts';
import { commitAct, newReceipt, repeatedAct } from './commit-act.ts';
import { findOwn } from './find-own.ts';
import { passedOn } from './passed-on.ts';
import type { RegisterAnswer, RegisterParts } from './register.ts';
import { readEvent, readStanding, type Standing, storedEvent } from './standing.ts';

/** Deletes what a guest asks to be deleted, with their own signature. The same bytes give the same certificate. */
export async function deleteRegistration(
  parts: RegisterParts,
  deletion: RegistrationDeletion,
  raw: Uint8Array,
): Promise<RegisterAnswer> {
  const stored = await findOwn(parts.store, deletion);
  const bodyHash = digest(raw);
  const repeated = await repeatedAct(parts, stored.registration, bodyHash);
  if (repeated !== null) return repeated;
  if (stored.state === 'erased') throw new Refusal('already_erased');
  if (stored.state === 'expired') throw new Refusal('gone');
  const event = await readEvent(deletion.event, stored.signer);
  const wrong = checkNext(event, { number: stored.events, hash: stored.eventHash });
  if (wrong !== null) throw new Refusal(wrong, 'event');
  if (event.registration !== stored.registration || event.property !== stored.property)
    throw new Refusal('consent_invalid', 'event.registration');
  if (event.act !== 'deletion' || event.decisions.length + event.statutory.length > 0)
    throw new Refusal('consent_invalid', 'event.act');
  const now = parts.clock();
  const { registration } = stored;
  return erase(parts, stored, {
    event: { number: event.number, previous: event.previous ?? '', jws: deletion.event, hash: digest(deletion.event) },
    acting: event.acting,
    shownAt: event.notice.shownAt,
    language: event.notice.language,
    bodyHash,
    origin: 'guest',
    requestedAt: now,
    actor: { actor: 'guest', role: 'guest' },
    request: handledRequest({ kind: 'deletion', purpose: null, registration, now, random: parts.random }),
  });
}

export interface Erasing {
  /** Null where the desk deletes for a guest without the secret. */
  readonly event: NewEvent | null;
  readonly acting: 'self' | 'guardian';
  readonly shownAt: string;
  readonly language: Language;
  readonly bodyHash: string | null;
  readonly origin: RequestOrigin;
  readonly requestedAt: number;
  readonly actor: { readonly actor: string; readonly role: 'guest' | Role };
  readonly request: ReturnType<typeof handledRequest> | StepRequest;
}

/** How often a certificate is made anew because something else came between reading the log and the commit. */
const mostTries = 5;

/**
 * Destroys everything a registration holds, but seals off what the law still wants stored of a guest who arrived. Answers with the
 * certificate after it is durable. What is handed over, exported or printed until that commit is on it. Throws Refusal: `conflict` where
 * the guest has arrived meanwhile, since then more is kept than was said before.
 */
export async function erase(
  parts: RegisterParts,
  stored: StoredRegistration,
  erasing: Erasing,
): Promise<RegisterAnswer> {
  for (let [tries, known] = [1, stored]; ; tries += 1) {
    try {
      return await eraseAsItStands(parts, known, erasing);
    } catch (error) {
      if (!(error instanceof Refusal) || error.code !== 'conflict' || tries === mostTries) throw error;
      const now = await parts.store.registration(stored.registration);
      if (now === null || now.arrivedAt !== stored.arrivedAt) throw error;
      if (now.events !== stored.events || now.receipts !== stored.receipts) throw error;
      known = now;
    }
  }
}

async function eraseAsItStands(
  parts: RegisterParts,
  stored: StoredRegistration,
  erasing: Erasing,
): Promise<RegisterAnswer> {
  const hotel = await parts.hotels.get(stored.property);
  const publication = hotel.current;
  const { language, notice } = noticeFor(publication, erasing.language);
  const standing = await readStanding(parts.store, stored);
  const now = parts.clock();
  const { registration } = stored;
  const jws = await parts.store.events(registration);
  const terms = await new Terms(parts.store, hotel).of({ purposes: stored.purposes, jws });
  const sealedNow = sealedOffBy(stored, terms);
  const sealedOff = [...(await parts.store.sealedOff(registration)), ...sealedNow];
  const ledger = newId(now, parts.random);
  const left = await passedOn(parts.store, stored.property, registration);
  const deletion: Deletion = {
    requested_at: toInstant(erasing.requestedAt),
    done_at: toInstant(now),
    requested_through: erasing.origin,
    classes: classesOf(stored, sealedOff, [notice, ...readNotice(standing, jws)]),
    processors_confirmed: [],
    passed_on: left.passedOn,
    gone_from_backups: addDays(toDate(now), backupDays),
    ledger_id: ledger,
  };
  const composed = composeChangeReceipt({
    kind: 'deletion',
    registration,
    language,
    manifest: publication,
    notice,
    older: standing.older,
    shownAt: erasing.shownAt,
    acting: erasing.acting,
    decisions: standing.decisions,
    held: [],
    eventHash: erasing.event?.hash ?? stored.eventHash,
    submissionHash: erasing.bodyHash,
    previous: standing.previous,
    ...(erasing.origin === 'guest' ? {} : { madeByDesk: erasing.origin }),
    deletion,
    now,
    random: parts.random,
    publicUrl: parts.publicUrl,
  });
  const receipt = newReceipt(composed, standing, publication, erasing.bodyHash);
  const by = { at: now, registration, ...erasing.actor };
  return commitAct(parts, hotel, publication, {
    kind: 'erase',
    at: now,
    registration,
    arrived: stored.arrivedAt !== null,
    known: left.known,
    event: erasing.event,
    receipt,
    entry: logEntryText({ ...by, action: 'deleted', digest: digest(receipt.text) }),
    further: sealedNow.map(({ purpose }) => logEntryText({ ...by, action: 'sealed-off', purpose })),
    sealedOff,
    erasure: {
      id: ledger,
      classes: deletion.classes.filter(({ outcome }) => outcome === 'erased').map((one) => one.class),
    },
    request: erasing.request,
  });
}

/** The language asked for, or the first the hotel speaks. */
function noticeFor(publication: Publication, wanted: Language): { language: Language } & PublishedNotice {
  for (const language of [wanted, ...languages]) {
    const found = publication.notices.get(language);
    if (found !== undefined) return { language, ...found };
  }
  throw new TypeError('a manifest without a notice');
}

/** What the law still wants stored (PIPL 47, last paragraph): its own purposes, of a guest who came. */
function sealedOffBy(stored: StoredRegistration, terms: readonly Term[]): SealedOff[] {
  if (stored.arrivedAt === null) return [];
  return terms
    .filter(({ purpose }) => purposeTemplates[purpose].basis === 'law')
    .map(({ purpose, retention }) => ({ purpose, until: lastDay(retention, stored.checkOut) }));
}

/** The notice on which a guest filled in what a temporary rule asks, where it is another one than today's. */
function readNotice({ older }: Standing, jws: readonly string[]): Notice[] {
  const filled = jws.map(storedEvent).findLast(({ statutory }) => statutory.includes('temporary'));
  return older.filter(({ hash }) => hash === filled?.notice.hash).map(({ notice }) => notice);
}

/** `notices`: today's, and the one a temporary rule was read in: the rule that sets the day is the ground. */
function classesOf(
  stored: StoredRegistration,
  sealedOff: readonly SealedOff[],
  notices: readonly Notice[],
): Deletion['classes'] {
  const erased: DeletedClass[] = stored.purposes.filter((id) => !sealedOff.some(({ purpose }) => purpose === id));
  if (stored.purposes.length > 0) erased.push('card');
  erased.push('self');
  if (stored.arrivedAt !== null) erased.push('desk');
  return [
    ...erased.map((name) => ({ class: name, outcome: 'erased', ground: null, article: null, until: null }) as const),
    ...sealedOff.map(({ purpose, until }) => {
      const known = notices.flatMap((notice) => notice.purposes.filter(({ id }) => id === purpose));
      const words =
        known.findLast(({ retention }) => retention.kind === 'until-date' && retention.erased === until) ?? known[0];
      const article = words?.citations.map((citation) => `${citation.law} ${citation.article}`).join('; ') ?? null;
      return { class: purpose, outcome: 'sealed-off', ground: words?.retentionText ?? '', article, until } as const;
    }),
  ];
}

/** What the desk says of itself where it acts for a guest: the words of the guest's last event. */
export function lastShown({ lastEvent }: Standing): Pick<Erasing, 'acting' | 'shownAt' | 'language'> {
  return {
    acting: lastEvent.acting,
    shownAt: lastEvent.notice.shownAt,
    language: lastEvent.notice.language,
  };
}
