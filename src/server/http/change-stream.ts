import type { Change } from '../../protocol/api.ts';
import { type DeskTopic, deskTopics } from '../../protocol/desk-topics.ts';
import type { ChangeHub } from '../staff/change-hub.ts';
import type { Sessions, ActiveSession } from '../staff/sessions.ts';
import type { Store } from '../store/store.ts';
import type { Metrics } from './metrics.ts';
import type { ServerLog } from './server-log.ts';

export interface StreamParts {
  readonly store: Store;
  readonly hub: ChangeHub;
  readonly sessions: Sessions;
  readonly metrics: Metrics;
  readonly log: ServerLog;
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
 * An event by a topic's name says that it has changed; whoever connects asks anyway.
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
  const times = (topic: DeskTopic) => hub.times(session.property, topic);
  const told = new Map(deskTopics.map((topic) => [topic, times(topic)]));
  let started = false;
  let wake: (() => void) | null = null;
  const end = new AbortController();
  const stop = () => {
    end.abort();
    wake?.();
  };
  const forgetEnd = sessions.onEnd(session, stop);
  stopping.addEventListener('abort', stop);
  if (stopping.aborted) stop();
  metrics.openStreams += 1;
  let released = false;
  const release = () => {
    if (released) return;
    released = true;
    end.abort();
    forgetEnd();
    stopping.removeEventListener('abort', stop);
    metrics.openStreams -= 1;
  };

  /** Resolves true at the next change, false after a heartbeat's time or at the end. */
  const nextChange = (): { changed: Promise<boolean>; cancel: () => void } => {
    const { promise: changed, resolve } = Promise.withResolvers<boolean>();
    const timer = setTimeout(() => finish(false), parts.heartbeat);
    const forget = hub.onNext(session.property, () => finish(true));
    const finish = (value: boolean) => {
      clearTimeout(timer);
      forget();
      wake = null;
      resolve(value);
    };
    const cancel = () => finish(false);
    wake = cancel;
    return { changed, cancel };
  };

  const next = async (): Promise<string | null> => {
    if (!started) {
      started = true;
      return 'retry: 2000\n\n';
    }
    while (!end.signal.aborted) {
      // Waiting begins before reading, so that no change falls between the two.
      const waiting = nextChange();
      const rows = await store.rows(session.property, cursor, page).catch((error: unknown) => {
        waiting.cancel();
        throw error;
      });
      const last = rows.at(-1);
      if (last !== undefined) {
        waiting.cancel();
        // A heartbeat may be a while away; nobody is told of guests after their session.
        if (!(await sessions.isAlive(session)) || end.signal.aborted) return null;
        cursor = last.cursor;
        return rows.map(eventText).join('');
      }
      const topic = deskTopics.find((one) => times(one) !== told.get(one));
      if (topic !== undefined) {
        waiting.cancel();
        if (!(await sessions.isAlive(session)) || end.signal.aborted) return null;
        told.set(topic, times(topic));
        return `event: ${topic}\ndata: {}\n\n`;
      }
      if (end.signal.aborted) waiting.cancel();
      if (await waiting.changed) continue;
      if (end.signal.aborted || !(await sessions.isAlive(session))) return null;
      return ': still here\n\n';
    }
    return null;
  };

  return new ReadableStream<Uint8Array<ArrayBuffer>>(
    {
      pull: async (controller) => {
        try {
          const piece = await next();
          if (piece !== null) {
            controller.enqueue(encoder.encode(piece));
            return;
          }
          release();
          controller.close();
        } catch (error) {
          parts.log.error('changes', error);
          release();
          controller.close();
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
