import type { Hotel } from '../../../src/demo/set-up-hotel.ts';
import { type RouteName, routePath, routes } from '../../../src/protocol/routes.ts';

/** What an owner asks about people and sessions. Whole in shape; what would end the sessions of the other requests is none that is there. */
export function teamSamples({ people, profile, manifest, notices }: Hotel) {
  const person = people.supervisor.id;
  const grant = { purpose: 'card', keyId: 'A'.repeat(22), epoch: 1, sealed: { enc: 'AA', ciphertext: 'AA' } };
  const bodies = {
    sessions: null,
    endSessions: { session: 'A'.repeat(43) },
    changeRole: { role: 'front-desk' },
    giveGrants: { grants: [grant], team: 'A' },
    // Not the next epoch.
    renewKeys: {
      removed: null,
      revoked: [{ person, purpose: 'billing' }],
      publication: { profile, manifest: manifest.jws, notices },
      grants: [],
      team: 'A',
    },
  } as const;
  const sample = (name: RouteName & keyof typeof bodies) => ({
    name,
    path: routes[name].path.includes(':person') ? routePath(name, { person }) : routes[name].path,
    body: bodies[name] === null ? '' : JSON.stringify(bodies[name]),
  });
  return (['sessions', 'endSessions', 'changeRole', 'giveGrants', 'renewKeys'] as const).map(sample);
}
