// A server whose wall clock is set back or ahead, told apart from time that passes.

import { afterEach, beforeEach, expect } from 'vitest';
import type { TestHotel } from './hotel-fixtures.ts';
import { type TestPerson, testPerson } from './server-fixtures.ts';
import { join } from './team-fixtures.ts';
import { setUp, signIn, startTestServer, type TestServer } from './test-server.ts';

export const minute = 60_000;
export const day = 86_400_000;
export const years = 3653 * day;

interface Setting {
  readonly server: TestServer;
  readonly hotel: TestHotel;
  readonly owner: TestPerson;
}

/** A hotel before each test of the file that calls it, two clocks of which lie apart. `most`: refused attempts of one person in an hour. */
export function jumpingClock({ most }: { readonly most: number }) {
  let current: Setting | null = null;
  /** What the wall clock was set by; none of it is time that passed. */
  let set = 0;
  let slow = 0;
  const inside = () => {
    if (current === null) throw new TypeError('outside a test');
    return current;
  };
  const start = (options: { readonly folder?: string; readonly now?: number } = {}) =>
    startTestServer({
      ...options,
      elapsed: (now) => now - set,
      mostAttempts: most,
      beforeCommit: () => {
        if (slow > 0) inside().server.clock.now += slow;
        slow = 0;
      },
    });
  const jump = (by: number) => {
    set += by;
    inside().server.clock.now += by;
  };
  const pass = (time: number) => {
    inside().server.clock.now += time;
  };
  beforeEach(async () => {
    [set, slow] = [0, 0];
    const server = await start();
    current = { server, ...(await setUp(server)) };
    // What begins from here on is stamped by two clocks that lie apart.
    jump(-90 * minute);
  });
  afterEach(() => inside().server.end());

  const s = {
    get server() {
      return inside().server;
    },
    get hotel() {
      return inside().hotel;
    },
    get owner() {
      return inside().owner;
    },
    jump,
    pass,
    /** Time the next commit takes, before it is durable. */
    slowDown: (time: number) => {
      slow = time;
    },
    /** The server starts again on the same data, to which something may happen meanwhile. */
    again: async (now = inside().server.clock.now, meanwhile = (_folder: string) => Promise.resolve()) => {
      const { server } = inside();
      await server.stop();
      await meanwhile(server.folder);
      current = { ...inside(), server: await start({ folder: server.folder, now }) };
    },
    signedIn: async (person = inside().owner) => (await signIn(s.server, s.hotel, person)).authorization,
    alive: async (authorization: string) => (await s.server.send('rows', { authorization })).status === 200,
    colleague: async (role: 'supervisor' | 'front-desk', handle: string) => {
      const person = await testPerson(s.hotel, role, handle);
      expect((await join(s.server, s.hotel, await s.signedIn(), person)).code).toBeNull();
      return person;
    },
  };
  return s;
}
