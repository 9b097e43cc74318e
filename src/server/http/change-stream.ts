import type { Change } from '../../protocol/api.ts';
import type { ChangeHub } from '../staff/change-hub.ts';
import type { Sessions, ActiveSession } from '../staff/sessions.ts';
import type { Store } from '../store/store.ts';
import type { Metrics } from './metrics.ts';

export interface StreamParts {
  readonly store: Store;
  readonly hub: ChangeHub;
  readonly sessions: Sessions;
  readonly metrics: Metrics;
  /** Aborted when the server stops. */
  readonly stopping: AbortSignal;
  /** Milliseconds between signs of life on a quiet stream. */
  readonly heartbeat: number;
}

/** Rows read at once. */
const page = 50;

/**
 * The desk's list as server-sent events: every row that changed after `since`, then each change as it comes. Rows are read when the
 * connection has taken the ones before, so a slow tablet costs no memory; a row that changed twice meanwhile comes once, as it is now.
 * Ends when the session does, and when the server stops; the tablet then comes again with its last cursor.
 */
export function changeStream(
  parts: StreamParts,
  session: ActiveSession,
  since: number,
): ReadableStream<Uint8Array<ArrayBuffer>> {
  const { store, hub, sessions, metrics, stopping } = parts;
  const encoder = new TextEncoder();
  let cursor = since;
  let started = false;
  let ended = false;
  let wake: (() => void) | null = null;
  const stop = () => {
    ended = true;
    wake?.();
  };
  const forgetEnd = sessions.onEnd(session, stop);
  stopping.addEventListener('abort', stop);
  let released = false;
  const release = () => {
    if (released) return;
    released = true;
    ended = true;
    forgetEnd();
    stopping.removeEventListener('abort', stop);
    metrics.openStreams -= 1;
  };

  /** Resolves true at the next change, false after a heartbeat's time or at the end. */
  const nextChange = (): { changed: Promise<boolean>; cancel: () => void } => {
    let cancel = () => {};
    const changed = new Promise<boolean>((resolve) => {
      const timer = setTimeout(() => finish(false), parts.heartbeat);
      const forget = hub.onNext(session.property, () => finish(true));
      const finish = (value: boolean) => {
        clearTimeout(timer);
        forget();
        wake = null;
        resolve(value);
      };
      wake = () => finish(false);
      cancel = wake;
    });
    return { changed, cancel };
  };

  const pull = async (controller: ReadableStreamDefaultController<Uint8Array<ArrayBuffer>>) => {
    if (!started) {
      started = true;
      controller.enqueue(encoder.encode('retry: 2000\n\n'));
      return;
    }
    while (!ended && !stopping.aborted) {
      // Waiting begins before reading, so that no change falls between the two.
      const next = nextChange();
      const rows = await store.rows(session.property, cursor, page);
      const last = rows.at(-1);
      if (last !== undefined) {
        next.cancel();
        cursor = last.cursor;
        controller.enqueue(encoder.encode(rows.map(eventText).join('')));
        return;
      }
      if (await next.changed) continue;
      if (ended || !(await sessions.isAlive(session))) break;
      controller.enqueue(encoder.encode(': still here\n\n'));
      return;
    }
    release();
    controller.close();
  };

  metrics.openStreams += 1;
  return new ReadableStream<Uint8Array<ArrayBuffer>>(
    {
      pull: async (controller) => {
        try {
          await pull(controller);
        } catch (error) {
          release();
          controller.error(error);
        }
      },
      cancel: () => {
        stop();
        release();
      },
    },
    { highWaterMark: 0 },
  );
}

function eventText(change: Change): string {
  return `event: row\nid: ${change.cursor}\ndata: ${JSON.stringify(change)}\n\n`;
}
