// Everything a page of ours can leave in a browser, as text to search.

import type { BrowserContext, Page } from '@playwright/test';

/** All that the page's origin stores, and what the tab itself remembers. Bytes come as base64. */
export async function dumpStorage(page: Page): Promise<Record<string, string>> {
  const stored = await page.evaluate(readStorage);
  return { ...stored, history: await readHistory(page) };
}

/** Puts `canary` where a page could put something, on the same origin. */
export async function plantEverywhere(page: Page, canary: string): Promise<void> {
  await page.evaluate(plant, canary);
}

/** Addresses and titles of the tab's whole history, also of those that were replaced in the address bar since. */
async function readHistory(page: Page): Promise<string> {
  const session = await page.context().newCDPSession(page);
  const { entries } = await session.send('Page.getNavigationHistory');
  await session.detach();
  return JSON.stringify(entries);
}

/** Keeps every address any page of the context was at, however briefly. */
export function watchAddresses(context: BrowserContext): string[] {
  const addresses: string[] = [];
  context.on('page', (page) => {
    page.on('framenavigated', (frame) => addresses.push(frame.url()));
  });
  return addresses;
}

// Runs in the page.
async function readStorage(): Promise<Record<string, string>> {
  const plain = (value: unknown): unknown => {
    if (value instanceof ArrayBuffer) return btoa(String.fromCharCode(...new Uint8Array(value)));
    if (ArrayBuffer.isView(value)) return plain(value.buffer);
    if (value instanceof CryptoKey)
      return `key for ${value.usages.join()}, ${value.extractable ? 'extractable' : 'not extractable'}`;
    if (value instanceof Map) return [...value].map(plain);
    if (value instanceof Set) return [...value].map(plain);
    if (Array.isArray(value)) return value.map(plain);
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, plain(inner)]));
  };
  const answer = <T>(request: IDBRequest<T>) =>
    new Promise<T>((resolve, reject) => {
      request.addEventListener('success', () => resolve(request.result));
      request.addEventListener('error', () => reject(request.error ?? new Error('IndexedDB')));
    });
  const databases: unknown[] = [];
  for (const { name } of await indexedDB.databases()) {
    if (name === undefined) continue;
    const database = await answer(indexedDB.open(name));
    for (const store of database.objectStoreNames) {
      const objects = database.transaction(store).objectStore(store);
      databases.push([name, store, plain(await answer(objects.getAllKeys())), plain(await answer(objects.getAll()))]);
    }
    database.close();
  }
  const kept: unknown[] = [];
  for (const name of await caches.keys()) {
    const cache = await caches.open(name);
    for (const request of await cache.keys()) {
      kept.push([name, request.url, await (await cache.match(request))?.text()]);
    }
  }
  return {
    localStorage: JSON.stringify(Object.entries(localStorage)),
    sessionStorage: JSON.stringify(Object.entries(sessionStorage)),
    indexedDB: JSON.stringify(databases),
    caches: JSON.stringify(kept),
    cookies: document.cookie,
    'history state': JSON.stringify(history.state ?? null),
    'window name': window.name,
    address: location.href,
    title: document.title,
  };
}

// Runs in the page.
async function plant(canary: string): Promise<void> {
  localStorage.setItem('canary', canary);
  sessionStorage.setItem('canary', canary);
  document.cookie = `canary=${encodeURIComponent(canary)}`;
  window.name = canary;
  document.title = canary;
  history.pushState({ canary }, '', `#${canary}`);
  await (await caches.open('canary')).put('/canary', new Response(canary));
  await new Promise<void>((resolve, reject) => {
    const request = indexedDB.open('canary');
    request.addEventListener('upgradeneeded', () => request.result.createObjectStore('store', { autoIncrement: true }));
    request.addEventListener('error', () => reject(request.error ?? new Error('IndexedDB')));
    request.addEventListener('success', () => {
      const writing = request.result.transaction('store', 'readwrite');
      writing.objectStore('store').add({ inside: [new TextEncoder().encode(canary)] });
      writing.addEventListener('complete', () => {
        request.result.close();
        resolve();
      });
    });
  });
}
