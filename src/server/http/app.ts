import { Hono } from 'hono';
import { Api, type App, type AppContext, type NodeBindings } from './api.ts';
import { mountGuestRoutes } from './guest-routes.ts';
import { openApiDocument } from './openapi.ts';
import { mountPages, type PageParts } from './pages.ts';
import { problemFrom, problemOf } from './problem.ts';
import { RecentCounts } from './recent-counts.ts';
import { type Answer, jsonAnswer, jsonTextAnswer, problemAnswer, respond, textAnswer } from './respond.ts';
import { securityHeaders } from './security-headers.ts';
import { mountStaffRoutes, type StaffParts } from './staff-routes.ts';
import type { Readiness } from '../jobs/readiness.ts';
import type { SteadyClock } from '../steady-clock.ts';
import type { RandomBytes } from '../../protocol/ids.ts';

export interface AppParts extends StaffParts, PageParts {
  readonly random: RandomBytes;
  readonly steady: SteadyClock;
  readonly readiness: Readiness;
}

/** The whole HTTP surface: the API, pages and files, health and metrics. Holds no state of its own. */
export function createApp(parts: AppParts): App {
  const app: App = new Hono<{ Bindings: NodeBindings }>();
  const headers = securityHeaders(parts.publicUrl);
  const { metrics, log } = parts;

  const fixed = (path: string, answer: () => Promise<Answer> | Answer) => {
    app.all(path, async (c: AppContext) => {
      const began = performance.now();
      const isRead = c.req.method === 'GET' || (c.req.method === 'HEAD' && !path.startsWith('/api/'));
      const given = isRead ? await answer() : problemAnswer(problemOf('method_not_allowed'), { allow: 'GET' });
      metrics.request(c.req.method, path, given.status);
      log.request(c.req.method, path, given.status, performance.now() - began);
      return respond(headers, given);
    });
  };
  fixed('/healthz', () => textAnswer('ok\n', 'text/plain; charset=utf-8'));
  fixed('/readyz', async () => {
    const reasons = await parts.readiness.reasons();
    return jsonAnswer({ ready: reasons.length === 0, reasons }, reasons.length === 0 ? 200 : 503);
  });
  const counted = new RecentCounts(parts.store, parts.steady.now);
  fixed('/metrics', async () => {
    const ready = (await parts.readiness.reasons()).length === 0;
    const counts = ready ? await counted.get() : {};
    return textAnswer(
      metrics.text(counts, ready, process.memoryUsage.rss(), parts.retention.status()),
      'text/plain; version=0.0.4; charset=utf-8',
    );
  });
  let description: string | null = null;
  fixed('/api/v1/openapi.json', () => {
    description ??= JSON.stringify(openApiDocument(parts.publicUrl));
    return jsonTextAnswer(description);
  });

  const { sessions, setup, attempts, store, broken } = parts;
  const api = new Api(app, { sessions, setup, attempts, metrics, log, headers, store, broken });
  mountGuestRoutes(api, parts);
  mountStaffRoutes(api, parts);
  api.finish();
  mountPages(app, parts);

  app.onError((error) => {
    log.error('app', error);
    return respond(headers, problemAnswer(problemFrom(error)));
  });
  app.notFound(() => respond(headers, problemAnswer(problemOf('not_found'))));
  return app;
}
