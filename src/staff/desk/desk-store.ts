import type { Change } from '../../protocol/api.ts';
import { type DeskTopic, deskTopics } from '../../protocol/desk-topics.ts';
import { Refusal } from '../../protocol/problems.ts';
import { readChanges } from '../api/change-stream.ts';
import { problemOf } from '../api/call.ts';
import type { StaffApi } from '../api/staff-api.ts';
import type { ListChoice } from '../list/list-choice.ts';
import { ListLink } from '../list/list-link.ts';
import type { ListBeginning, OpenListThread, Taken } from '../list/list-messages.ts';
import type { Timers } from '../session/timers.ts';
import type { DeskEntry } from './desk-entry.ts';
import { type DeskSnapshot, emptySnapshot } from './desk-snapshot.ts';

interface DeskStoreParts extends ListBeginning {
  readonly api: Pick<StaffApi, 'rows' | 'changes'>;
  readonly openListThread: OpenListThread;
  readonly timers: Timers;
  /** Today's calendar date at the hotel. */
  readonly today: string;
  readonly isOnline: () => boolean;
  /** Resolves when the screen has had time to draw the newest rows: only then do older ones take the device's few cores. */
  readonly drawn: () => Promise<void>;
  /** The server no longer knows this session. */
  readonly onEnded: () => void;
}

/** The server sends a sign of life at least every 20 seconds; after this much silence the line is taken for broken. */
const longestSilence = 50_000;
const longestWait = 10_000;
/** Rows asked for when something else is wanted of the list, a tall screen's worth, and around those on the screen when it is scrolled. */
const [firstLength, windowLength] = [24, 96];

/**
 * The live list. What the device kept is brought up to date, or everything is read, the newest first; then it follows the change stream.
 * After a break it asks for what came after the last change it holds, so nothing is missing; where the server's list isn't the one that
 * was read any more, it is read anew. Rows are opened, kept and searched in a thread of their own, which `stop` ends with everything it
 * holds.
 */
export class DeskStore {
  readonly #parts: DeskStoreParts;
  readonly #listeners = new Set<() => void>();
  #snapshot = emptySnapshot;
  readonly #stopped = new AbortController();
  #link: ListLink | null = null;
  #cursor = 0;
  #last: string | null = null;
  #floor: number | null = null;
  #anew = false;
  #caughtUp = false;
  #backfill: Promise<void> = Promise.resolve();
  #from = 0;
  #length = firstLength;
  #today: string;
  #wake: () => void = () => undefined;
  #breakLine: () => void = () => undefined;

  constructor(parts: DeskStoreParts) {
    this.#parts = parts;
    this.#today = parts.today;
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  readonly snapshot = (): DeskSnapshot => this.#snapshot;

  start(): void {
    void this.#run();
  }

  /** Ends the line and forgets every row, and the keys that open them. */
  stop(): void {
    this.#stopped.abort();
    this.#breakLine();
    this.#wake();
    this.#link?.end();
    this.#publish(emptySnapshot);
  }

  /** The network came back, or someone pressed "try again": don't sit out the pause. */
  readonly retryNow = (): void => this.#wake();

  /** The network went away: don't wait for the silence to be noticed. */
  readonly lineLost = (): void => this.#breakLine();

  /** Changes what is wanted of the list; what isn't named stays. */
  readonly choose = (change: Partial<ListChoice>): void => {
    this.#from = 0;
    this.#length = firstLength;
    this.#publish({ choice: { ...this.#snapshot.choice, ...change } });
    this.#show();
  };

  /** What is shown is shown as of this calendar date. */
  readonly setDay = (today: string): void => {
    this.#today = today;
    this.#show();
  };

  /** The rows from `first` to `last` are on the screen. */
  readonly showing = (first: number, last: number): void => {
    const { list } = this.#snapshot;
    const inside = list !== null && first >= list.from && last < list.from + list.entries.length;
    if (inside || (list !== null && list.entries.length === list.total)) return;
    const from = Math.max(0, Math.floor((first + last - windowLength) / 2));
    if (from === this.#from && this.#length === windowLength) return;
    this.#from = from;
    this.#length = windowLength;
    this.#show();
  };

  /** Keeps an eye on these rows wherever they are; `chosen` is the one that is looked at, `register` adds everyone the register is about. */
  readonly watch = (registrations: readonly string[], chosen: string | null, register = false): void => {
    this.#link?.post({ kind: 'watch', registrations, chosen, register });
  };

  /** Finds rows by what was typed, the newest first; they are watched from then on. */
  readonly find = (typed: string, limit: number): Promise<readonly DeskEntry[]> =>
    this.#link?.find(typed, limit) ?? Promise.resolve([]);

  /** The row that is `by` rows from a registration's, or from a place of the list; none where the list is empty. */
  readonly beside = async (from: string | number, by: number): Promise<DeskEntry | undefined> =>
    (await this.#link?.beside(from, by))?.[0];

  async #run(): Promise<void> {
    const { property, card, keys } = this.#parts;
    this.#link = new ListLink(this.#parts.openListThread, {
      onShown: (list) => this.#publish({ list }),
      onWatched: ({ entries, ...watched }) =>
        this.#publish({ entries: new Map(entries.map((entry) => [entry.row.registration, entry])), ...watched }),
      onLost: () => {
        this.#anew = true;
        this.#breakLine();
      },
    });
    this.#show();
    const begun = await this.#link.begin({ property, card, keys });
    this.#cursor = begun.cursor;
    this.#last = begun.last;
    this.#floor = begun.floor;
    for (let attempt = 0; !this.#stopped.signal.aborted; attempt += 1) {
      try {
        await this.#catchUp();
        if (this.#anew) continue;
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
        this.#link.post({ kind: 'settle' });
        this.#publish({ line, problem: offline ? null : problem });
      }
      await this.#pause(Math.min(longestWait, 500 * 2 ** attempt));
    }
  }

  /** Takes in what has changed since; asks from one change before it, so that a list that isn't the same any more gives itself away. */
  async #catchUp(): Promise<void> {
    if (this.#anew || (this.#cursor > 0 && !(await this.#takeNewer()))) {
      this.#anew = false;
      await this.#backfill;
      this.#link?.post({ kind: 'anew' });
      this.#cursor = 0;
      this.#last = null;
      this.#floor = null;
    }
    if (this.#cursor === 0) {
      const taken = await this.#takeOlder(Number.MAX_SAFE_INTEGER);
      this.#cursor = taken.top;
      this.#last = taken.registrations[0] ?? null;
    }
    this.#caughtUp = true;
    this.#link?.post({ kind: 'settle' });
  }

