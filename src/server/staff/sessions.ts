import type { Clock, RandomBytes } from '../../protocol/ids.ts';
import { Refusal } from '../../protocol/problems.ts';
import type { Role } from '../../protocol/roles.ts';
import { stepUpSeconds } from '../../protocol/step-up.ts';
import type { DeviceKind, Person } from '../../protocol/staff.ts';
import { digest } from '../digest.ts';
import type { Committer } from '../commit/committer.ts';
import { writeOne } from '../commit/write-one.ts';
import type { Hotel, Hotels } from '../hotel/hotels.ts';
import { logEntryText } from '../log/log-entry.ts';
import { inTime } from '../in-time.ts';
import type { SteadyClock } from '../steady-clock.ts';
import type { Change } from '../store/change.ts';
import type { Store } from '../store/store.ts';
import type { StoredSession } from '../store/people-store.ts';

/** Milliseconds. A session ends after `idle` without a request, and `absolute` after it began. */
export const sessionLimits = { idle: 12 * 60_000, absolute: 12 * 3_600_000 } as const;
/** The time of last use is written at most this often. */
const touchEvery = 10_000;

export interface ActiveSession {
  /** SHA-256 of the session's text. */
  readonly hash: string;
  readonly property: string;
  /** The person's pseudonym. */
  readonly person: string;
  readonly role: Role;
  /** When the person last proved themselves in this session. Milliseconds of the steady clock. */
  readonly provenAt: number;
}

export interface SessionParts {
  readonly store: Store;
  readonly committer: Committer;
  readonly hotels: Hotels;
  readonly clock: Clock;
  readonly steady: SteadyClock;
  readonly random: RandomBytes;
  /** For what goes wrong beside a request. */
  readonly onError: (where: string, error: unknown) => void;
}

/** Sessions of signed-in staff, measured by the steady clock. The server keeps their hashes. */
export class Sessions {
  readonly #parts: SessionParts;
  /** By session: its last use, which the database has a little later. */
  readonly #used = new Map<string, number>();
  readonly #listeners = new Map<string, { readonly property: string; readonly calls: Set<() => void> }>();

  constructor(parts: SessionParts) {
    this.#parts = parts;
  }

