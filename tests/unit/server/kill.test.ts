import { expect, onTestFinished, test } from 'vitest';
import { setupStartSchema } from '../../../src/protocol/api.ts';
import { provenReceiptSchema } from '../../../src/protocol/receipt.ts';
import { routePath } from '../../../src/protocol/routes.ts';
import { openSqliteStore } from '../../../src/server/store/sqlite/sqlite-store.ts';
import { testHotel } from '../../support/hotel-fixtures.ts';
import { setupBody, testGuest, testPerson } from '../../support/server-fixtures.ts';
import { startServer } from '../../tools/start-server.ts';

test('after SIGKILL in the middle of 200 submissions every receipt that was given has its record', async () => {
  const server = await startServer();
  let stopped = false;
  onTestFinished(() => (stopped ? undefined : server.stop()));
  const token = /\/staff\/setup#([\w-]+)/.exec(server.output())?.[1] ?? '';
  const headers = { 'content-type': 'application/json', authorization: `Setup ${token}` };
  const start = setupStartSchema.parse(
    await (await fetch(`${server.url}${routePath('setupStart')}`, { headers })).json(),
  );
  const hotel = await testHotel(start);
  const body = JSON.stringify(setupBody(hotel, await testPerson(hotel, 'owner', 'li')));
  expect((await fetch(`${server.url}${routePath('setup')}`, { method: 'POST', headers, body })).status).toBe(204);

  const guests = await Promise.all(Array.from({ length: 200 }, () => testGuest(hotel)));
  const given = new Map<string, string>();
  const url = `${server.url}${routePath('register', { property: hotel.property })}`;
  await Promise.allSettled(
    guests.map(async (guest) => {
      const response = await fetch(url, { method: 'POST', headers, body: guest.body });
      const { text } = provenReceiptSchema.parse(await response.json());
      given.set(guest.submission.registration, text);
      if (given.size === 60) process.kill(server.pid, 'SIGKILL');
    }),
  );
  stopped = true;
  await server.stop({ keepData: true });
  expect(given.size).toBeGreaterThanOrEqual(60);
  expect(given.size).toBeLessThan(200);

  const again = await startServer({ dataDir: server.dataDir });
  for (const guest of guests) {
    const response = await fetch(`${again.url}${routePath('register', { property: hotel.property })}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: guest.body,
    });
    const { text } = provenReceiptSchema.parse(await response.json());
    const known = given.get(guest.submission.registration);
    expect(response.status === 200 || known === undefined).toBe(true);
    expect(known ?? text).toBe(text);
  }
  await again.stop({ keepData: true });
  const store = openSqliteStore(server.dataDir);
  expect(await store.rows(hotel.property, 0, 1000)).toHaveLength(200);
  await store.close();
  await again.stop();
});
