import { type ScriptPolicy, serviceWorkerAddress } from './script-policy.ts';

/**
 * Registers the desk's service worker, which keeps the shell for when the network is away. A new worker waits until every page has
 * closed: nothing reloads by itself.
 */
export async function registerWorker(
  { navigator }: { readonly navigator: Navigator },
  policy: ScriptPolicy,
): Promise<void> {
  if (!('serviceWorker' in navigator)) return;
  try {
    await navigator.serviceWorker.register(policy(serviceWorkerAddress), { scope: '/staff/' });
  } catch {
    // Private windows and some embedded browsers refuse workers; the desk needs the network then.
  }
}
