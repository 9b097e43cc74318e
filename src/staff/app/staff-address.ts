import * as z from 'zod/mini';
import { digestSchema, idSchema, propertyIdSchema, publicKeySchema } from '../../protocol/ids.ts';
import { pages } from '../../protocol/pages.ts';
import type { InvitationLink, Made } from '../join/answer-invitation.ts';
import type { Memory } from './device-memory.ts';

/** What the address asks for. */
export type StaffAddress =
  | { readonly kind: 'setup'; readonly token: string }
  | { readonly kind: 'join'; readonly link: InvitationLink | null; readonly made: Made | null }
  | { readonly kind: 'desk'; readonly property: string }
  | { readonly kind: 'unknown' };

const keptSchema = z.object({ setup: z.string() });
const keptInvitation = z.object({
  join: z.string(),
  made: z.nullable(z.object({ person: idSchema, publicKey: publicKeySchema })),
});

/**
 * Reads the page's address. The one-time set-up token and an invitation's secret leave the address bar at once, and stay with this entry of the tab's history,
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
  if (path === pages.join) {
    const kept = keptInvitation.safeParse(history.state);
    const before = kept.success ? kept.data : { join: '', made: null };
    const text = location.hash === '' ? before.join : location.hash.slice(1);
    const made = text === before.join ? before.made : null;
    history.replaceState({ join: text, made }, '', pages.join);
    return { kind: 'join', link: readLink(text), made };
  }
  const named = propertyIdSchema.safeParse(path.split('/').at(-1));
  const property = named.success ? named.data : memory.read().property;
  return property === undefined ? { kind: 'unknown' } : { kind: 'desk', property };
}

/** Keeps with this entry of the tab's history what was made for an invitation; only public things. */
export function keepMade(history: Pick<History, 'state' | 'replaceState'>, made: Made): void {
  const kept = keptInvitation.safeParse(history.state);
  if (kept.success) history.replaceState({ ...kept.data, made }, '', pages.join);
}

function readLink(text: string): InvitationLink | null {
  const [fingerprint, secret, ...rest] = text.split('.');
  const whole = z.safeParse(z.object({ fingerprint: idSchema, secret: digestSchema }), { fingerprint, secret });
  return whole.success && rest.length === 0 ? whole.data : null;
}
