import { type LogAction, logEntrySchema } from '../../../src/protocol/audit-log.ts';
import { type Route, type RouteName, routes } from '../../../src/protocol/routes.ts';
import type { TestServer } from '../../support/test-server.ts';

const patterns = Object.entries<Route>(routes).map(([name, { method, path }]) => ({
  name,
  method,
  matches: new RegExp(`^${path.replaceAll(/:[a-z]+/g, '[^/]+')}$`),
}));

function isRoute(name: string): name is RouteName {
  return name in routes;
}

/** Sends requests one by one, and notes what each wrote into the log by the time its answer began. */
export function routeLog(server: TestServer) {
  const written = new Map<RouteName, LogAction[]>();
  /** The last body each route was called well with. */
  const bodies = new Map<RouteName, unknown>();
  const refusals: { readonly name: RouteName; readonly wrote: readonly LogAction[] }[] = [];
  let wrote: readonly LogAction[] = [];
  const entriesFrom = async (from: number) => {
    const [property] = await server.store.properties();
    return property === undefined ? [] : server.store.entries(property, from, 1000);
  };
  return {
    written,
    refusals,
    bodies,
    /** What the last request wrote. */
    lastWrote: () => wrote,
    fetch: async (input: string | URL | Request, init?: RequestInit): Promise<Response> => {
      const url = new URL(input instanceof Request ? input.url : input);
      const method = init?.method ?? 'GET';
      const name = patterns.find((one) => one.method === method && one.matches.test(url.pathname))?.name ?? '';
      if (!isRoute(name)) throw new TypeError(`no route ${method} ${url.pathname}`);
      const before = (await entriesFrom(0)).length;
      const response = await fetch(input, init);
      wrote = (await entriesFrom(before)).map((text) => logEntrySchema.parse(JSON.parse(text)).action);
      if (response.ok && typeof init?.body === 'string') bodies.set(name, JSON.parse(init.body));
      if (response.ok) written.set(name, [...(written.get(name) ?? []), ...wrote]);
      else refusals.push({ name, wrote });
      return response;
    },
  };
}
