import { useCallback, useEffect, useState } from 'react';
import * as z from 'zod/mini';
import { encodeBase64Url } from '../../protocol/base64url.ts';
import { idSchema, type RandomBytes } from '../../protocol/ids.ts';

/** What the hotel is set up and kept in order with: its owner's, and some of it supervisors'. */
export const ownerPlaces = ['notice', 'posters', 'recovery', 'retention', 'records', 'team', 'settings'] as const;

/** The places of the desk. */
export const places = [
  'desk',
  'requests',
  'register',
  'paper-register',
  ...ownerPlaces,
  'paper',
  'account',
  'training',
] as const;
export type Place = (typeof places)[number];

const whereSchema = z.object({
  place: z.enum(places),
  registration: z.nullable(idSchema),
  /** Of the requests: the chosen one, or `new` for the form that opens one for `registration`. */
  request: z.optional(z.union([idSchema, z.literal('new')])),
});
export type Where = z.infer<typeof whereSchema>;

const stateSchema = z.object({ foyer: whereSchema, visit: z.string() });

/**
 * Where one is, kept with the tab's history so that the device's own "back" works. The address never changes: nobody can read over a
 * shoulder, or in a log, whom somebody looked at. What an earlier session left in the history leads to the list, not to whom they looked at.
 */
export function useWhere(
  first: Where,
  random: RandomBytes,
): { readonly where: Where; readonly go: (to: Where) => void } {
  const [where, setWhere] = useState(first);
  const [visit] = useState(() => encodeBase64Url(random(12)));
  useEffect(() => {
    const back = (event: PopStateEvent) => {
      const kept = stateSchema.safeParse(event.state);
      setWhere(kept.success && kept.data.visit === visit ? kept.data.foyer : { place: 'desk', registration: null });
    };
    window.addEventListener('popstate', back);
    return () => window.removeEventListener('popstate', back);
  }, [visit]);
  const go = useCallback(
    (to: Where) => {
      const deeper =
        to.place !== where.place ||
        (to.registration !== null && where.registration === null) ||
        (to.request !== undefined && where.request === undefined);
      if (deeper) history.pushState({ foyer: to, visit }, '');
      else history.replaceState({ foyer: to, visit }, '');
      setWhere(to);
    },
    [where, visit],
  );
  return { where, go };
}
