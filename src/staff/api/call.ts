import type * as z from 'zod/mini';
import { type AnyProblem, problemSchema, Refusal } from '../../protocol/problems.ts';
import { type RouteName, routePath, routes } from '../../protocol/routes.ts';
import type { Timers } from '../session/timers.ts';

export type Fetch = (url: string, init: RequestInit) => Promise<Response>;

export interface Caller {
  readonly fetch: Fetch;
  /** Empty on the site's own pages; an origin where the caller is elsewhere. */
  readonly origin: string;
  /** What goes into `Authorization`, asked anew for every call; null when nobody is signed in. */
  readonly authorization: () => string | null;
  /** Says when a request has gone unanswered for too long. */
  readonly timers: Pick<Timers, 'after'>;
}

export interface Call {
  readonly parameters?: Readonly<Record<string, string>>;
  readonly query?: Readonly<Record<string, string>>;
  readonly body?: object;
  /** Ends the request, which has no other end then but an answer. */
  readonly signal?: AbortSignal;
  /** Let the request outlive the page. */
  readonly keepalive?: boolean;
}

/** Milliseconds after which a request counts as unanswered; a guest's phone waits as long. */
const patience = 20_000;

/**
 * Sends one request. Throws Refusal: the server's own problem, `offline` where none was reached or it didn't answer in time,
 * `unexpected_answer` else.
 */
export function send(caller: Caller, name: RouteName, call: Call = {}): Promise<Response> {
  return inTime(caller, call, (signal) => request(caller, name, call, signal));
}

/** Does what may take until the caller's patience ends, or until its own signal ends it. */
async function inTime<Value>(
  { timers }: Caller,
  { signal }: Call,
  work: (signal: AbortSignal) => Promise<Value>,
): Promise<Value> {
  if (signal !== undefined) return work(signal);
  const giveUp = new AbortController();
  const stop = timers.after(patience, () => giveUp.abort());
  try {
    return await work(giveUp.signal);
  } catch (error) {
    throw giveUp.signal.aborted ? new Refusal('offline') : error;
  } finally {
    stop();
  }
}

async function request(caller: Caller, name: RouteName, call: Call, signal: AbortSignal): Promise<Response> {
  const query = call.query === undefined ? '' : `?${new URLSearchParams(call.query).toString()}`;
  const authorization = caller.authorization();
  const headers = new Headers({ accept: name === 'changes' ? 'text/event-stream' : 'application/json' });
  if (authorization !== null) headers.set('authorization', authorization);
  if (call.body !== undefined) headers.set('content-type', 'application/json');
  let response: Response;
  try {
    response = await caller.fetch(`${caller.origin}${routePath(name, call.parameters)}${query}`, {
      method: routes[name].method,
      headers,
      cache: 'no-store',
      credentials: 'omit',
      redirect: 'error',
      ...(call.body === undefined ? {} : { body: JSON.stringify(call.body) }),
      signal,
      ...(call.keepalive === undefined ? {} : { keepalive: call.keepalive }),
    });
  } catch {
    throw new Refusal('offline');
  }
  if (!response.ok) throw await refusalOf(response);
  return response;
}

/** Sends one request and reads the answer with its schema. Throws Refusal as `send` does. */
export function ask<Schema extends z.ZodMiniType>(
  caller: Caller,
  name: RouteName,
  schema: Schema,
  call: Call = {},
): Promise<z.output<Schema>> {
  return inTime(caller, call, async (signal) => {
    const response = await request(caller, name, call, signal);
    const parsed = schema.safeParse(await json(response));
    if (!parsed.success) throw new Refusal('unexpected_answer', name);
    return parsed.data;
  });
}

/** Sends one request and gives the answer's bytes unread. Throws Refusal as `send` does. */
export function askBytes(caller: Caller, name: RouteName, call: Call = {}): Promise<ArrayBuffer> {
  return inTime(caller, call, async (signal) => {
    const response = await request(caller, name, call, signal);
    try {
      return await response.arrayBuffer();
    } catch {
      throw new Refusal('offline');
    }
  });
}

async function refusalOf(response: Response): Promise<Refusal> {
  const parsed = problemSchema.safeParse(await json(response).catch(() => null));
  if (!parsed.success) return new Refusal('unexpected_answer', String(response.status));
  return new Refusal(parsed.data.code, parsed.data.detail, parsed.data.retryAfter);
}

async function json(response: Response): Promise<unknown> {
  try {
    return await response.json();
  } catch {
    throw new Refusal('unexpected_answer', 'not JSON');
  }
}

/** The code to say a sentence for, whatever was thrown. */
export function problemOf(error: unknown): AnyProblem {
  return error instanceof Refusal ? error.code : 'internal';
}
