// What people prove themselves with, and how they come to be there, as samples to change.

import { importKeyPair } from '../../../src/crypto/key-pair.ts';
import { makePersonKeys } from '../../../src/crypto/person-keys.ts';
import { randomBytes } from '../../../src/crypto/random-bytes.ts';
import { digest } from '../../../src/crypto/sha256.ts';
import { signTeamList, verifyTeamList } from '../../../src/crypto/team-list.ts';
import type { Hotel } from '../../../src/demo/set-up-hotel.ts';
import { newId } from '../../../src/protocol/ids.ts';
import { type RouteName, routePath, routes } from '../../../src/protocol/routes.ts';
import type { Member } from '../../../src/protocol/team-list.ts';
import type { StaffApi } from '../../../src/staff/api/staff-api.ts';
import { quickParameters } from '../../support/make-hotel.ts';
import type { Sample } from './route-mutations.ts';

/** Passkeys of no authenticator, and a passphrase's change without the old one: nothing is done by any of them. */
export async function credentialSamples({ property }: Hotel): Promise<Sample[]> {
  const a = 'A'.repeat(22);
  const assertion = { id: a, clientDataJSON: a, authenticatorData: a, signature: a };
  const attestation = { id: a, clientDataJSON: a, attestationObject: a };
  const credential = await someCredential();
  return [
    { name: 'passkeyChallenge', path: routePath('passkeyChallenge', { property }), body: '{}' },
    { name: 'passkeySignIn', path: routePath('passkeySignIn', { property }), body: JSON.stringify({ assertion }) },
    { name: 'passkeys', path: routes.passkeys.path, body: '' },
    { name: 'startPasskey', path: routes.startPasskey.path, body: '{}' },
    {
      name: 'addPasskey',
      path: routes.addPasskey.path,
      body: JSON.stringify({ name: 'Tablet', attestation, wrapped: null }),
    },
    { name: 'removePasskey', path: routePath('removePasskey', { passkey: a }), body: '{}' },
    { name: 'confirmTraining', path: routes.confirmTraining.path, body: '{}' },
    {
      name: 'changePassphrase',
      path: routes.changePassphrase.path,
      body: JSON.stringify({ proof: 'A'.repeat(43), credential }),
    },
  ];
}

async function someCredential() {
  const of = { fingerprint: 'A'.repeat(22), root: null, now: Date.now(), random: randomBytes };
  const keys = await makePersonKeys({ ...of, passphrase: 'only for this test', parameters: quickParameters });
  return keys.credential;
}

/** An invitation that waits for its answer, and one that waits for the owner. */
export async function invitationSamples(owner: StaffApi, hotel: Hotel): Promise<Sample[]> {
  const wish = (tokenHash: string) => {
    const id = newId(Date.now(), randomBytes);
    const handle = `guest-${Buffer.from(randomBytes(4)).toString('hex')}`;
    const sealedSecret = { enc: 'A'.repeat(87), ciphertext: 'A'.repeat(79) };
    return { id, displayName: '林晓', handle, role: 'front-desk' as const, purposes: [], tokenHash, sealedSecret };
  };
  const token = () => Buffer.from(randomBytes(32)).toString('base64url');
  const [first, second] = [token(), token()];
  const invitations = [wish(await digest(first)), wish(await digest(second))] as const;
  for (const invitation of invitations) await owner.invite(invitation);
  const of = { fingerprint: hotel.fingerprint, root: null, now: Date.now(), random: randomBytes };
  const keys = await makePersonKeys({ ...of, passphrase: 'only for this test', parameters: quickParameters });
  const sample = (name: RouteName, body: string, invitation?: string): Sample => {
    return { name, body, path: invitation === undefined ? routes[name].path : routePath(name, { invitation }) };
  };
  const team = await listWith(owner, hotel, {
    person: keys.id,
    name: invitations[0].displayName,
    publicKey: keys.publicKey,
  });
  return [
    sample('invitations', ''),
    sample('invite', JSON.stringify(wish(await digest(token())))),
    sample('viewInvitation', JSON.stringify({ token: first })),
    sample('answerInvitation', JSON.stringify({ token: first, ...keys })),
    sample('callOffInvitation', '{}', invitations[1].id),
    sample('confirmInvitation', JSON.stringify({ publicKey: keys.publicKey, grants: [], team }), invitations[0].id),
    sample('signTeam', JSON.stringify({ team })),
  ];
}

/** The next team list, with somebody more in it. */
async function listWith(
  owner: StaffApi,
  hotel: Hotel,
  more: Pick<Member, 'person' | 'name' | 'publicKey'>,
): Promise<string> {
  const { property, keys, manifest } = hotel;
  const { privateKey: signingKey } = await importKeyPair(keys.root, 'sign');
  const { publicKey } = keys.root;
  const { team } = await owner.team();
  if (team === null) throw new Error('set-up signs a list');
  const { list, hash } = await verifyTeamList(team, publicKey, {
    property,
    epoch: manifest.manifest.epoch,
    seen: null,
  });
  const people = [...list.people, { ...more, owner: false, opens: [] }];
  const { sequence: after, epoch, by } = list;
  const root = { publicKey, signingKey };
  return (await signTeamList({ property, root, previous: hash, after, epoch, people, by, now: Date.now() })).jws;
}
