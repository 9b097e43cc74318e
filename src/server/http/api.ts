import type { IncomingMessage } from 'node:http';
import type { Context, Hono } from 'hono';
import * as z from 'zod/mini';
import { idSchema } from '../../protocol/ids.ts';
import { Refusal } from '../../protocol/problems.ts';
import { permissionsOf } from '../../protocol/roles.ts';
import { type Route, type RouteName, routes } from '../../protocol/routes.ts';
import { type BrokenRecords, isBrokenRecord } from '../broken-records.ts';
import type { Setup } from '../hotel/setup.ts';
import { isUnreadable } from '../is-unreadable.ts';
import { parseJsonBytes, parseWith } from '../parse-json.ts';
import type { Attempts } from '../staff/attempts.ts';
import { requireStepUp, type StepUpParts } from '../staff/require-step-up.ts';
import type { Store } from '../store/store.ts';
import type { ActiveSession, Sessions } from '../staff/sessions.ts';
import type { Metrics } from './metrics.ts';
import { problemFrom, problemOf } from './problem.ts';
import { discardBody, isJsonType, readBody } from './read-body.ts';
import { importPaths, refuseList, refuseListType } from './refuse-imports.ts';
import { type Answer, problemAnswer, respond } from './respond.ts';
import type { Headers } from './security-headers.ts';
import type { ServerLog } from './server-log.ts';

export interface NodeBindings {
  readonly incoming: IncomingMessage;
}
export type App = Hono<{ Bindings: NodeBindings }>;
export type AppContext = Context<{ Bindings: NodeBindings }>;

export interface ApiParts {
  readonly sessions: Sessions;
  readonly setup: Setup;
  readonly metrics: Metrics;
  readonly log: ServerLog;
  /** Security headers of API responses. */
  readonly headers: Headers;
  readonly attempts: Pick<Attempts, 'isNoted' | 'isOwn'> & StepUpParts['attempts'];
  readonly store: Pick<Store, 'registration' | 'envelopes' | 'damaged'>;
  readonly broken: Pick<BrokenRecords, 'note'>;
}

/** What a handler is given: a request whose access, size, type and shape have been checked. */
export interface Call<Body> {
  readonly body: Body;
  /** The body's exact bytes. */
  readonly raw: Uint8Array;
  readonly parameter: (name: string) => string;
  readonly query: (name: string) => string | undefined;
  readonly header: (name: string) => string | undefined;
  /** Throws Refusal `session_ended` on routes that need none. */
  readonly session: () => ActiveSession;
}

/**
 * What a path may name that is gone one day, for whoever had it too: an export after an hour, a passkey, a question for approval, an
 * invitation, a colleague. Not finding it any more is nobody's attempt.
 */
const passing: ReadonlySet<string> = new Set(['export', 'passkey', 'approval', 'invitation', 'person']);

/** What a body names, where it names a registration. */
const namingSchema = z.object({ registration: idSchema });

type BodySchema<Body> = { safeParse: (data: unknown) => z.core.util.SafeParseResult<Body> } & z.core.$ZodType<Body>;

/** Handlers by route name; the table they are mounted from is the protocol's. */
export class Api {
  readonly #app: App;
  readonly #parts: ApiParts;
  readonly #mounted = new Set<RouteName>();

  constructor(app: App, parts: ApiParts) {
    this.#app = app;
    this.#parts = parts;
  }

  /** A route without a body. */
  plain(name: RouteName, handle: (call: Call<null>) => Promise<Answer>): void {
    this.#mount(name, null, handle);
  }

  /** A route whose body is JSON of this shape. */
  send<Body>(name: RouteName, schema: BodySchema<Body>, handle: (call: Call<Body>) => Promise<Answer>): void {
    this.#mount(name, schema, handle);
  }

