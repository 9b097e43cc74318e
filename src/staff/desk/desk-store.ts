import type { Change, DeskRow } from '../../protocol/api.ts';
import { type AnyProblem, Refusal } from '../../protocol/problems.ts';
import type { Keyring } from '../../crypto/keyring.ts';
import { readChanges } from '../api/change-stream.ts';
import { problemOf } from '../api/call.ts';
import type { StaffApi } from '../api/staff-api.ts';
import type { Timers } from '../session/timers.ts';
import { type DeskEntry, openEntry } from './desk-entry.ts';

/** Whether what the list shows is what the server knows. */
export type Line = 'loading' | 'live' | 'reconnecting' | 'offline';

export interface DeskSnapshot {
  readonly entries: ReadonlyMap<string, DeskEntry>;
  readonly line: Line;
  /** Why the line is down, when it is for another reason than a lost network. */
  readonly problem: AnyProblem | null;
  /** Registrations that came in while the desk was watching, in order. */
  readonly arrivals: readonly string[];
  /** Grows whenever the queue of requests may have changed. */
  readonly requestsMark: number;
  /** Grows whenever questions for approval, or their answers, may have changed. */
  readonly approvalsMark: number;
}

interface DeskStoreParts {
  readonly property: string;
  readonly api: Pick<StaffApi, 'rows' | 'changes' | 'markSeen'>;
  readonly keyring: Keyring;
  readonly timers: Timers;
  readonly isOnline: () => boolean;
  /** The server no longer knows this session. */
  readonly onEnded: () => void;
}

const empty: DeskSnapshot = {
  entries: new Map(),
  line: 'loading',
  problem: null,
  arrivals: [],
  requestsMark: 0,
  approvalsMark: 0,
};

/** The server sends a sign of life at least every 20 seconds; after this much silence the line is taken for broken. */
const longestSilence = 50_000;
const longestWait = 10_000;

/**
 * The live list. Loads everything once, then follows the change stream; after a break it asks for what came after the last
 * change it holds, so nothing is missing. `stop` forgets everything that was decrypted.
 */
export class DeskStore {
  readonly #parts: DeskStoreParts;
  readonly #listeners = new Set<() => void>();
  #snapshot = empty;
  #cursor = 0;
  #stopped = new AbortController();
  #caughtUp = false;
  #wake: () => void = () => undefined;
  #breakLine: () => void = () => undefined;

  constructor(parts: DeskStoreParts) {
    this.#parts = parts;
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  readonly snapshot = (): DeskSnapshot => this.#snapshot;

  start(): void {
    void this.#run();
  }

  /** Ends the line and forgets every row. */
  stop(): void {
    this.#stopped.abort();
    this.#breakLine();
    this.#wake();
    this.#publish(empty);
  }

  /** The network came back, or someone pressed "try again": don't sit out the pause. */
  readonly retryNow = (): void => this.#wake();

  /** The network went away: don't wait for the silence to be noticed. */
  readonly lineLost = (): void => this.#breakLine();

  async #run(): Promise<void> {
    for (let attempt = 0; !this.#stopped.signal.aborted; attempt += 1) {
      try {
        await this.#catchUp();
        await this.#follow(() => {
          attempt = 0;
        });
        this.#publish({ line: 'reconnecting', problem: null });
      } catch (error) {
        if (this.#stopped.signal.aborted) return;
        const problem = problemOf(error);
        if (problem === 'session_ended') {
          this.#parts.onEnded();
          return;
        }
        const offline = problem === 'offline';
        const line = offline && !this.#parts.isOnline() ? 'offline' : 'reconnecting';
        this.#publish({ line, problem: offline ? null : problem });
      }
      await this.#pause(Math.min(longestWait, 500 * 2 ** attempt));
    }
  }

  async #catchUp(): Promise<void> {
    for (let more = true; more && !this.#stopped.signal.aborted; ) {
      const page = await this.#parts.api.rows(this.#cursor);
      await this.#take(page.rows);
      this.#cursor = page.cursor;
      more = page.more;
    }
    this.#caughtUp = true;
  }

  async #follow(onLive: () => void): Promise<void> {
    const line = new AbortController();
    this.#breakLine = () => line.abort();
    let callOff = () => {};
    const alive = () => {
      callOff();
      callOff = this.#parts.timers.after(longestSilence, () => line.abort());
    };
    alive();
    try {
      const response = await this.#parts.api.changes(this.#cursor, line.signal);
      if (response.body === null) throw new Refusal('unexpected_answer', 'changes');
      onLive();
      const requests = () => this.#publish({ requestsMark: this.#snapshot.requestsMark + 1 });
      const approvals = () => this.#publish({ approvalsMark: this.#snapshot.approvalsMark + 1 });
      this.#publish({ line: 'live', problem: null });
      requests();
      approvals();
      for await (const change of readChanges(response.body, alive, requests, approvals)) await this.#apply(change);
    } catch (error) {
      throw error instanceof Refusal ? error : new Refusal('offline');
    } finally {
      callOff();
      this.#breakLine = () => undefined;
    }
  }

  async #apply({ cursor, row }: Change): Promise<void> {
    if (cursor <= this.#cursor) return;
    await this.#take([row]);
    this.#cursor = cursor;
  }

  async #take(rows: readonly DeskRow[]): Promise<void> {
    if (rows.length === 0) return;
    const { property, keyring } = this.#parts;
    const before = this.#snapshot.entries;
    const opened = await Promise.all(
      rows.map((row) => openEntry(property, keyring, row, before.get(row.registration))),
    );
    const entries = new Map(this.#snapshot.entries);
    for (const entry of opened) entries.set(entry.row.registration, entry);
    const isNew = (entry: DeskEntry) => entry.row.state === 'received' && !before.has(entry.row.registration);
    const arrivals = this.#caughtUp ? opened.filter(isNew).map(({ row }) => row.registration) : [];
    this.#publish({ entries, arrivals: [...this.#snapshot.arrivals, ...arrivals] });
  }

  #publish(change: Partial<DeskSnapshot>): void {
    // What was still being decrypted when the keys left must not come back.
    this.#snapshot = this.#stopped.signal.aborted ? empty : { ...this.#snapshot, ...change };
    for (const listener of this.#listeners) listener();
  }

  #pause(milliseconds: number): Promise<void> {
    return new Promise((resolve) => {
      const callOff = this.#parts.timers.after(milliseconds, resolve);
      this.#wake = () => {
        callOff();
        resolve();
      };
    });
  }
}
