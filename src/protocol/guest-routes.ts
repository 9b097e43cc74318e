import type { Route } from './routes.ts';

const small = 4 * 1024;

/** What guests' phones ask of the server; apart from the staff's routes, so that phones needn't fetch those. */
export const guestRoutes = {
  property: { method: 'GET', path: '/api/v1/properties/:property', access: 'public', limit: 0 },
  register: {
    method: 'POST',
    path: '/api/v1/properties/:property/registrations',
    access: 'public',
    limit: 32 * 1024,
    ownAct: true,
  },
  guestStatus: { method: 'POST', path: '/api/v1/registrations/status', access: 'public', limit: small },
  guestView: { method: 'POST', path: '/api/v1/registrations/view', access: 'public', limit: small },
  guestChange: { method: 'POST', path: '/api/v1/registrations/changes', access: 'public', limit: 32 * 1024 },
  guestDeletion: { method: 'POST', path: '/api/v1/registrations/deletion', access: 'public', limit: 8 * 1024 },
  guestLog: { method: 'POST', path: '/api/v1/registrations/log', access: 'public', limit: small },
  handedProof: { method: 'POST', path: '/api/v1/certificates', access: 'public', limit: small },
} as const satisfies Record<string, Route>;

/** Fills a path's parameters. Throws RangeError when one is missing. */
export function fillPath(path: string, parameters: Readonly<Record<string, string>>): string {
  return path.replaceAll(/:([a-z]+)/g, (_, key: string) => {
    const value = parameters[key];
    if (value === undefined) throw new RangeError(`${path} needs ${key}`);
    return encodeURIComponent(value);
  });
}
