import type { Hotel } from '../../../src/demo/set-up-hotel.ts';

/** What the owner of a hotel would send about its supervisor and its keys. */
export function teamBodies({ people, profile, manifest, notices }: Hotel) {
  const { keyId } = manifest.manifest.card;
  const person = people.supervisor.id;
  return {
    endSessions: { person },
    changeRole: { role: 'front-desk' },
    giveGrants: { grants: [{ purpose: 'card', keyId, epoch: 1, sealed: { enc: 'A', ciphertext: 'A' } }], team: 'A' },
    signTeam: { team: 'A' },
    renewKeys: {
      removed: person,
      revoked: [],
      publication: { profile, manifest: manifest.jws, notices },
      grants: [],
      team: 'A',
    },
  };
}

/** What another hotel's staff hear of them. */
export const heardOfTeam = {
  sessions: null,
  // Nobody of that hotel is among one's own to end.
  endSessions: null,
  changeRole: 'not_found',
  giveGrants: 'not_found',
  signTeam: 'malformed',
  renewKeys: 'manifest_invalid',
} as const;
