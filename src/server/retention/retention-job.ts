import type { RetentionStatus } from '../../protocol/retention-api.ts';
import { toDate, toInstant } from '../../protocol/time.ts';
import type { BrokenRecords, OnBroken } from '../broken-records.ts';
import type { ServerLog } from '../http/server-log.ts';
import { eraseSealedOff, type EraseSealedParts } from '../jobs/erase-sealed.ts';
import { expireOverdue } from '../jobs/expire.ts';
import type { Readiness } from '../jobs/readiness.ts';
import { certifyRun } from './certify-run.ts';
import { CountedClock, type CountedClockParts } from './counted-clock.ts';
import { endAwaited } from './end-awaited.ts';
import { destroyDamaged } from './destroy-damaged.ts';
import { endDue } from './end-due.ts';

/** Milliseconds. */
const minute = 60_000;
const hour = 60 * minute;

/**
 * Bytes of data the store may write anew in any round. Nothing is answered meanwhile, and this much takes about a second on a small
 * machine.
 */
const soonScrubbed = 64 * 2 ** 20;

export interface RetentionJobParts extends Omit<EraseSealedParts, 'clock'>, Omit<CountedClockParts, 'kept'> {
  readonly readiness: Readiness;
  readonly log: ServerLog;
  readonly broken: Pick<BrokenRecords, 'note'>;
}

/**
 * Keeps the terms of the notice: what nobody came for, what has come due, what the law no longer holds. Everything is looked through
 * once an hour, at the beginning of every day in China, and at the start; what nobody came for on every call. A record that can't be read
 * keeps nobody else's from being erased, and the job counts as failing while there is one; it goes itself once no term it can have had is left. Where the wall clock is behind the time terms
 * are counted by, one of the two is wrong and it may be the latter: nothing at all is erased until that is settled.
 */
export class RetentionJob {
  readonly time: CountedClock;
  readonly #parts: RetentionJobParts;
  #failing = false;
  /** Records the last run, and the last look at everything, couldn't read. */
  #unended: ReadonlySet<string> = new Set();
  #unread: ReadonlySet<string> = new Set();
  #warned: RetentionStatus['clock'] = 'sound';
  /** By `elapsed`. */
  #lastEnd: number;
  #lastLook: { readonly elapsed: number; readonly date: string } | null = null;
  #keptAt: number | null = null;
  #lastRun: number | null = null;
  #lastBegan: number | null = null;

  private constructor(parts: RetentionJobParts, kept: number | null) {
    this.#parts = parts;
    this.time = new CountedClock({ clock: parts.clock, elapsed: parts.elapsed, kept });
    this.#lastEnd = parts.elapsed();
    parts.readiness.watch('retention', () => !this.#isLate());
  }

  static async start(parts: RetentionJobParts): Promise<RetentionJob> {
    return new RetentionJob(parts, await parts.store.countedTime());
  }

  /** One run. Never rejects: a failure is told, and tried again at the next. */
  async run(): Promise<void> {
    const { readiness, log, elapsed } = this.#parts;
    const began = this.time.now();
    try {
      await this.#warn();
      if (this.time.state() === 'behind') return;
      await this.#work();
      this.#failing = false;
      this.#lastEnd = elapsed();
      this.#lastRun = this.time.now();
      this.#lastBegan = began;
      readiness.note('expiry', true);
    } catch (error) {
      this.#failing = true;
      readiness.note('expiry', false);
      log.error('expiry', error);
    }
  }

  /** When the last run that ended well began, by the time terms are counted by. Milliseconds. */
  get lastBegan(): number | null {
    return this.#lastBegan;
  }

  status(): RetentionStatus {
    return {
      clock: this.time.state(),
      wall: toInstant(this.time.wall()),
      counted: toInstant(this.time.now()),
      failing: this.#failing || this.#unended.size > 0 || this.#unread.size > 0,
      late: this.#isLate(),
      lastRun: this.#lastRun === null ? null : toInstant(this.#lastRun),
    };
  }

  /** The time the owner's device has as it sets the hotel up, in milliseconds; kept at once. */
  async begin(time: number): Promise<void> {
    this.time.witness(time);
    await this.#keep();
  }

  /** The owner has looked at the clock: it is believed from now on. */
  async confirmClock(): Promise<void> {
    this.time.confirm();
    this.#lastLook = null;
    await this.#keep();
  }

  async stop(): Promise<void> {
    await this.#keep();
  }

  async #work(): Promise<void> {
    const { store, committer, hotels, random, elapsed } = this.#parts;
    const clock = () => this.time.now();
    const due = { store, committer, hotels, random, clock };
    const unended = new Set<string>();
    const expired = await expireOverdue({ ...due, onBroken: this.#hears(unended) });
    this.#unended = unended;
    const date = toDate(clock());
    const last = this.#lastLook;
    if (expired > 0 || last === null || last.date !== date || elapsed() - last.elapsed >= hour) {
      const unread = new Set<string>();
      await endDue(due, this.#hears(unread));
      await endAwaited(due, this.#hears(unread));
      await eraseSealedOff(due, this.#hears(unread));
      for (const property of await hotels.all())
        for (const registration of await store.adrift(property)) this.#hears(unread)(registration);
      for (const one of await destroyDamaged(due, new Set([...unended, ...unread]), this.#parts.broken.note)) {
        unended.delete(one);
        unread.delete(one);
      }
      this.#unread = unread;
      for (const property of await hotels.all()) await certifyRun(due, await hotels.get(property), this.time);
      // However much it is: at the start, and once a day.
      if (last?.date !== date) await store.scrub();
      this.#lastLook = { elapsed: elapsed(), date };
    }
    // What page moves left of what has been destroyed since, and what a reader outside kept in the journal.
    await store.scrub(soonScrubbed);
    if (this.#keptAt === null || elapsed() - this.#keptAt >= 5 * minute) await this.#keep();
  }

  #hears(into: Set<string>): OnBroken {
    return (registration) => {
      into.add(registration);
      this.#parts.broken.note(registration);
    };
  }

  async #keep(): Promise<void> {
    if (!this.time.begun) return;
    await this.#parts.store.keepCountedTime(this.time.now());
    this.#keptAt = this.#parts.elapsed();
  }

  #isLate(): boolean {
    return this.#parts.elapsed() - this.#lastEnd > 26 * hour;
  }

  /** Once each time the clock comes into doubt. */
  async #warn(): Promise<void> {
    const { hotels, log } = this.#parts;
    // Before there is a hotel there is nothing to count for.
    const state = this.time.begun || (await hotels.all()).length > 0 ? this.time.state() : 'sound';
    if (state !== this.#warned && state !== 'sound') {
      const { wall, counted } = this.status();
      log.warn('clock', { state, wall, counted });
    }
    this.#warned = state;
  }
}
