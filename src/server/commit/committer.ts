import type { DeskTopic } from '../../protocol/desk-topics.ts';
import type { Clock } from '../../protocol/ids.ts';
import { Refusal } from '../../protocol/problems.ts';
import type { Change, Outcome } from '../store/change.ts';
import {
  type Committed,
  type CommittedTree,
  type SignCheckpoint,
  StorageUnavailable,
  type Store,
} from '../store/store.ts';

export interface Written {
  readonly outcomes: readonly Outcome[];
  /** The tree of the commit that made them durable; null where it logged nothing. */
  readonly tree: CommittedTree | null;
}

export interface CommitterOptions {
  readonly store: Pick<Store, 'commit'>;
  /** The steady clock. */
  readonly moment: Clock;
  /** Told after each commit that changed rows of the desk's list. */
  readonly onRows: (property: string) => void;
  /** Told after each commit that changed something else the desk is told of. */
  readonly onTopic?: (property: string, topic: DeskTopic) => void;
  /** Told after each try: `failed` where storage refused, so that nobody's changes could be written. A fault of one group's is nobody else's. */
  readonly onCommit: (changes: number, failed: boolean) => void;
  /** Most changes in one commit; a group is never divided. */
  readonly batchSize?: number;
  /** Most changes that may wait; beyond, callers are refused at once. */
  readonly queueSize?: number;
}

interface Group {
  readonly property: string;
  readonly changes: readonly Change[];
  readonly sign: SignCheckpoint;
  readonly last: boolean;
  readonly resolve: (written: Written) => void;
  readonly reject: (reason: unknown) => void;
}

/**
 * Group commit: whatever has queued while the disk was busy goes into one durable transaction, and each caller hears of it after
 * that. The server's only way to write.
 */
export class Committer {
  readonly #options: CommitterOptions;
  #queue: Group[] = [];
  #waiting = 0;
  #running: Promise<void> | null = null;

  constructor(options: CommitterOptions) {
    this.#options = options;
  }

  /**
   * Writes changes of one property together. Resolves when they are durable, with an outcome each.
   * Rejects with StorageUnavailable where nothing was written, or with the fault that broke this group and no other.
   * With `last` nothing follows them in their commit, so that the tree ends with them.
   */
  submit(
    property: string,
    changes: readonly Change[],
    sign: SignCheckpoint,
    { last = false }: { readonly last?: boolean } = {},
  ): Promise<Written> {
    if (this.#waiting + changes.length > (this.#options.queueSize ?? 10_000)) {
      return Promise.reject(new Refusal('storage_unavailable', 'too many are waiting', 2));
    }
    return new Promise((resolve, reject) => {
      this.#queue.push({ property, changes, sign, last, resolve, reject });
      this.#waiting += changes.length;
      this.#running ??= this.#run();
    });
  }

  /** Resolves when nothing waits any more. */
  async drained(): Promise<void> {
    while (this.#running !== null) await this.#running;
  }

  async #run(): Promise<void> {
    while (this.#queue.length > 0) {
      // A turn of the event loop lets everything that has arrived meanwhile join the batch.
      await new Promise((resolve) => setImmediate(resolve));
      const groups = this.#takeBatch();
      await this.#write(groups);
    }
    this.#running = null;
  }

  #takeBatch(): Group[] {
    const [first] = this.#queue;
    const taken: Group[] = [];
    const left: Group[] = [];
    let count = 0;
    for (const group of this.#queue) {
      const fits = taken.length === 0 || count + group.changes.length <= (this.#options.batchSize ?? 256);
      const isOpen = left.length === 0 && taken.at(-1)?.last !== true;
      if (group.property === first?.property && fits && isOpen) {
        taken.push(group);
        count += group.changes.length;
      } else {
        left.push(group);
      }
    }
    this.#queue = left;
    this.#waiting -= count;
    return taken;
  }

  async #write(groups: readonly Group[]): Promise<void> {
    const [first] = groups;
    if (first === undefined) return;
    const changes = groups.flatMap((group) => group.changes);
    const { store, moment } = this.#options;
    const { property, sign } = first;
    let committed: Committed;
    try {
      committed = await store.commit({ property, moment: moment(), changes, sign });
    } catch (error) {
      if (error instanceof StorageUnavailable) this.#options.onCommit(changes.length, true);
      // A fault that is not the disk's is one group's: each is tried alone, so that it fails no neighbour.
      if (!(error instanceof StorageUnavailable) && groups.length > 1) {
        for (const group of groups) await this.#write([group]);
      } else {
        for (const group of groups) group.reject(error);
      }
      return;
    }
    this.#options.onCommit(changes.length, false);
    let at = 0;
    for (const group of groups) {
      const outcomes = committed.outcomes.slice(at, at + group.changes.length);
      at += group.changes.length;
      group.resolve({ outcomes, tree: committed.tree });
    }
    for (const topic of committed.topics) this.#options.onTopic?.(first.property, topic);
    if (committed.cursor !== null) this.#options.onRows(first.property);
  }
}
