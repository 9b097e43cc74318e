import { cp, mkdtemp } from 'node:fs/promises';
import { IncomingMessage } from 'node:http';
import { Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Keyring, openKeyring } from '../../../src/crypto/keyring.ts';
import { derivePassphraseKeys, type PassphraseKeys } from '../../../src/crypto/passphrase.ts';
import { sampleProfile } from '../../../src/demo/sample-profile.ts';
import type { Hotel } from '../../../src/demo/set-up-hotel.ts';
import { routes } from '../../../src/protocol/routes.ts';
import type { RunningServer } from '../../../src/server/start-server.ts';
import type { Caller } from '../../../src/staff/api/call.ts';
import { staffDoor } from '../../../src/staff/api/staff-api.ts';
import type { Session } from '../../../src/staff/session/sign-in.ts';
import { deviceTimers } from '../../../src/staff/session/timers.ts';
import { realHotel } from '../../support/guest-phone.ts';
import { passphrases } from '../../support/make-hotel.ts';
import { startTestServer, type TestServer } from '../../support/test-server.ts';
import { Tablet } from './tablet.ts';

/** What can't be opened is asked for after every order, by one and the same person within one hour. */
const mostAttempts = Number.POSITIVE_INFINITY;

/** A hotel just set up, on disk, with no server running. */
export interface FirstDay {
  readonly hotel: Hotel;
  readonly folder: string;
  readonly now: number;
}

export async function makeHotelOnDisk(): Promise<FirstDay> {
  const server = await startTestServer();
  const hotel = await realHotel(server, {
    purposes: sampleProfile.purposes.map((purpose) =>
      purpose.id === 'identity' ? { ...purpose, retention: { kind: 'statutory', months: 6 } } : purpose,
    ),
  });
  await server.stop();
  return { hotel, folder: server.folder, now: server.clock.now };
}

async function answerWithin(server: RunningServer, request: Request, body: unknown): Promise<Response> {
  const incoming = new IncomingMessage(new Socket());
  incoming.headers = Object.fromEntries(request.headers);
  if (typeof body === 'string') incoming.push(body);
  incoming.push(null);
  return server.answer(request, { incoming });
}

/** Someone at the desk: the session, and the bare caller for routes that have no method of their own. */
export interface AtDesk {
  readonly session: Session;
  readonly caller: Caller;
}

/** A hotel whose server can be stopped and started again at the same address: what phones and tablets know it by. */
export class Place {
  readonly hotel: Hotel;
  readonly tablet: Tablet;
  #server: TestServer;
  #keys: PassphraseKeys | null = null;
  #keyring: Keyring | null = null;
  #desk: AtDesk | null = null;

  private constructor(server: TestServer, hotel: Hotel) {
    this.#server = server;
    this.hotel = hotel;
    this.tablet = new Tablet(hotel.property, async () => (await this.desk()).session);
  }

  /** A server of its own on a copy of the hotel's folder as it was on its first day. */
  static async open({ hotel, folder, now }: FirstDay): Promise<Place> {
    const copy = await mkdtemp(join(tmpdir(), 'foyer-server-'));
    await cp(folder, copy, { recursive: true });
    return new Place(await startTestServer({ folder: copy, now, mostAttempts }), hotel);
  }

  /** Stands for the hotel's name, whichever port the server has now. */
  readonly url = 'http://hotel';
  /** The line to it: without sockets, but for the change stream, which only a connection can cut. */
  readonly fetch: typeof fetch = async (asked, init) => {
    const address = asked instanceof Request ? asked.url : asked.toString();
    const isStream = address.includes(routes.changes.path);
    const url = address.replace(this.url, () => this.#server.url);
    return isStream ? fetch(url, init) : answerWithin(this.#server.server, new Request(url, init), init?.body);
  };
  readonly clock = Object.defineProperty({ now: 0 }, 'now', { get: () => this.#server.clock.now });

  get server(): TestServer {
    return this.#server;
  }

  /** Time passes. Past the idle limit nobody is signed in any more. */
  async pass(milliseconds: number): Promise<void> {
    this.#server.clock.now += milliseconds;
    const limit = this.#desk?.session.idleLimit ?? Infinity;
    if (milliseconds < limit) return;
    this.#desk = null;
    this.tablet.signOut();
  }

  /** Signed in, anew if need be; the passphrase is stretched and the grants are opened once. */
  async desk(): Promise<AtDesk> {
    this.#desk ??= await this.#signIn();
    return this.#desk;
  }

  async #signIn(): Promise<AtDesk> {
    const { property } = this.hotel;
    const door = staffDoor(this.fetch, this.url);
    const { salt, parameters } = await door.startSignIn(property, 'chen');
    this.#keys ??= await derivePassphraseKeys(passphrases.owner, salt, parameters);
    const signedIn = await door.signIn(property, 'chen', this.#keys.proof);
    const { person, grants, wrapped, idleLimit, session: token } = signedIn;
    this.#keyring ??= await openKeyring(property, signedIn, this.#keys.wrappingKey);
    const keyring = this.#keyring;
    const { seenTeams, seenManifests } = door;
    const session: Session = {
      property,
      person,
      api: door.staff(token),
      keyring,
      grants,
      wrapped,
      seenTeams,
      seenManifests,
      idleLimit,
    };
    const caller: Caller = {
      fetch: this.fetch,
      origin: this.url,
      authorization: () => `Bearer ${token}`,
      timers: deviceTimers,
    };
    return { session, caller };
  }

  /** The server goes away and comes back on the same folder. */
  async restart(): Promise<void> {
    const { folder, clock } = this.#server;
    await this.#server.stop();
    this.#server = await startTestServer({ folder, now: clock.now, mostAttempts });
  }

  async close(): Promise<void> {
    this.tablet.signOut();
    await this.#server.end();
  }
}
