import type { Clock } from '../../protocol/ids.ts';
import { Refusal } from '../../protocol/problems.ts';
import type { PurposeId } from '../../protocol/purposes.ts';
import type { OpeningReason } from '../../protocol/roles.ts';
import { isBrokenRecord } from '../broken-records.ts';
import type { Committer } from '../commit/committer.ts';
import { writeOne } from '../commit/write-one.ts';
import type { Hotels } from '../hotel/hotels.ts';
import { logEntryText } from '../log/log-entry.ts';
import type { SteadyClock } from '../steady-clock.ts';
import type { Store } from '../store/store.ts';
import type { ActiveSession } from './sessions.ts';

/** Milliseconds: how long an attempt that is repeated stays one attempt, and the stretch attempts are counted over. */
const repeated = 10 * 60_000;
const stretch = 60 * 60_000;
/** Attempts of one person in a stretch; what comes after is turned away without being looked at, and writes nothing. */
export const mostAttempts = 60;

/** What somebody tried. */
export interface Attempt {
  readonly action: 'opening-refused' | 'attempt-refused';
  /** What told this attempt from others, where registration and purpose don't; not logged. */
  readonly about?: string;
  /** Named in the entry only where it is one of the hotel's. */
  readonly registration: string | null;
  readonly purpose?: PurposeId;
  readonly reason?: OpeningReason;
}

interface Tried {
  since: number;
  count: number;
  readonly entries: Map<string, number>;
}

export interface AttemptParts {
  readonly store: Store;
  readonly committer: Committer;
  readonly hotels: Hotels;
  readonly clock: Clock;
  readonly steady: SteadyClock;
  /** Attempts of one person in a stretch; default `mostAttempts`. */
  readonly most?: number;
}

/**
 * Writes what staff tried and were refused into the log, each once in ten minutes, and at most sixty an hour of each person: nobody
 * can fill the log with attempts, nor hide one behind others. That somebody has to wait is an entry too.
 */
export class Attempts {
  readonly #parts: AttemptParts;
  /** The sessions of requests whose attempt was noted. */
  readonly #noted = new WeakSet<ActiveSession>();
  readonly #tried = new Map<string, Tried>();

  constructor(parts: AttemptParts) {
    this.#parts = parts;
  }

  /** Resolves when the entry is durable. Throws Refusal `too_many_attempts` where this person has tried too much. */
  async refused(session: ActiveSession, attempt: Attempt): Promise<void> {
    this.#noted.add(session);
    const { action, about, registration, purpose, reason } = attempt;
    if (!this.#count(session, [action, about, registration, purpose].join(' '))) return;
    const { committer, hotels, clock } = this.#parts;
    const own = registration !== null && (await this.#owns(session.property, registration));
    const at = clock();
    const entry = logEntryText({
      at,
      actor: session.person,
      role: session.role,
      action,
      ...(own ? { registration } : {}),
      ...(purpose === undefined ? {} : { purpose }),
      ...(reason === undefined ? {} : { reason }),
    });
    const hotel = await hotels.get(session.property);
    await writeOne(committer, session.property, { kind: 'note', at, entry }, hotel.sign);
    await this.#noteStop(session);
  }

  /** Whether something was noted for the request this session is of: each request has an object of its own. */
  isNoted(session: ActiveSession): boolean {
    return this.#noted.has(session);
  }

  /** Whether everything that is named is the hotel's, so that what wasn't found is something else; false where nothing is named. */
  async isOwn(
    { property }: Pick<ActiveSession, 'property'>,
    named: { readonly registration: string | null; readonly request: string | null },
  ): Promise<boolean> {
    const { store } = this.#parts;
    const { registration, request } = named;
    if (registration === null && request === null) return false;
    if (registration !== null && !(await this.#owns(property, registration))) return false;
    return request === null || (await store.request(property, request)) !== null;
  }

  /** Of a record that can't be read too. */
  async #owns(property: string, registration: string): Promise<boolean> {
    const { store } = this.#parts;
    try {
      return (await store.registration(registration))?.property === property;
    } catch (error) {
      if (!isBrokenRecord(error)) throw error;
      return (await store.damaged(property, registration)) !== null;
    }
  }

  /** Counts an attempt that isn't an entry of its own. Throws as `check`. */
  async count(session: ActiveSession, what: string): Promise<void> {
    if (this.#count(session, what)) await this.#noteStop(session);
  }

  /** What somebody asked for and was given was no attempt: a long day of families stops nobody. */
  granted(person: string, what: string): void {
    const tried = this.#tried.get(person);
    if (tried?.entries.delete(what) === true) tried.count -= 1;
  }

  /** By the wall clock, milliseconds; null for whoever doesn't have to wait. */
  stoppedUntil(person: string): number | null {
    const until = this.#stoppedUntil(person);
    return until === null ? null : this.#parts.steady.toWall(until);
  }

  #stoppedUntil(person: string): number | null {
    const tried = this.#tried.get(person);
    if (tried === undefined || tried.count < this.#most) return null;
    const until = tried.since + stretch;
    return this.#parts.steady.now() < until ? until : null;
  }

  /** Throws Refusal `too_many_attempts` where this person has to wait. */
  check({ person }: Pick<ActiveSession, 'person'>): void {
    const until = this.#stoppedUntil(person);
    if (until === null) return;
    throw new Refusal('too_many_attempts', undefined, Math.ceil((until - this.#parts.steady.now()) / 1000));
  }

  get #most(): number {
    return this.#parts.most ?? mostAttempts;
  }

  /** The attempt that was the last one before somebody has to wait is told. */
  async #noteStop({ property, person, role }: ActiveSession): Promise<void> {
    if (this.#tried.get(person)?.count !== this.#most) return;
    const { committer, hotels, clock } = this.#parts;
    const at = clock();
    const entry = logEntryText({ at, actor: person, role, action: 'attempts-stopped' });
    const hotel = await hotels.get(property);
    await writeOne(committer, property, { kind: 'note', at, entry }, hotel.sign);
  }

  /** False where it is one that was made a moment ago. */
  #count(session: Pick<ActiveSession, 'person'>, what: string): boolean {
    const now = this.#parts.steady.now();
    const known = this.#tried.get(session.person);
    const tried: Tried =
      known === undefined || now - known.since >= stretch ? { since: now, count: 0, entries: new Map() } : known;
    const before = tried.entries.get(what);
    if (before !== undefined && now - before < repeated) return false;
    this.check(session);
    tried.count += 1;
    tried.entries.set(what, now);
    this.#tried.set(session.person, tried);
    return true;
  }
}