  /** Answers every other method on the routes, and says so if a route of the table has no handler. */
  finish(): void {
    for (const path of importPaths)
      this.#app.on(['POST', 'PUT', 'PATCH'], path, (c) =>
        this.#finish(c, path, performance.now(), problemAnswer(problemOf('import_refused'), allowedOn(path))),
      );
    for (const [name, { path }] of Object.entries(routes)) {
      if (![...this.#mounted].some((mounted) => mounted === name)) throw new TypeError(`route ${name} has no handler`);
      this.#app.all(path, (c) => this.#finish(c, path, performance.now(), notAllowed(path)));
    }
    this.#app.all('/api/*', (c) => this.#finish(c, '/api/*', performance.now(), problemAnswer(problemOf('not_found'))));
  }

  #mount<Body>(name: RouteName, schema: BodySchema<Body> | null, handle: (call: Call<Body>) => Promise<Answer>): void;
  #mount(name: RouteName, schema: null, handle: (call: Call<null>) => Promise<Answer>): void;
  #mount<Body>(
    name: RouteName,
    schema: BodySchema<Body> | null,
    handle: (call: Call<Body | null>) => Promise<Answer>,
  ): void {
    const route: Route = routes[name];
    this.#mounted.add(name);
    this.#app.on(route.method, route.path, async (c) => {
      const began = performance.now();
      if (c.req.method !== route.method) return this.#finish(c, route.path, began, notAllowed(route.path));
      try {
        const answer = await this.#answer(c, name, schema, handle);
        return await this.#finish(c, route.path, began, answer);
      } catch (error) {
        const problem = problemFrom(error);
        if (problem.status >= 500) this.#parts.log.error(route.path, error);
        return this.#finish(c, route.path, began, problemAnswer(problem));
      }
    });
  }

  async #answer<Body>(
    c: AppContext,
    name: RouteName,
    schema: BodySchema<Body> | null,
    handle: (call: Call<Body | null>) => Promise<Answer>,
  ): Promise<Answer> {
    const route: Route = routes[name];
    let session = await this.#admit(route, c);
    let raw: Uint8Array = new Uint8Array();
    let body: Body | null = null;
    if (schema !== null) {
      if (route.ownAct === true) refuseListType(c.req.header('content-type'));
      if (!isJsonType(c.req.header('content-type'))) throw new Refusal('unsupported_media_type');
      if (c.req.header('content-encoding') !== undefined)
        throw new Refusal('unsupported_media_type', 'content-encoding');
      raw = await readBody(c.env.incoming, route.limit);
      const data = parseJsonBytes(raw);
      if (route.ownAct === true) refuseList(data);
      body = parseWith(schema, data);
      // A body takes as long as whoever sends it likes, and they may have been sent away meanwhile.
      session = await this.#admit(route, c);
    }
    try {
      return await handle({
        body,
        raw,
        parameter: (of) => c.req.param(of) ?? '',
        query: (of) => c.req.query(of),
        header: (of) => c.req.header(of),
        session: () => {
          if (session === null) throw new Refusal('session_ended');
          return session;
        },
      });
    } catch (error) {
      if (session === null) throw error;
      const told = await this.#toldApart(error, session, registrationNamed(c, body));
      if (told instanceof Refusal) await this.#noteAttempt(c, name, session, told, body);
      throw told;
    }
  }

  /** A fault of ours; or a record that can't be read, which is Refusal `cannot_open` to its hotel and `not_found` to any other. */
  async #toldApart(error: unknown, { property }: ActiveSession, registration: string | null): Promise<unknown> {
    if (registration === null || !isBrokenRecord(error)) return error;
    const { store, broken } = this.#parts;
    if (!(await isUnreadable(store, registration))) return error;
    broken.note(registration);
    if ((await store.damaged(property, registration)) === null) return new Refusal('not_found');
    return new Refusal('cannot_open', 'registration');
  }

  /**
   * Whoever reaches for what isn't theirs, another hotel's or made up, has tried something: an entry, whatever the route, unless its
   * handler has noted more of it, or what is named is the hotel's own or may have been there. Throws Refusal `too_many_attempts` in place of the answer.
   */
  async #noteAttempt(
    c: AppContext,
    name: RouteName,
    session: ActiveSession,
    { code }: Refusal,
    body: unknown,
  ): Promise<void> {
    const { attempts } = this.#parts;
    const inPath = Object.entries(c.req.param());
    const inBody = namingSchema.safeParse(body);
    const reached = code === 'not_found' && (inPath.some(([of]) => !passing.has(of)) || inBody.success);
    if (attempts.isNoted(session) || !(reached || code === 'forbidden' || code === 'not_granted')) return;
    const registration = registrationNamed(c, body);
    const request = c.req.param('request') ?? null;
    if (code === 'not_found' && (await attempts.isOwn(session, { registration, request }))) return;
    const about = [name, ...inPath.map(([, value]) => value)].join(' ');
    await attempts.refused(session, { action: 'attempt-refused', about, registration });
  }

  /** Who may come in. Throws Refusal where they may not. */
  async #admit({ access, path, stepUp }: Route, c: AppContext): Promise<ActiveSession | null> {
    const authorization = c.req.header('authorization');
    if (access === 'public') return null;
    if (access === 'setup') {
      await this.#parts.setup.check(credential('Setup', authorization));
      return null;
    }
    const session = await this.#parts.sessions.use(credential('Bearer', authorization));
    if (access !== 'session' && !permissionsOf[session.role].includes(access)) {
      const registration = c.req.param('registration') ?? null;
      await this.#parts.attempts.refused(session, { action: 'attempt-refused', about: access, registration });
      throw new Refusal('forbidden');
    }
    if (stepUp === true) await requireStepUp(this.#parts, session, path);
    return session;
  }

  async #finish(c: AppContext, route: string, began: number, answer: Answer): Promise<Response> {
    await discardBody(c.env.incoming);
    this.#parts.metrics.request(c.req.method, route, answer.status);
    this.#parts.log.request(c.req.method, route, answer.status, performance.now() - began);
    return respond(this.#parts.headers, answer);
  }
}

/** The registration a request is about, by its body or else by its path. */
function registrationNamed(c: AppContext, body: unknown): string | null {
  const inBody = namingSchema.safeParse(body);
  const named = inBody.success ? inBody : namingSchema.safeParse(c.req.param());
  return named.success ? named.data.registration : null;
}

function notAllowed(path: string): Answer {
  return problemAnswer(problemOf('method_not_allowed'), allowedOn(path));
}

/** The header that names a path's methods; none where there is no route. */
function allowedOn(path: string): Record<string, string> {
  const allowed = Object.values(routes).filter((route) => route.path === path);
  return allowed.length === 0 ? {} : { allow: allowed.map(({ method }) => method).join(', ') };
}

function credential(scheme: string, authorization: string | undefined): string | null {
  const [given, text] = authorization?.split(' ') ?? [];
  return given?.toLowerCase() === scheme.toLowerCase() && text !== undefined && text !== '' ? text : null;
}
