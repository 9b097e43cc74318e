// A team's signed list and how somebody comes into it, as an owner's tablet does it: the server can't tell what was really compared.

import type { NewPerson, Person } from '../../src/protocol/staff.ts';
import { type Member, teamListJwsType, teamListSchema } from '../../src/protocol/team-list.ts';
import { toInstant } from '../../src/protocol/time.ts';
import { sha256, signText, type TestHotel, text } from './hotel-fixtures.ts';
import { fixtureId, type TestPerson } from './server-fixtures.ts';
import type { TestServer } from './test-server.ts';

/** Somebody as a list names them. */
export function memberOf(of: Person | NewPerson): Member {
  const keys = 'granted' in of ? of.granted : of.grants.map(({ purpose }) => purpose);
  const owner = of.role === 'owner';
  const opens = owner ? [] : keys.flatMap((purpose) => (purpose === 'card' ? [] : [purpose]));
  return { person: of.id, name: of.displayName, publicKey: of.publicKey, owner, opens };
}

interface ListDraft {
  readonly hotel: Pick<TestHotel, 'property' | 'root'>;
  readonly people: readonly Member[];
  readonly epoch?: number;
  /** The JWS before. */
  readonly before: string | null;
  readonly now?: number;
}

/** The list after another, signed by the hotel's root. */
export async function teamListAfter({ hotel, people, epoch = 1, before, now = 0 }: ListDraft): Promise<string> {
  const payload = Buffer.from(before?.split('.')[1] ?? '', 'base64url').toString();
  const sequence = before === null ? 1 : teamListSchema.parse(JSON.parse(payload)).sequence + 1;
  const list = {
    format: 'foyer-team/1',
    property: hotel.property,
    sequence,
    previous: before === null ? null : sha256(before),
    epoch,
    madeAt: toInstant(now),
    by: people[0]?.person,
    people,
  };
  return signText(JSON.stringify(list), hotel.root, teamListJwsType);
}

/** The list that comes after what the server has: everybody there, changed. */
export async function nextTeam(
  { store }: Pick<TestServer, 'store'>,
  hotel: TestHotel,
  change: (people: readonly Member[]) => readonly Member[] = (people) => people,
  epoch = hotel.manifest.epoch,
): Promise<string> {
  const people = change((await store.people(hotel.property)).map(memberOf));
  return teamListAfter({ hotel, people, epoch, before: await store.team(hotel.property) });
}

/** Makes somebody a colleague: invited by the owner, answered, confirmed. Gives what the server said to the confirmation. */
export async function join(
  server: TestServer,
  hotel: TestHotel,
  authorization: string,
  { person }: Pick<TestPerson, 'person'>,
) {
  const { id, handle, displayName, role, publicKey, credential, grants } = person;
  const [invitation, token] = [fixtureId(), text(32)];
  const sealedSecret = { enc: text(65), ciphertext: text(48) };
  const body = { id: invitation, handle, displayName, role, purposes: memberOf(person).opens, sealedSecret };
  const invited = await server.send('invite', { authorization, body: { ...body, tokenHash: sha256(token) } });
  if (invited.code !== null) return invited;
  const answered = await server.send('answerInvitation', { body: { token, id, publicKey, credential } });
  if (answered.code !== null) return answered;
  const team = await nextTeam(server, hotel, (people) => [...people, memberOf(person)]);
  const sealedRoot = role === 'owner' ? { sealedRoot: sealedSecret } : {};
  return server.send('confirmInvitation', {
    authorization,
    parameters: { invitation },
    body: { publicKey, grants, team, ...sealedRoot },
  });
}
