/** The part of the Trusted Types API used here (W3C Trusted Types §2.3). */
interface TrustedScripts {
  createPolicy(
    name: string,
    rules: { createScriptURL: (url: string) => string },
  ): { createScriptURL(url: string): string };
}

/** How putting the app on the phone went; nobody is told, tests and the desk may ask. */
export type WorkerOutcome = 'registered' | 'unavailable' | 'refused' | 'silent';

const workerUrl = '/sw.js';
const patience = 10_000;

/**
 * Registers the service worker after the page has loaded. Never updates a page that is open, never throws, never waits long: a
 * phone without workers does everything but open offline.
 */
export async function registerWorker(
  window: Window,
  later: (milliseconds: number, callback: () => void) => () => void,
): Promise<WorkerOutcome> {
  // Missing in private mode and inside other apps, whatever the types say.
  const { serviceWorker }: { readonly serviceWorker?: ServiceWorkerContainer } = window.navigator;
  if (serviceWorker === undefined) return 'unavailable';
  try {
    const url = scriptUrl(window);
    return await new Promise<WorkerOutcome>((resolve, reject) => {
      const stop = later(patience, () => resolve('silent'));
      serviceWorker
        .register(url, { scope: '/' })
        .then(() => resolve('registered'), reject)
        .finally(stop);
    });
  } catch {
    return 'refused';
  }
}

function scriptUrl(window: Window): string {
  const trusted = trustedTypesOf(window);
  if (trusted === null) return workerUrl;
  // Gives the worker's address, whatever it is asked for.
  const policy = trusted.createPolicy('foyer', { createScriptURL: () => workerUrl });
  return policy.createScriptURL(workerUrl);
}

function trustedTypesOf(window: Window & { readonly trustedTypes?: TrustedScripts }): TrustedScripts | null {
  return window.trustedTypes ?? null;
}
