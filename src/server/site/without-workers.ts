import { digest } from '../digest.ts';
import { compressed } from './compressed.ts';
import type { Site } from './site.ts';

/**
 * Takes itself away: clears what the site's workers kept and unregisters, so that every later page comes from the network. It answers
 * nothing and reloads nothing, so a form that is open stays as it is.
 */
const worker = `// This site has no service worker at present.
self.addEventListener('install', () => self.skipWaiting());
self.addEventListener('activate', (event) => {
  event.waitUntil(
    (async () => {
      for (const name of await caches.keys()) await caches.delete(name);
      await self.registration.unregister();
    })(),
  );
});
`;

const workerPaths = ['/sw.js', '/staff/sw.js'];

/** The site with workers that remove themselves, at the addresses where phones and tablets look for the next release's. */
export function withoutWorkers(site: Site): Site {
  const bytes = new TextEncoder().encode(worker);
  const file = {
    ...compressed(bytes),
    type: 'text/javascript; charset=utf-8',
    etag: `"${digest(bytes).slice(0, 22)}"`,
    immutable: false,
  };
  return { ...site, files: new Map([...site.files, ...workerPaths.map((path) => [path, file] as const)]) };
}
