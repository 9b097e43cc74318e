// Whoever may ask something of their own hotel gets it: every role and every act of the table, done for real.

import { afterAll, beforeAll, expect, test } from 'vitest';
import { roles } from '../../../src/protocol/roles.ts';
import { givePurpose } from '../../../src/staff/team/give-purpose.ts';
import { makeHotel } from '../../support/make-hotel.ts';
import { mayAsk, type StaffRouteName, staffRoutes } from '../../support/staff-actions.ts';
import { type RunningServer, startServer } from '../../tools/start-server.ts';
import { AtWork } from './at-work.ts';
import { ownActs } from './own-acts.ts';

let server: RunningServer;
let at: AtWork;

beforeAll(async () => {
  server = await startServer();
  at = new AtWork(server.url, await makeHotel(server));
  // The hand-over takes the key of the register besides the role.
  const owner = await at.as('owner');
  const desk = (await owner.api.people()).find(({ role }) => role === 'front-desk');
  if (desk === undefined) throw new Error('every hotel here has a front desk');
  await givePurpose(owner, desk, 'identity', Date.now());
  at.forget();
}, 120_000);

afterAll(() => server.stop());

// A new passphrase comes last: from then on each sign-in stretches it for as long as the product does.
const isLast = (name: StaffRouteName) => Number(name === 'changePassphrase');
const cases = staffRoutes
  .toSorted((a, b) => isLast(a) - isLast(b))
  .flatMap((name) => roles.filter((role) => mayAsk(role, name)).map((role) => ({ name, role })));

test.each(cases)('$name by the $role of this hotel is done', async ({ name, role }) => {
  const session = await at.as(role);
  at.answers = [];
  await ownActs[name](session, at);
  expect(at.wasDone(name)).toBe(true);
});
