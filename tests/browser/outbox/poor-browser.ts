// What a browser can lack, in the ways they lack it.

import type { BrowserContext, Page } from '@playwright/test';

export interface Lacks {
  readonly worker: boolean;
  readonly database: boolean;
  readonly room: boolean;
}

/** All eight. */
export const combinations: readonly Lacks[] = [false, true].flatMap((worker) =>
  [false, true].flatMap((database) => [false, true].map((room) => ({ worker, database, room }))),
);

export function nameOf({ worker, database, room }: Lacks): string {
  const lacking = [worker && 'service worker', database && 'IndexedDB', room && 'storage quota'].filter(Boolean);
  return lacking.length === 0 ? 'nothing taken away' : `without ${lacking.join(', ')}`;
}

/** Whether a sealed registration can outlive the page. */
export const canKeep = ({ database, room }: Lacks): boolean => !database && !room;

export async function takeAway(context: BrowserContext, { worker, database, room }: Lacks): Promise<void> {
  if (worker)
    await context.addInitScript(() => {
      Object.defineProperty(Navigator.prototype, 'serviceWorker', { configurable: true, get: () => undefined });
    });
  if (database && worker)
    await context.addInitScript(() => {
      Object.defineProperty(window, 'indexedDB', { configurable: true, get: () => undefined });
    });
  else if (database)
    // As in private mode: it is there, and every use of it throws.
    await context.addInitScript(() => {
      IDBFactory.prototype.open = () => {
        throw new DOMException('not in private mode', 'SecurityError');
      };
    });
  if (room)
    await context.addInitScript(() => {
      // Not there on the empty page a tab begins with.
      if (!('Cache' in globalThis)) return;
      const full = () => {
        throw new DOMException('full', 'QuotaExceededError');
      };
      IDBObjectStore.prototype.put = full;
      IDBObjectStore.prototype.add = full;
      Cache.prototype.put = () => Promise.reject(new DOMException('full', 'QuotaExceededError'));
    });
}

/** The browser's own idea of a full disk, beside the refusals above. */
export async function fillDisk(page: Page, origin: string): Promise<void> {
  const session = await page.context().newCDPSession(page);
  await session.send('Storage.overrideQuotaForOrigin', { origin, quotaSize: 1024 });
}