  /** Gives whether the last row that was taken in came again, as it must: unchanged, or changed since. */
  async #takeNewer(): Promise<boolean> {
    const seen: string[] = [];
    let from = this.#cursor - 1;
    for (let more = true; more && !this.#stopped.signal.aborted; ) {
      const taken = await this.#takePage('since', from);
      seen.push(...taken.registrations);
      from = taken.cursor;
      more = taken.more;
    }
    if (this.#last !== null && !seen.includes(this.#last)) return false;
    this.#cursor = Math.max(this.#cursor, from);
    this.#last = seen.at(-1) ?? this.#last;
    return true;
  }

  async #takeOlder(before: number): Promise<Taken> {
    const taken = await this.#takePage('before', before);
    this.#floor = taken.more ? taken.cursor : null;
    return taken;
  }

  async #takePage(way: 'since' | 'before', cursor: number): Promise<Taken> {
    const bytes = await this.#parts.api.rows(way, cursor);
    const link = this.#link;
    if (link === null) throw new Refusal('offline');
    const taken = await link.page(bytes, way === 'since' ? 'newer' : 'older');
    this.#welcome(taken);
    return taken;
  }

  #welcome({ newGuests }: Taken): void {
    if (this.#caughtUp && newGuests.length > 0) {
      this.#publish({ arrivals: [...this.#snapshot.arrivals, ...newGuests] });
    }
  }

  /** Reads what is older, beside the line, as long as the line holds. */
  async #readOlder(line: AbortSignal): Promise<void> {
    while (this.#floor !== null && !line.aborted) await this.#takeOlder(this.#floor);
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
      const changed = (topic: DeskTopic) =>
        this.#publish({ marks: { ...this.#snapshot.marks, [topic]: this.#snapshot.marks[topic] + 1 } });
      this.#publish({ line: 'live', problem: null });
      // Nobody said what has changed while the line was down.
      deskTopics.forEach(changed);
      // A line that can't read on is broken, whichever way it reads.
      this.#backfill = this.#parts
        .drawn()
        .then(() => this.#readOlder(line.signal))
        .catch(() => line.abort());
      for await (const change of readChanges(response.body, alive, changed)) await this.#apply(change);
    } catch (error) {
      throw error instanceof Refusal ? error : new Refusal('offline');
    } finally {
      callOff();
      line.abort();
      this.#breakLine = () => undefined;
    }
  }

  async #apply(change: Change): Promise<void> {
    if (change.cursor <= this.#cursor || this.#link === null) return;
    this.#welcome(await this.#link.change(change));
    this.#cursor = change.cursor;
    this.#last = change.row.registration;
  }

  #show(): void {
    const { choice } = this.#snapshot;
    this.#link?.post({
      kind: 'show',
      choice,
      today: this.#today,
      from: this.#from,
      to: this.#from + this.#length,
    });
  }

  #publish(change: Partial<DeskSnapshot>): void {
    // What was still being decrypted when the keys left must not come back.
    this.#snapshot = this.#stopped.signal.aborted ? emptySnapshot : { ...this.#snapshot, ...change };
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
