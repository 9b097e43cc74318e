import type {
  PaperDestruction,
  PaperPart,
  PaperRecord,
  PaperRecording,
  PaperRegister,
} from '../../protocol/paper-record.ts';
import { Refusal } from '../../protocol/problems.ts';
import type { PurposeId, Retention } from '../../protocol/purposes.ts';
import type { Stay } from '../../protocol/retention-api.ts';
import { farthestStay } from '../../protocol/submission.ts';
import { addDays, toDate, toInstant } from '../../protocol/time.ts';
import { writeOne } from '../commit/write-one.ts';
import { digest } from '../digest.ts';
import type { Hotel } from '../hotel/hotels.ts';
import { logEntryText } from '../log/log-entry.ts';
import { workingDaysAfter } from '../requests/working-days.ts';
import { lastOffered } from '../retention/last-offered.ts';
import { planRegistration } from '../retention/plan-registration.ts';
import type { BrokenRecords } from '../broken-records.ts';
import type { DeskParts } from '../staff/desk.ts';
import type { ActiveSession } from '../staff/sessions.ts';
import type { Change } from '../store/change.ts';
import type { Store } from '../store/store.ts';
import type { StoredPaper } from '../store/stored-paper.ts';

/** Most that are listed of those that are gone; whatever is still there is listed until it isn't. */
const listedGone = 1000;

export async function paperRegister(
  { store, hotels, clock, broken }: DeskParts & { readonly broken: Pick<BrokenRecords, 'noteOf'> },
  { property }: ActiveSession,
): Promise<PaperRegister> {
  const hotel = await hotels.get(property);
  const papers = await store.papers(property, listedGone);
  const entered = await enteredTerms(store, hotel);
  const damaged = papers.flatMap((paper) => ('unreadable' in paper ? [paper] : []));
  for (const { record } of damaged) broken.noteOf('paper', record);
  return {
    today: toDate(clock()),
    records: papers.flatMap((paper) => ('unreadable' in paper ? [] : [recordOf(entered, paper)])),
    ...(damaged.length === 0 ? {} : { unreadable: damaged.map(({ number }) => number) }),
  };
}

/**
 * Enters a sheet under the terms of the notice in force. Throws Refusal `malformed` for a use the hotel doesn't have, and for a departure
 * that is yet to come or farther than any stay; `conflict` where the record's id is another hotel's.
 */
export async function recordPaper(
  parts: DeskParts,
  session: ActiveSession,
  { record, purposes, checkOut, departed, place }: PaperRecording,
): Promise<PaperRecord> {
  const { property, person: actor, role } = session;
  const hotel = await parts.hotels.get(property);
  const at = parts.clock();
  refuseStraySheet({ checkOut, departed }, at);
  const terms = purposes.map((purpose) => {
    const retention = offeredTerm(hotel, purpose);
    if (retention === undefined) throw new Refusal('malformed', 'purposes');
    return { purpose, retention };
  });
  const facts = { record, checkOut, departed, place, parts: terms };
  const entry = logEntryText({ at, actor, role, action: 'paper-recorded', digest: digest(JSON.stringify(facts)) });
  await write(parts, hotel, { kind: 'record-paper', at, actor, ...facts, entry });
  return readBack(parts, hotel, record);
}

/** Moves the day the terms count from, or says that the guest has left. Throws Refusal `malformed` as `recordPaper`. */
export async function movePaper(
  parts: DeskParts,
  session: ActiveSession,
  record: string,
  stay: Stay,
): Promise<PaperRecord> {
  const { property, person: actor, role } = session;
  const hotel = await parts.hotels.get(property);
  const at = parts.clock();
  refuseStraySheet(stay, at);
  const pinned = digest(JSON.stringify({ record, ...stay }));
  const entry = logEntryText({ at, actor, role, action: 'paper-moved', digest: pinned });
  await write(parts, hotel, { kind: 'move-paper', at, record, ...stay, entry });
  return readBack(parts, hotel, record);
}

/**
 * Notes that a sheet is gone with everything still on it, or that one use on it was struck out. Throws Refusal `not_found`, `conflict`
 * where it was gone already, and `malformed` for striking out the last use: then it is the sheet that goes.
 */
