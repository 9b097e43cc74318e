import type { Device } from '../phone/device.ts';
import { findDatabase } from '../phone/find-database.ts';
import { keptDetailsStore } from '../returning/kept-details.ts';

/**
 * Forgets every registration and all details this phone keeps, so that whoever holds it next finds none, wherever they look. Resolves
 * with false, having forgotten nothing, where one of them hasn't reached its hotel yet: it would be lost.
 */
export async function forgetEverything({ outbox, window, later, random }: Device): Promise<boolean> {
  const kept = await outbox.open();
  const entries = await kept.all();
  if (entries.some(({ state }) => state === 'waiting')) return false;
  for (const { registration } of entries) await kept.remove(registration);
  await keptDetailsStore({ indexedDB: findDatabase(window), later, random }).forget();
  return true;
}
