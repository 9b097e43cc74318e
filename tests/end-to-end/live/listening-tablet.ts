// A tablet on a bad line: follows the change stream, is cut off at any moment, and comes again with its last cursor.

import type { DeskRow } from '../../../src/protocol/api.ts';
import { readChanges } from '../../../src/staff/api/change-stream.ts';
import type { StaffApi } from '../../../src/staff/api/staff-api.ts';

export interface Heard {
  readonly cursor: number;
  readonly row: DeskRow;
  /** Milliseconds, `performance.now()`. */
  readonly at: number;
}

export interface ListeningTablet {
  /** Everything heard so far, in order. */
  readonly heard: readonly Heard[];
  /** How often the line has been cut. */
  readonly cuts: () => number;
  /** Breaks the line now; the tablet comes again by itself. */
  readonly cut: () => void;
  /** Resolves when `enough` holds; asked after every change. Rejects where it doesn't within a minute. */
  readonly until: (enough: (heard: readonly Heard[]) => boolean) => Promise<void>;
  readonly stop: () => Promise<void>;
}

export function listeningTablet(api: Pick<StaffApi, 'changes'>): ListeningTablet {
  const heard: Heard[] = [];
  const waiting = new Set<() => void>();
  let cursor = 0;
  let cuts = 0;
  const stopping = new AbortController();
  let line = new AbortController();
  const follow = async () => {
    line = new AbortController();
    const response = await api.changes(cursor, line.signal);
    if (response.body === null) throw new TypeError('no stream');
    for await (const { cursor: next, row } of readChanges(response.body, () => undefined)) {
      heard.push({ cursor: next, row, at: performance.now() });
      cursor = next;
      for (const ask of waiting) ask();
    }
  };
  const running = (async () => {
    while (!stopping.signal.aborted) {
      // However the line ends, the next one begins after the last change that came whole.
      await follow().catch(() => undefined);
      cuts += 1;
    }
  })();
  return {
    heard,
    cuts: () => cuts,
    cut: () => line.abort(),
    until: (enough) =>
      new Promise((resolve, reject) => {
        const late = setTimeout(() => reject(new Error(`Not enough was heard: ${heard.length} changes.`)), 60_000);
        const ask = () => {
          if (!enough(heard)) return;
          clearTimeout(late);
          waiting.delete(ask);
          resolve();
        };
        waiting.add(ask);
        ask();
      }),
    stop: async () => {
      stopping.abort();
      line.abort();
      await running;
    },
  };
}
