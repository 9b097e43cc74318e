// Changes to any request of the API: its address, its method, who asks, and its body.

import { type Route, type RouteName, routes } from '../../../src/protocol/routes.ts';
import type { SeededRandom } from '../../support/seeded-random.ts';
import { byteMutations, valueMutations } from './json-mutations.ts';
import type { RequestToSend } from './send-request.ts';

/** A request as a real client sent it. */
export interface Sample {
  readonly name: RouteName;
  /** Path and query. */
  readonly path: string;
  readonly body: string;
}

const names = Object.keys(routes).filter((name): name is RouteName => name in routes);

/** The route a request is for; null for none of the table. */
export function routeOf(method: string, path: string): RouteName | null {
  const pathname = path.split('?')[0] ?? '';
  const found = names.find((name) => {
    const route: Route = routes[name];
    return route.method === method && new RegExp(`^${route.path.replaceAll(/:[a-z]+/g, '[^/]+')}$`).test(pathname);
  });
  return found ?? null;
}

/** Every route of the table has at least one sample. */
export function missingRoutes(samples: readonly Sample[]): RouteName[] {
  return names.filter((name) => !samples.some((sample) => sample.name === name));
}

const oddParts = [
  'x',
  '..',
  '%2e%2e',
  '%00',
  '%zz',
  '%ff',
  '名',
  "'--",
  'A'.repeat(22),
  'A'.repeat(43),
  'A'.repeat(5000),
  '-1',
  '*',
  '%',
  '::',
  '{}',
];
const oddQueries = [
  'since=-1',
  'since=1e9',
  'since=9007199254740993',
  'since=x',
  'since=',
  'since=1&since=2',
  'lang=',
  'lang=xx',
  'lang=en;q=x',
  '%',
  '=',
  '&&&',
  'a[b]=c',
  `x=${'y'.repeat(3000)}`,
];

/** @param authorizations what may stand in the header; '' for nothing */
export function mutateRequest(
  random: SeededRandom,
  samples: readonly Sample[],
  authorizations: readonly string[],
): RequestToSend {
  const sample = random.pick(samples);
  const route: Route = routes[sample.name];
  const authorization = random.pick(authorizations);
  const method = random.chance(0.05) ? random.pick(['GET', 'POST', 'PUT', 'DELETE', 'PATCH', 'OPTIONS']) : route.method;
  const headers = {
    ...(random.chance(0.95)
      ? { 'content-type': 'application/json' }
      : { 'content-type': random.pick(['text/plain', 'application/x-www-form-urlencoded', '']) }),
    ...(authorization === '' ? {} : { authorization }),
    ...(random.chance(0.1)
      ? { 'last-event-id': random.pick(['-1', 'x', '1e400', '', '99999999999999999999', '0']) }
      : {}),
  };
  return { method, path: mutatePath(random, sample.path), headers, body: mutateBody(random, sample, route.limit) };
}

function mutatePath(random: SeededRandom, path: string): string {
  if (random.chance(0.75)) return path;
  if (random.chance(0.5)) return `${path}${path.includes('?') ? '&' : '?'}${random.pick(oddQueries)}`;
  const parts = path.split('/');
  parts[4 + random.int(Math.max(1, parts.length - 4))] = random.pick(oddParts);
  return encodeURI(parts.join('/')).replaceAll('%25', '%');
}

function mutateBody(random: SeededRandom, { body }: Sample, limit: number): Buffer {
  if (body === '') return Buffer.from(random.chance(0.7) ? '' : random.pick(['{}', 'null', 'x'.repeat(5000)]));
  if (random.chance(0.05)) return Buffer.from(body.padEnd(limit + 1, ' '));
  return random.pick(random.chance(0.3) ? byteMutations : valueMutations).apply(random, body);
}
