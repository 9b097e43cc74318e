// Every place on the server's side where something could be left.

import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Hit, NeedleFinder } from './find-needles.ts';
import { memoryIsShown, readMemory } from './process-memory.ts';
import type { RecordedExchange } from './recording-proxy.ts';

/** What clients sent: addresses, headers and bodies. */
export function searchRequests(finder: NeedleFinder, exchanges: readonly RecordedExchange[]): Hit[] {
  return exchanges.flatMap(({ method, url, requestHeaders, requestBody }) => [
    ...finder.find(url, `address of ${method}`),
    ...finder.find(requestHeaders, `request headers of ${method} ${url}`),
    ...finder.find(requestBody, `request body of ${method} ${url}`),
  ]);
}

/** What the server answered, unpacked. */
export function searchResponses(finder: NeedleFinder, exchanges: readonly RecordedExchange[]): Hit[] {
  return exchanges.flatMap(({ method, url, responseHeaders, responseContent }) => [
    ...finder.find(responseHeaders, `response headers of ${method} ${url}`),
    ...finder.find(responseContent(), `response body of ${method} ${url}`),
  ]);
}

/** Every file of a folder, whatever its name. */
export function searchFolder(finder: NeedleFinder, folder: string): Hit[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' }).flatMap((name) => {
    const file = join(folder, name);
    return [
      ...finder.find(name, `file name in ${folder}`),
      ...(statSync(file).isFile() ? finder.find(readFileSync(file), `file ${name}`) : []),
    ];
  });
}

/** Nothing where the system doesn't show it. */
export function searchMemory(finder: NeedleFinder, pid: number): Hit[] {
  const hits: Hit[] = [];
  if (!memoryIsShown) return hits;
  readMemory(pid, (bytes, at) => hits.push(...finder.find(bytes, `memory at ${at}`, { unwrap: false })));
  return hits;
}

/** What was found, for reading: without repeats. */
export function summary(hits: readonly Hit[]): string[] {
  return [...new Set(hits.map(({ needle, form, place }) => `${needle} (${form}) in ${place}`))];
}
