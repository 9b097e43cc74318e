import { Refusal } from '../../../src/protocol/problems.ts';
import { listInProcess } from '../../support/desk-rows.ts';
import type { DeskEntry } from '../../../src/staff/desk/desk-entry.ts';
import { DeskStore } from '../../../src/staff/desk/desk-store.ts';
import type { Session } from '../../../src/staff/session/sign-in.ts';
import type { Timers } from '../../../src/staff/session/timers.ts';

/** Milliseconds in which an act has to be on a tablet that is awake. */
const patience = 20_000;

/** Milliseconds the tablet's pauses before it tries again are cut down to. */
const shortPause = 5;

/** Pauses of the store are at most this long; what is longer watches over a silent line, and here lines break aloud. */
const longestPause = 10_000;

/** The desk's live list without a screen, on a tablet that can sleep: no network then, and no timer runs. */
export class Tablet {
  readonly #property: string;
  readonly #signIn: () => Promise<Session>;
  readonly #held = new Set<() => void>();
  readonly #timers: Timers = {
    now: () => 0,
    elapsed: () => 0,
    after: (milliseconds, act) => this.#after(milliseconds, act),
  };
  #store: DeskStore | null = null;
  #asleep = false;

  constructor(property: string, signIn: () => Promise<Session>) {
    this.#property = property;
    this.#signIn = signIn;
  }

  get isAsleep(): boolean {
    return this.#asleep;
  }

  sleep(): void {
    this.#asleep = true;
    this.#store?.lineLost();
  }

  /** Goes on where it stopped. */
  wake(): void {
    this.#asleep = false;
    for (const act of this.#held) act();
    this.#held.clear();
  }

  signOut(): void {
    this.#store?.stop();
    this.#store = null;
    this.#held.clear();
  }

  /**
   * Resolves when `check` doesn't throw on the row as the tablet shows it; throws what it threw last after five seconds. Signs in first
   * where nobody is.
   */
  async agrees(registration: string, check: (entry: DeskEntry | undefined) => void): Promise<void> {
    this.#store ??= await this.#open();
    const store = this.#store;
    store.watch([], registration);
    let reason: unknown;
    const holds = () => {
      try {
        check(store.snapshot().entries.get(registration));
        return true;
      } catch (error) {
        reason = error;
        return false;
      }
    };
    if (holds()) return;
    await new Promise<void>((resolve, reject) => {
      const late = setTimeout(() => finish(() => reject(reason)), patience);
      const forget = store.subscribe(() => {
        if (holds()) finish(resolve);
      });
      const finish = (how: () => void) => {
        clearTimeout(late);
        forget();
        how();
      };
    });
  }

  async #open(): Promise<DeskStore> {
    const { api, keyring } = await this.#signIn();
    const awake = async <T>(ask: () => Promise<T>): Promise<T> => {
      if (this.#asleep) throw new Refusal('offline');
      return ask();
    };
    const store = new DeskStore({
      property: this.#property,
      api: {
        rows: (way, cursor) => awake(() => api.rows(way, cursor)),
        changes: (cursor, signal) => awake(() => api.changes(cursor, signal)),
      },
      card: '',
      keys: keyring.pairs(),
      openListThread: listInProcess(),
      today: '2026-11-21',
      timers: this.#timers,
      isOnline: () => !this.#asleep,
      drawn: async () => undefined,
      onEnded: () => this.signOut(),
    });
    store.start();
    return store;
  }

  #after(milliseconds: number, act: () => void): () => void {
    if (milliseconds > longestPause) return () => undefined;
    if (this.#asleep) {
      this.#held.add(act);
      return () => this.#held.delete(act);
    }
    const timer = setTimeout(act, shortPause);
    return () => clearTimeout(timer);
  }
}
