// One's own hotel, its people signed in with their real keys, and guests who arrive when a test needs one.

import { randomBytes } from '../../../src/crypto/random-bytes.ts';
import { demoGuests, type DemoGuest } from '../../../src/demo/demo-guests.ts';
import { registerGuest } from '../../../src/demo/register-guest.ts';
import type { Hotel } from '../../../src/demo/set-up-hotel.ts';
import { createGuestApi } from '../../../src/guest/registration/guest-api.ts';
import type { Role } from '../../../src/protocol/roles.ts';
import { type Route, routes } from '../../../src/protocol/routes.ts';
import { addDays, toDate } from '../../../src/protocol/time.ts';
import { staffDoor } from '../../../src/staff/api/staff-api.ts';
import { confirmArrival } from '../../../src/staff/desk/confirm-arrival.ts';
import { readHotel } from '../../../src/staff/session/read-hotel.ts';
import { type Session, signIn } from '../../../src/staff/session/sign-in.ts';
import { proveAgain } from '../../../src/staff/step-up/prove-again.ts';
import type { StaffRouteName } from '../../support/staff-actions.ts';

export type Act = (session: Session, at: AtWork) => Promise<unknown>;

export class AtWork {
  readonly url: string;
  readonly hotel: Hotel;
  /** What was answered since, by method and path. */
  answers: { readonly method: string; readonly path: string; readonly status: number }[] = [];
  readonly #sessions = new Map<Role, Session>();

  constructor(url: string, hotel: Hotel) {
    this.url = url;
    this.hotel = hotel;
  }

  get door() {
    return staffDoor(async (address, init) => {
      const response = await fetch(address, init);
      const { pathname } = new URL(address);
      this.answers.push({ method: init?.method ?? 'GET', path: pathname, status: response.status });
      return response;
    }, this.url);
  }

  /** Somebody of that role, signed in and proven a moment ago. */
  async as(role: Role): Promise<Session> {
    const session = this.#sessions.get(role) ?? (await this.another(role));
    this.#sessions.set(role, session);
    return session;
  }

  /** The same person on another device. */
  async another(role: Role): Promise<Session> {
    const { handle, passphrase } = this.hotel.people[role];
    const session = await signIn(this.door, { property: this.hotel.property, handle, passphrase });
    await proveAgain(this.door, session, passphrase);
    return session;
  }

  /** Everybody's sessions are over, or one's own. */
  forget(): void {
    this.#sessions.clear();
  }

  /** Registers somebody; gives the registration. */
  async guest(who: Partial<DemoGuest> = {}): Promise<string> {
    const [someone] = demoGuests;
    if (someone === undefined) throw new Error('the demo has guests');
    const { property, fingerprint } = this.hotel;
    const api = createGuestApi({ fetch, origin: this.url });
    const phone = { api, property, fingerprint, clock: Date.now, random: randomBytes };
    return (await registerGuest(phone, { ...someone, ...who })).registration;
  }

  /** Somebody who has arrived. */
  async arrived(session: Session): Promise<string> {
    const registration = await this.guest();
    const { card } = (await readHotel(session)).manifest.manifest;
    await confirmArrival(session, card, registration, {
      room: '204',
      remarks: '',
      checkOut: addDays(toDate(Date.now()), 2),
    });
    return registration;
  }

  /** Whether the route was asked and answered as one hopes. */
  wasDone(name: StaffRouteName): boolean {
    const { method, path }: Route = routes[name];
    const pattern = new RegExp(`^${path.replaceAll(/:[a-z]+/g, '[^/]+')}$`);
    return this.answers.some((one) => one.method === method && pattern.test(one.path) && one.status < 300);
  }
}
