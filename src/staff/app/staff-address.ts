import * as z from 'zod/mini';
import { propertyIdSchema } from '../../protocol/ids.ts';
import { pages } from '../../protocol/pages.ts';
import type { Memory } from './device-memory.ts';

/** What the address asks for. */
export type StaffAddress =
  | { readonly kind: 'setup'; readonly token: string }
  | { readonly kind: 'desk'; readonly property: string }
  | { readonly kind: 'unknown' };

const keptSchema = z.object({ setup: z.string() });

/**
 * Reads the page's address. The one-time set-up token leaves the address bar at once, and stays with this entry of the tab's history,
 * so that a reload finds it again.
 */
export function takeStaffAddress(
  location: Pick<Location, 'pathname' | 'hash'>,
  history: Pick<History, 'state' | 'replaceState'>,
  memory: Memory,
): StaffAddress {
  const path = location.pathname.replace(/\/$/, '');
  if (path === pages.setup) {
    const kept = keptSchema.safeParse(history.state);
    const token = location.hash === '' ? (kept.success ? kept.data.setup : '') : location.hash.slice(1);
    history.replaceState({ setup: token }, '', pages.setup);
    return { kind: 'setup', token };
  }
  const named = propertyIdSchema.safeParse(path.split('/').at(-1));
  const property = named.success ? named.data : memory.read().property;
  return property === undefined ? { kind: 'unknown' } : { kind: 'desk', property };
}
