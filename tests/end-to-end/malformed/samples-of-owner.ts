import { randomBytes } from '../../../src/crypto/random-bytes.ts';
import { makeTestRecord } from '../../../src/crypto/recovery.ts';
import type { Hotel } from '../../../src/demo/set-up-hotel.ts';
import { routePath, routes } from '../../../src/protocol/routes.ts';
import type { Sample } from './route-mutations.ts';

/** Posters, a sheet nobody has, and a restoration the root didn't sign. */
export async function samplesOfOwner({ property, manifest }: Hotel): Promise<Sample[]> {
  const { card } = manifest.manifest;
  const record = await makeTestRecord({ property, card, now: Date.now(), random: randomBytes });
  return [
    { name: 'posters', path: routes.posters.path, body: '' },
    { name: 'makePoster', path: routes.makePoster.path, body: JSON.stringify({ channel: 'lobby' }) },
    { name: 'revokePoster', path: routePath('revokePoster', { poster: 'A'.repeat(22) }), body: '{}' },
    { name: 'plainPosters', path: routes.plainPosters.path, body: JSON.stringify({ accepted: true }) },
    { name: 'renewRecoveryTest', path: routes.renewRecoveryTest.path, body: JSON.stringify(record) },
    {
      name: 'restorationStart',
      path: routePath('restorationStart', { property }),
      body: JSON.stringify({ sheet: 'A'.repeat(43) }),
    },
    {
      name: 'restoration',
      path: routePath('restoration', { property }),
      body: JSON.stringify({ restoration: manifest.jws }),
    },
  ];
}
