import type { IncomingMessage, ServerResponse } from 'node:http';
import { resolve } from 'node:path';
import { getRequestListener } from '@hono/node-server';
import type { Clock, RandomBytes } from '../protocol/ids.ts';
import { pages } from '../protocol/pages.ts';
import { Committer } from './commit/committer.ts';
import type { Config } from './config.ts';
import { Hotels } from './hotel/hotels.ts';
import { Setup } from './hotel/setup.ts';
import type { NodeBindings } from './http/api.ts';
import { createApp } from './http/app.ts';
import { listen } from './http/listen.ts';
import { Metrics } from './http/metrics.ts';
import { problemOf } from './http/problem.ts';
import { problemAnswer, respond } from './http/respond.ts';
import { securityHeaders } from './http/security-headers.ts';
import { BrokenRecords } from './broken-records.ts';
import { type ServerLog, serverLog } from './http/server-log.ts';
import { eraseAgain } from './jobs/erase-again.ts';
import { every } from './jobs/every.ts';
import { keepMoment } from './jobs/keep-moment.ts';
import { Readiness } from './jobs/readiness.ts';
import { RetentionJob } from './retention/retention-job.ts';
import type { Site } from './site/site.ts';
import { Approvals } from './staff/approvals.ts';
import { Attempts } from './staff/attempts.ts';
import { Backoff } from './staff/backoff.ts';
import { Challenges } from './staff/challenges.ts';
import { ChangeHub } from './staff/change-hub.ts';
import { RestorationChallenges } from './staff/restore-owner.ts';
import { GuestExports } from './staff/guest-exports.ts';
import { Sessions } from './staff/sessions.ts';
import { SteadyClock } from './steady-clock.ts';
import type { Store } from './store/store.ts';

export interface ServerParts {
  readonly config: Config;
  readonly site: Site;
  /** Opened by the caller, closed by the server when it stops. */
  readonly store: Store;
  readonly clock: Clock;
  /** Milliseconds that only ever pass, from any moment: what no one can set. */
  readonly elapsed: Clock;
  readonly random: RandomBytes;
  /** Lines of the server's own log, newline included. */
  readonly writeLog: (text: string) => void;
  /** Milliseconds between looks for overdue registrations. */
  readonly expireEvery?: number;
  /** Milliseconds between signs of life on a quiet change stream. */
  readonly heartbeat?: number;
  readonly rowsPage?: number;
  /** Refused attempts of one person in an hour that are still looked at. */
  readonly mostAttempts?: number;
}

export interface RunningServer {
  /** Where it listens, without a trailing slash. */
  readonly address: string;
  readonly publicUrl: string;
  readonly dataDir: string;
  /** The one-time link, where there is no property yet. */
  readonly setupLink: string | null;
  /** The desk's address, where there is a property. */
  readonly staffLink: string | null;
  /** Answers a request from inside this process, as over the port. */
  readonly answer: (request: Request, bindings: NodeBindings) => Response | Promise<Response>;
  /** Finishes what is under way and lets go of port and data. */
  readonly stop: () => Promise<void>;
}

/** Puts the server together and starts it. Throws StartRefused where the port can't be had. */
export async function startServer(parts: ServerParts): Promise<RunningServer> {
  const { config, store, clock, random } = parts;
  const log = serverLog(parts.writeLog, clock);
  const broken = new BrokenRecords(log);
  const listening = await listen(config.port, config.host);
  const publicUrl = config.publicUrl ?? `http://localhost:${listening.port}`;
  const metrics = new Metrics();
  const readiness = new Readiness(store);
  const steady = new SteadyClock({ clock, elapsed: parts.elapsed, kept: await store.keptMoment() });
  const hotels = new Hotels(store, steady.now);
  const hub = new ChangeHub();
  const committer = new Committer({
    store,
    moment: steady.now,
    onRows: (property) => hub.notify(property),
    onTopic: (property, topic) => hub.tell(property, topic),
    onCommit: (changes, failed) => {
      metrics.commit(changes, failed);
      readiness.note('commit', !failed);
    },
  });
  const retention = await RetentionJob.start({
    store,
    committer,
    hotels,
    clock,
    elapsed: parts.elapsed,
    random,
    readiness,
    log,
    broken,
  });
  const sessions = new Sessions({ store, committer, hotels, clock, steady, random, onError: log.error });
  const attempts = new Attempts({
    store,
    committer,
    hotels,
    clock,
    steady,
    ...(parts.mostAttempts === undefined ? {} : { most: parts.mostAttempts }),
  });
  const setup = new Setup({
    store,
    committer,
    hotels,
    clock,
    random,
    publicUrl,
    begin: (time) => retention.begin(time),
    onError: log.error,
  });
  const token = await setup.offer();
  const stopping = new AbortController();
  const app = createApp({
    store,
    committer,
    hotels,
    hub,
    sessions,
    attempts,
    approvals: new Approvals({ store, committer, hotels, clock, steady, random }),
    guestExports: new GuestExports(steady.now, random),
    setup,
    witness: (time) => retention.time.witness(time),
    metrics,
    log,
    broken,
    readiness,
    retention,
    steady,
    clock,
    random,
    publicUrl,
    site: parts.site,
    backoff: new Backoff(steady.now),
    challenges: new RestorationChallenges(steady.now, random),
    secret: await store.secret('sign-in salts', () => random(32)),
    passkeyChallenges: new Challenges({
      clock: steady.now,
      random,
      secret: await store.secret('passkey challenges', () => random(32)),
    }),
    handoverSecret: await store.secret('handed-over proofs', () => random(32)),
    stopping: stopping.signal,
    heartbeat: parts.heartbeat ?? 15_000,
    rowsPage: parts.rowsPage ?? 200,
  });
  await eraseAgain({ store, committer, hotels, clock, onBroken: broken.note });
  const keeping = keepMoment({ store, steady, log });
  const job = every(parts.expireEvery ?? 60_000, () => retention.run());
  listening.serve(requestListener(app.fetch, publicUrl, log), securityHeaders(publicUrl));

  const [property] = await store.properties();
  return {
    address: `http://${config.host.includes(':') ? `[${config.host}]` : config.host}:${listening.port}`,
    publicUrl,
    dataDir: resolve(config.dataDir),
    setupLink: token === null ? null : `${publicUrl}${pages.setup}#${token}`,
    staffLink: property === undefined ? null : `${publicUrl}${pages.staff(property)}`,
    answer: (request, bindings) => app.fetch(request, bindings),
    stop: async () => {
      stopping.abort();
      await Promise.all([listening.close(5000), job.stop(), keeping.stop()]);
      await retention.stop();
      await committer.drained();
      log.flush();
      await store.close();
    },
  };
}

/** `hostname` stands in where a client names no host; it decides nothing. */
function requestListener(fetch: Parameters<typeof getRequestListener>[0], publicUrl: string, log: ServerLog) {
  const headers = securityHeaders(publicUrl);
  const listener = getRequestListener(fetch, {
    hostname: new URL(publicUrl).hostname,
    // A request whose address or host can't be read never reaches the app.
    errorHandler: (error) => {
      const isRequest = error instanceof Error && error.name === 'RequestError';
      if (!isRequest) log.error('adapter', error);
      return respond(headers, problemAnswer(problemOf(isRequest ? 'malformed' : 'internal')));
    },
  });
  return (incoming: IncomingMessage, outgoing: ServerResponse) => {
    listener(incoming, outgoing).catch((error: unknown) => log.error('adapter', error));
  };
}