export async function destroyPaper(
  parts: DeskParts,
  session: ActiveSession,
  record: string,
  destruction: PaperDestruction,
): Promise<PaperRecord> {
  const { property, person: actor, role } = session;
  const { how } = destruction;
  const hotel = await parts.hotels.get(property);
  const stored = await parts.store.paper(property, record);
  if (stored === null) throw new Refusal('not_found');
  const kept = stored.parts.filter(({ destroyed }) => destroyed === null).map(({ purpose }) => purpose);
  const purposes = destruction.how === 'struck-out' ? [destruction.purpose] : kept;
  if (!purposes.every((purpose) => kept.includes(purpose))) throw new Refusal('conflict');
  if (how === 'struck-out' && kept.length === 1) throw new Refusal('malformed', 'how');
  const at = parts.clock();
  const pinned = digest(JSON.stringify({ record, how, purposes }));
  const [entry, ...further] = purposes.map((purpose) =>
    logEntryText({ at, actor, role, action: 'paper-destroyed', purpose, digest: pinned }),
  );
  if (entry === undefined) throw new Refusal('conflict');
  await write(parts, hotel, { kind: 'destroy-paper', at, record, actor, how, purposes, entry, further });
  return readBack(parts, hotel, record);
}

/** As of guests with a phone: terms count from the day of leaving, so one beyond any stay would put the sheet's end off for ever. */
function refuseStraySheet({ checkOut, departed }: Stay, at: number): void {
  if (checkOut > addDays(toDate(at), departed ? 0 : farthestStay)) throw new Refusal('malformed', 'checkOut');
}

async function write({ committer }: DeskParts, hotel: Hotel, change: Change): Promise<void> {
  await writeOne(committer, hotel.property, change, hotel.sign);
}

async function readBack({ store }: DeskParts, hotel: Hotel, record: string): Promise<PaperRecord> {
  const stored = await store.paper(hotel.property, record);
  if (stored === null) throw new TypeError('a sheet that was just written is not there');
  return recordOf(await enteredTerms(store, hotel), stored);
}

/** How long what a law asks is kept, by the rules the owner has entered: for as long as a rule is known, also where it is asked no longer. */
type EnteredTerms = ReadonlyMap<PurposeId, Retention>;

async function enteredTerms(store: Pick<Store, 'manifest'>, hotel: Hotel): Promise<EnteredTerms> {
  const terms = new Map<PurposeId, Retention>();
  for (const purpose of ['identity', 'minors', 'temporary'] as const) {
    // A temporary rule's sheet has its day with it.
    const term = purpose === 'temporary' ? offeredTerm(hotel, purpose) : await lastOffered(store, hotel, purpose);
    if (term !== null && term !== undefined) terms.set(purpose, term);
  }
  return terms;
}

/**
 * With the days its parts go: counted as for a guest who registered by phone, what the law asks by the rule the owner has entered today.
 * A temporary rule's sheet goes on the day it was entered with, or on an earlier one where the rule was ended: a longer one never
 * reaches back.
 */
function recordOf(entered: EnteredTerms, { at, actor, parts, ...paper }: StoredPaper): PaperRecord {
  return {
    ...paper,
    recordedAt: toInstant(at),
    recordedBy: actor,
    parts: parts.map((part): PaperPart => {
      const { purpose } = part;
      const today = entered.get(purpose);
      const retention = today === undefined ? part.retention : earlier(part.retention, today);
      const destroyed = part.destroyed === null ? null : { ...part.destroyed, at: toInstant(part.destroyed.at) };
      return { purpose, retention, ...dueOf(paper, purpose, retention), destroyed };
    }),
  };
}

/** Today's term; of two that have a date, the one that is over first. */
function earlier(entered: Retention, today: Retention): Retention {
  if (entered.kind !== 'until-date' || today.kind !== 'until-date') return today;
  return entered.erased < today.erased ? entered : today;
}

function dueOf(stay: Stay, purpose: PurposeId, retention: Retention): Pick<PaperPart, 'due' | 'calendarKnown'> {
  const [step] = planRegistration(stay, [{ purpose, retention }], workingDaysAfter).steps;
  if (step === undefined) throw new TypeError('a plan without its only step');
  // Paper can't be sealed off: what the law still asks goes when its term is over.
  return { due: step.outcome === 'erased' ? step.day : step.until, calendarKnown: step.calendarKnown };
}

function offeredTerm(hotel: Hotel, purpose: PurposeId): Retention | undefined {
  return hotel.current.manifest.purposes.find(({ id }) => id === purpose)?.retention;
}