  /** Starts a session durably, with its log entry. Returns its secret text. Throws Refusal `sign_in_failed` where the person is shut out. */
  async start(hotel: Hotel, person: Person, device: DeviceKind): Promise<string> {
    const at = this.#parts.clock();
    const moment = this.#parts.steady.now();
    const session = Buffer.from(this.#parts.random(32)).toString('base64url');
    const entry = logEntryText({ at, actor: person.id, role: person.role, action: 'signed-in' });
    const forget = moment - sessionLimits.absolute;
    const { committer } = this.#parts;
    const { property, sign } = hotel;
    const change = { kind: 'start-session', moment, hash: digest(session), person: person.id, device, forget } as const;
    try {
      await writeOne(committer, property, { ...change, entry }, sign);
    } catch (error) {
      if (error instanceof Refusal && error.code === 'sign_in_failed') {
        const failed = logEntryText({ at, actor: person.id, role: person.role, action: 'sign-in-failed' });
        await writeOne(committer, property, { kind: 'note', at, entry: failed }, sign);
      }
      throw error;
    }
    for (const [hash, usedAt] of this.#used) if (moment - usedAt >= sessionLimits.idle) this.#used.delete(hash);
    return session;
  }

  /** The session of a request. Counts as use. Throws Refusal `session_ended`. */
  async use(text: string | null): Promise<ActiveSession> {
    const hash = digest(text ?? '');
    const stored = text === null ? null : await this.#alive(hash);
    if (stored === null) throw new Refusal('session_ended');
    const now = this.#parts.steady.now();
    this.#used.set(hash, now);
    if (now - stored.usedAt >= touchEvery) this.#write(stored.property, { kind: 'touch-session', hash, moment: now });
    const { property, person, role, provenAt } = stored;
    return { hash, property, person, role, provenAt };
  }

  /** Throws Refusal `step_up_needed` unless the person has proven themselves in this session a moment ago. */
  requireStepUp({ provenAt }: ActiveSession): void {
    const lasts = stepUpSeconds * 1000;
    if (!inTime(provenAt + lasts, this.#parts.steady.now(), lasts)) throw new Refusal('step_up_needed');
  }

  /** The session's person has proven themselves once more; durable, with its log entry. */
  async stepUp({ hash, property, person, role }: ActiveSession): Promise<void> {
    const at = this.#parts.clock();
    const moment = this.#parts.steady.now();
    const hotel = await this.#parts.hotels.get(property);
    const entry = logEntryText({ at, actor: person, role, action: 'stepped-up' });
    await writeOne(this.#parts.committer, property, { kind: 'step-up', hash, moment, entry }, hotel.sign);
  }

  /** Whether a session still holds. Doesn't count as use. */
  async isAlive(session: ActiveSession): Promise<boolean> {
    return (await this.#alive(session.hash)) !== null;
  }

  async end(session: ActiveSession): Promise<void> {
    const hotel = await this.#parts.hotels.get(session.property);
    await writeOne(this.#parts.committer, session.property, { kind: 'end-session', hash: session.hash }, hotel.sign);
    this.#used.delete(session.hash);
    this.#cut(session.hash);
  }

  /** Ends somebody's session for them; an entry where it isn't one's own. */
  async endOther(
    { property, person, role }: ActiveSession,
    ended: Pick<ActiveSession, 'hash' | 'person'>,
  ): Promise<void> {
    const hotel = await this.#parts.hotels.get(property);
    const at = this.#parts.clock();
    const entry = logEntryText({ at, actor: person, role, action: 'session-ended', digest: digest(ended.person) });
    await writeOne(this.#parts.committer, property, { kind: 'end-session', hash: ended.hash, entry }, hotel.sign);
    this.#cut(ended.hash);
  }

  /** A property's sessions that still hold, with times of the wall clock. */
  async all(property: string): Promise<(StoredSession & { readonly hash: string })[]> {
    const { steady, store } = this.#parts;
    return (await store.sessions(property)).flatMap((session) => {
      if (!this.#holds(session.hash, session)) return [];
      const startedAt = steady.toWall(session.startedAt);
      const usedAt = steady.toWall(this.#lastUse(session.hash, session));
      return [{ ...session, startedAt, usedAt }];
    });
  }

  /** Cuts what is open for sessions of a property that are gone from the store. */
  async cutGone(property: string): Promise<void> {
    const kept = new Set((await this.#parts.store.sessions(property)).map(({ hash }) => hash));
    for (const [hash, open] of this.#listeners) if (open.property === property && !kept.has(hash)) this.#cut(hash);
  }

  /** Calls `listener` when the session is ended before its time. Returns what stops it. */
  onEnd(session: ActiveSession, listener: () => void): () => void {
    const { hash, property } = session;
    const open = this.#listeners.get(hash) ?? { property, calls: new Set() };
    open.calls.add(listener);
    this.#listeners.set(hash, open);
    return () => {
      open.calls.delete(listener);
      if (open.calls.size === 0) this.#listeners.delete(hash);
    };
  }

  async #alive(hash: string): Promise<StoredSession | null> {
    const stored = await this.#parts.store.session(hash);
    if (stored === null) {
      this.#used.delete(hash);
      return null;
    }
    if (this.#holds(hash, stored)) return stored;
    // It is over for good.
    this.#write(stored.property, { kind: 'end-session', hash });
    return null;
  }

  #lastUse(hash: string, { usedAt }: StoredSession): number {
    return Math.max(usedAt, this.#used.get(hash) ?? usedAt);
  }

  #holds(hash: string, stored: StoredSession): boolean {
    const now = this.#parts.steady.now();
    const { idle, absolute } = sessionLimits;
    return inTime(this.#lastUse(hash, stored) + idle, now, idle) && inTime(stored.startedAt + absolute, now, absolute);
  }

  #cut(hash: string): void {
    for (const call of this.#listeners.get(hash)?.calls ?? []) call();
  }

  /** Beside the request, which doesn't wait for it. */
  #write(property: string, change: Change): void {
    this.#parts.hotels
      .get(property)
      .then((hotel) => writeOne(this.#parts.committer, property, change, hotel.sign))
      .catch((error: unknown) => this.#parts.onError('session', error));
  }
}
