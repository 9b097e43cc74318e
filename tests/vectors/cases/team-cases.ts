import { encodeBase64Url } from '../../../src/protocol/base64url.ts';
import { manifestJwsType } from '../../../src/protocol/manifest.ts';
import { type Member, teamListJwsType } from '../../../src/protocol/team-list.ts';
import { signTeamList, type TeamListDraft } from '../../../src/crypto/team-list.ts';
import { day, type FixedHotel, now, signAnything } from '../fixed-hotel.ts';
import { fixedKeyPair } from '../fixed-keys.ts';
import { flipBit } from '../flip-bit.ts';
import type { TeamFile } from '../vector-files.ts';
import { handmadeJws, hmacWithPublicKey, respelt, unsigned, withPayload } from './jws-tricks.ts';

/** A hotel's team of three, as it was signed first. */
export function fixedTeam({ property, draft }: FixedHotel): TeamListDraft & { readonly people: readonly Member[] } {
  const member = (name: string, last: string, owner: boolean, opens: Member['opens']): Member => ({
    person: `${'A'.repeat(21)}${last}`,
    name,
    publicKey: encodeBase64Url(fixedKeyPair(`team ${name}`).publicKey),
    owner,
    opens,
  });
  const people = [
    member('陈静', 'A', true, []),
    member('王主管', 'Q', false, ['emergency', 'identity']),
    member('Lin', 'g', false, []),
  ];
  return { property, root: draft.root, previous: null, after: 0, epoch: 1, people, by: 'A'.repeat(22), now };
}

export async function teamCases(hotel: FixedHotel, other: FixedHotel): Promise<TeamFile['cases']> {
  const draft = fixedTeam(hotel);
  const { people } = draft;
  const first = await signTeamList(draft);
  const fewer = people.slice(0, 2);
  const then = { ...draft, previous: first.hash, after: 1, now: now + day };
  const second = await signTeamList({ ...then, people: fewer, epoch: 2 });
  const rival = await signTeamList({ ...then, epoch: 2 });
  const root = encodeBase64Url(hotel.root.publicKey);
  const expected = { property: hotel.property, epoch: 1, seen: null };
  const seen = ({ hash, list }: typeof first) => ({ sequence: list.sequence, hash });
  const good = (
    name: string,
    { jws, hash, list }: typeof first,
    expecting: Partial<TeamFile['cases'][number]['expected']> = {},
  ) => ({
    name,
    expect: `opened: ${list.sequence} ${list.people.length} ${hash}`,
    jws,
    root,
    expected: { ...expected, epoch: list.epoch, ...expecting },
  });
  const bad = (
    name: string,
    refusal: string,
    jws: string,
    expecting: Partial<TeamFile['cases'][number]['expected']> = {},
  ) => ({
    name,
    expect: `refused: ${refusal}`,
    jws,
    root,
    expected: { ...expected, ...expecting },
  });
  const [head = '', body = '', signature = ''] = first.jws.split('.');
  const [owner, clerk] = people;
  const sign = (change: object) => signAnything(hotel, { ...first.list, ...change }, teamListJwsType);
  const header = { alg: 'ES256', typ: teamListJwsType, kid: hotel.fingerprint };
  const notAList = 'team_invalid: not a team list';
  const unsignedBy = 'team_invalid: signature';
  return [
    good('the first', first),
    good('seen before', first, { seen: seen(first) }),
    good('the second, of a new epoch', second, { seen: seen(first) }),
    good('the second on a tablet that has seen none', second),
    bad('an older one than was seen', 'team_older', first.jws, { seen: seen(second) }),
    bad('another of the same number', 'team_older', rival.jws, { seen: seen(second), epoch: 2 }),
    bad('from before a removal', 'team_older', first.jws, { epoch: 2 }),
    bad('of an epoch the manifest hasn’t reached', 'team_older', second.jws),
    bad('of another property, by the same root', 'team_invalid', first.jws, { property: other.property }),
    bad('by another root', unsignedBy, (await signTeamList({ ...draft, root: other.draft.root })).jws),
    bad(
      'a key swapped after signing',
      unsignedBy,
      withPayload(first.jws, { ...first.list, people: [{ ...owner, publicKey: clerk?.publicKey }] }),
    ),
    bad('signature flipped', unsignedBy, `${head}.${body}.${flipBit(signature, 5)}`),
    bad('the same signature written another way', unsignedBy, respelt(first.jws)),
    bad('alg none', unsignedBy, unsigned(teamListJwsType, first.list)),
    bad(
      'HMAC with the public key',
      unsignedBy,
      await hmacWithPublicKey(teamListJwsType, first.list, hotel.root.publicKey),
    ),
    bad('typed as a manifest', unsignedBy, await signAnything(hotel, first.list, manifestJwsType)),
    bad('the hotel’s manifest', unsignedBy, hotel.manifest.jws),
    bad(
      'a manifest typed as a team list',
      notAList,
      await signAnything(hotel, hotel.manifest.manifest, teamListJwsType),
    ),
    bad('an older format', notAList, await handmadeJws(header, { ...first.list, format: 'foyer-team/0' }, hotel.root)),
    bad('with a word nobody knows', notAList, await sign({ trusted: true })),
    bad('a text that isn’t JSON', notAList, await handmadeJws(header, 'team', hotel.root)),
    bad('one person twice', 'team_invalid', await sign({ people: [owner, owner] })),
    bad(
      'two people with one key',
      'team_invalid',
      await sign({ people: [owner, { ...clerk, publicKey: owner?.publicKey }] }),
    ),
    bad('nobody', notAList, await sign({ people: [] })),
    bad(
      'a compressed key',
      notAList,
      await sign({ people: [{ ...owner, publicKey: encodeBase64Url(hotel.root.publicKey.subarray(0, 33)) }] }),
    ),
    bad('a use nobody knows', notAList, await sign({ people: [{ ...clerk, opens: ['everything'] }] })),
    bad('nothing', unsignedBy, ''),
  ];
}
