import type { Clock } from '../../protocol/ids.ts';
import { Refusal } from '../../protocol/problems.ts';
import type { PurposeId } from '../../protocol/purposes.ts';
import type { OpeningReason } from '../../protocol/roles.ts';
import type { Committer } from '../commit/committer.ts';
import { writeOne } from '../commit/write-one.ts';
import type { Hotels } from '../hotel/hotels.ts';
import { logEntryText } from '../log/log-entry.ts';
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
  /** Attempts of one person in a stretch; default `mostAttempts`. */
  readonly most?: number;
}

/**
 * Writes what staff tried and were refused into the log, each once in ten minutes, and at most sixty an hour of each person: nobody
 * can fill the log with attempts, nor hide one behind others.
 */
export class Attempts {
  readonly #parts: AttemptParts;
  readonly #tried = new Map<string, Tried>();

  constructor(parts: AttemptParts) {
    this.#parts = parts;
  }

  /** Resolves when the entry is durable. Throws Refusal `too_many_attempts` where this person has tried too much. */
  async refused(session: ActiveSession, attempt: Attempt): Promise<void> {
    const { action, about, registration, purpose, reason } = attempt;
    if (!this.count(session, [action, about, registration, purpose].join(' '))) return;
    const { store, committer, hotels, clock } = this.#parts;
    const stored = registration === null ? null : await store.registration(registration);
    const own = stored !== null && stored.property === session.property;
    const at = clock();
    const entry = logEntryText({
      at,
      actor: session.person,
      role: session.role,
      action,
      ...(own && registration !== null ? { registration } : {}),
      ...(purpose === undefined ? {} : { purpose }),
      ...(reason === undefined ? {} : { reason }),
    });
    const hotel = await hotels.get(session.property);
    await writeOne(committer, session.property, { kind: 'note', at, entry }, hotel.sign);
  }

  /** Throws Refusal `too_many_attempts` where this person has to wait. */
  check({ person }: Pick<ActiveSession, 'person'>): void {
    const tried = this.#tried.get(person);
    const now = this.#parts.clock();
    if (tried === undefined || now - tried.since >= stretch || tried.count < (this.#parts.most ?? mostAttempts)) return;
    throw new Refusal('too_many_attempts', undefined, Math.ceil((tried.since + stretch - now) / 1000));
  }

  /** Counts an attempt. False where it is one that was made a moment ago. Throws as `check`. */
  count(session: Pick<ActiveSession, 'person'>, what: string): boolean {
    const now = this.#parts.clock();
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
