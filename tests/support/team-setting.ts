// A hotel of three with real keys on a real server, its owner at the tablet they have always had. Fresh for every test.

import { afterEach, beforeEach } from 'vitest';
import type { Hotel } from '../../src/demo/set-up-hotel.ts';
import type { People } from '../../src/protocol/api.ts';
import type { Person } from '../../src/protocol/staff.ts';
import type { KeyRenewal } from '../../src/protocol/team.ts';
import { staffDoor, type StaffApi } from '../../src/staff/api/staff-api.ts';
import { type Session, signIn } from '../../src/staff/session/sign-in.ts';
import { manifestsInMemory, type SeenManifests } from '../../src/staff/session/seen-manifests.ts';
import { readTeam } from '../../src/staff/team/read-team.ts';
import { renewKeys } from '../../src/staff/team/renew-keys.ts';
import { type SeenTeams, teamsInMemory } from '../../src/staff/team/seen-teams.ts';
import { hotelOnTestServer } from './hotel-on-test-server.ts';
import { passphrases } from './make-hotel.ts';
import { startTestServer, type TestServer } from './test-server.ts';

interface Current {
  readonly server: TestServer;
  readonly hotel: Hotel;
  readonly owner: Session;
  readonly tablet: SeenTeams;
}

export function teamSetting() {
  let current: Current | null = null;
  const inside = () => {
    if (current === null) throw new TypeError('outside a test');
    return current;
  };
  const door = (seenTeams = teamsInMemory(), seenManifests = manifestsInMemory()) => ({
    ...staffDoor((url, init) => fetch(url, init), inside().server.url),
    seenTeams,
    seenManifests,
  });
  /** On a tablet that has seen no team, unless one is given. */
  const signedIn = (handle: string, passphrase: string, seenTeams?: SeenTeams, seenManifests?: SeenManifests) =>
    signIn(door(seenTeams, seenManifests), { property: inside().hotel.property, handle, passphrase });
  const s = {
    get server() {
      return inside().server;
    },
    get hotel() {
      return inside().hotel;
    },
    /** On the tablet they have always had. */
    get owner() {
      return inside().owner;
    },
    /** What that tablet has seen. */
    get tablet() {
      return inside().tablet;
    },
    get wang() {
      return inside().hotel.people.supervisor;
    },
    get lin() {
      return inside().hotel.people['front-desk'];
    },
    door,
    signedIn,
    ownerSignsIn: (seenTeams?: SeenTeams) =>
      seenTeams === undefined
        ? signedIn('chen', passphrases.owner, inside().tablet, inside().owner.seenManifests)
        : signedIn('chen', passphrases.owner, seenTeams),
    /** The owner's session with a server that tells another story of the team. */
    toldOtherwise: (lie: (truth: People) => People, session = inside().owner): Session => {
      const team = async () => lie(await session.api.team());
      const api: StaffApi = { ...session.api, team, people: async () => (await team()).people };
      return { ...session, api };
    },
    /** What a tablet would send with a removal. */
    renewalOf: async (session: Session, removed: string): Promise<KeyRenewal> => {
      const sent: KeyRenewal[] = [];
      const api: StaffApi = { ...session.api, renewKeys: async (renewal) => void sent.push(renewal) };
      const nothingKept = { keep: () => undefined };
      const seenTeams = { ...session.seenTeams, ...nothingKept };
      const seenManifests = { ...session.seenManifests, ...nothingKept };
      const aside = { ...session, api, seenTeams, seenManifests };
      await renewKeys(door(), aside, { removed, revoked: [] }, inside().server.clock.now);
      const [renewal] = sent;
      if (renewal === undefined) throw new Error('nothing would be sent');
      return renewal;
    },
  };

  beforeEach(async () => {
    const server = await startTestServer({ now: Date.now() });
    const hotel = await hotelOnTestServer(server);
    const tablet = teamsInMemory();
    const fetching = { ...staffDoor((url, init) => fetch(url, init), server.url), seenTeams: tablet };
    const owner = await signIn(fetching, { property: hotel.property, handle: 'chen', passphrase: passphrases.owner });
    await readTeam(owner, hotel.manifest.manifest);
    current = { server, hotel, owner, tablet };
  });
  afterEach(async () => {
    await inside().server.end();
    current = null;
  });
  return s;
}

export function colleague(people: readonly Person[], id: string): Person {
  const found = people.find((one) => one.id === id);
  if (found === undefined) throw new Error('not in the team');
  return found;
}

/** The code something is refused with, null where it isn't. */
export function codeOf(work: Promise<unknown>): Promise<unknown> {
  return work.then(
    () => null,
    (error: unknown) => (error instanceof Error && 'code' in error ? error.code : error),
  );
}
