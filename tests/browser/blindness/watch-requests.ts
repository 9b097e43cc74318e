import type { BrowserContext, Request } from '@playwright/test';
import type { Hit, NeedleFinder } from '../../end-to-end/blindness/find-needles.ts';

/** Keeps every request of a context as the browser sees it, service workers' included. */
export function watchRequests(context: BrowserContext): Request[] {
  const requests: Request[] = [];
  context.on('request', (request) => requests.push(request));
  return requests;
}

/** Origins that were asked for anything. */
export function originsOf(requests: readonly Request[]): string[] {
  return [...new Set(requests.map((request) => new URL(request.url()).origin))];
}

export async function searchBrowserRequests(finder: NeedleFinder, requests: readonly Request[]): Promise<Hit[]> {
  const hits: Hit[] = [];
  for (const request of requests) {
    const place = `browser's ${request.method()} ${new URL(request.url()).pathname}`;
    hits.push(...finder.find(request.url(), `${place}, address`));
    hits.push(...finder.find(JSON.stringify(request.headers()), `${place}, headers`));
    const body = request.postDataBuffer();
    if (body !== null) hits.push(...finder.find(body, `${place}, body`));
  }
  return hits;
}
