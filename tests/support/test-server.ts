// The real server inside the test's process: a real port, a real SQLite folder, a clock the test moves.

import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { problemSchema } from '../../src/protocol/problems.ts';
import { pages } from '../../src/protocol/pages.ts';
import { routePath, type RouteName, routes } from '../../src/protocol/routes.ts';
import type { SignedIn } from '../../src/protocol/api.ts';
import { setupStartSchema, signedInSchema } from '../../src/protocol/api.ts';
import { compressed } from '../../src/server/site/compressed.ts';
import type { Site } from '../../src/server/site/site.ts';
import { type RunningServer, type ServerParts, startServer } from '../../src/server/start-server.ts';
import { openSqliteStore } from '../../src/server/store/sqlite/open-sqlite-store.ts';
import { type HotelDraft, random, type TestHotel, testHotel } from './hotel-fixtures.ts';
import { setupBody, type TestPerson, testPerson } from './server-fixtures.ts';

const shell = (title: string) =>
  `<!doctype html><html lang="zh-Hans"><head><title>${title}</title><style>p{margin:0}</style><!--foyer:head--></head>` +
  '<body><div id="app"><!--foyer:body--></div><script type="module" src="/assets/guest/index-1.js"></script></body></html>';

/** A build's stand-in. */
const testSite: Site = {
  guestShell: shell('guest'),
  staffShell: shell('desk'),
  files: new Map(
    ['/sw.js', '/staff/sw.js', '/assets/guest/index-1.js', '/assets/staff/stretch-1.js'].map((path) => [
      path,
      {
        ...compressed(new TextEncoder().encode(`// ${path}`)),
        type: 'text/javascript; charset=utf-8',
        etag: '"1"',
        immutable: path.startsWith('/assets/'),
      },
    ]),
  ),
  renderWelcome: ({ language, notice }) => ({
    lang: language,
    dir: 'ltr',
    title: `Welcome & ${language}`,
    headHtml: '<style>h1{color:red}</style>',
    bodyHtml: `<h1>${notice.length}</h1>`,
  }),
};

export interface TestServerOptions
  extends Partial<Pick<ServerParts, 'expireEvery' | 'heartbeat' | 'mostAttempts' | 'rowsPage' | 'site'>> {
  /** What has passed for the process, where that isn't all that the clock was moved by. */
  readonly elapsed?: (now: number) => number;
  readonly beforeCommit?: () => void;
  /** False leaves the bytes of what is destroyed. */
  readonly secureDelete?: false;
  /** False leaves what page moves left of it. */
  readonly rebuild?: false;
  readonly publicUrl?: string;
  readonly folder?: string;
  /** Where its clock stands at the start, milliseconds. */
  readonly now?: number;
}

export interface Sent {
  readonly status: number;
  readonly headers: Headers;
  readonly json: unknown;
  /** The problem's code where the answer is one, else null. */
  readonly code: string | null;
  readonly text: string;
}

export interface SendOptions {
  readonly parameters?: Readonly<Record<string, string>>;
  readonly query?: string;
  /** Sent as JSON; a text as it is. */
  readonly body?: unknown;
  readonly authorization?: string;
  readonly headers?: Readonly<Record<string, string>>;
}

/** A server with nothing in it yet, unless `folder` holds something. */
export async function startTestServer(options: TestServerOptions = {}) {
  const folder = options.folder ?? (await mkdtemp(join(tmpdir(), 'foyer-server-')));
  const clock = { now: options.now ?? Date.parse('2026-11-21T10:00:00Z') };
  const logged: string[] = [];
  const { beforeCommit, secureDelete, rebuild } = options;
  const store = openSqliteStore(folder, {
    ...(beforeCommit === undefined ? {} : { beforeCommit }),
    ...(secureDelete === undefined ? {} : { secureDelete }),
    ...(rebuild === undefined ? {} : { rebuild }),
  });
  const server: RunningServer = await startServer({
    config: { port: 0, host: '127.0.0.1', dataDir: folder, publicUrl: options.publicUrl ?? null, serviceWorkers: true },
    store,
    site: options.site ?? testSite,
    clock: () => clock.now,
    // Moving the clock stands for time that passes, unless a test says otherwise.
    elapsed: () => options.elapsed?.(clock.now) ?? clock.now,
    random,
    writeLog: (text) => logged.push(text),
    ...(options.expireEvery === undefined ? {} : { expireEvery: options.expireEvery }),
    ...(options.heartbeat === undefined ? {} : { heartbeat: options.heartbeat }),
    ...(options.mostAttempts === undefined ? {} : { mostAttempts: options.mostAttempts }),
    ...(options.rowsPage === undefined ? {} : { rowsPage: options.rowsPage }),
  });
  const url = server.address;

  const send = async (name: RouteName, asked: SendOptions = {}): Promise<Sent> => {
    const { method } = routes[name];
    const { body, authorization } = asked;
    const response = await fetch(`${url}${routePath(name, asked.parameters)}${asked.query ?? ''}`, {
      method,
      headers: {
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        ...(authorization === undefined ? {} : { authorization }),
        ...asked.headers,
      },
      ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
    });
    const text = await response.text();
    const isJson = /^application\/(?:problem\+)?json\b/.test(response.headers.get('content-type') ?? '');
    const json: unknown = isJson ? JSON.parse(text) : null;
    const problem = problemSchema.safeParse(json);
    const code = problem.success ? problem.data.code : null;
    return { status: response.status, headers: response.headers, json, code, text };
  };

  return {
    url,
    folder,
    clock,
    logged,
    store,
    server,
    send,
    /** Keeps the data. */
    stop: () => server.stop(),
    /** Stops and removes the data. */
    end: async () => {
      await server.stop();
      await rm(folder, { recursive: true });
    },
  };
}

export type TestServer = Awaited<ReturnType<typeof startTestServer>>;

export interface FinishedHotel {
  readonly hotel: TestHotel;
  readonly owner: TestPerson;
}

/** Sets a hotel up through the server's own link. */
export async function setUp(
  server: TestServer,
  {
    ownTime = server.clock.now,
    ...draft
  }: Pick<HotelDraft, 'retentions' | 'purposes' | 'jurisdiction'> & { readonly ownTime?: number } = {},
): Promise<FinishedHotel> {
  const authorization = setupAuthorization(server);
  const { property, receiptKey, now } = setupStartSchema.parse(
    (await server.send('setupStart', { authorization })).json,
  );
  const hotel = await testHotel({ property, receiptKey, now, ...draft });
  const owner = await testPerson(hotel, 'owner', 'li', draft.purposes);
  const { status, text } = await server.send('setup', { authorization, body: setupBody(hotel, owner, ownTime) });
  if (status !== 204) throw new Error(`set-up was refused: ${status} ${text}`);
  return { hotel, owner };
}

export function setupAuthorization({ server }: TestServer): string {
  return `Setup ${server.setupLink?.split(`${pages.setup}#`)[1] ?? ''}`;
}

/** Signs in; returns the header and what the server said. */
export async function signIn(
  server: TestServer,
  hotel: TestHotel,
  { person, proof }: TestPerson,
): Promise<SignedIn & { authorization: string }> {
  const parameters = { property: hotel.property };
  const { json } = await server.send('signIn', { parameters, body: { handle: person.handle, proof } });
  const signedIn = signedInSchema.parse(json);
  return { ...signedIn, authorization: `Bearer ${signedIn.session}` };
}
