// What guests tell is never anywhere on the server's side: planted details are searched for in everything that crosses the
// wire and everything that is kept. And the search would find them: without sealing it does, in the same places.

import { rm } from 'node:fs/promises';
import { expect, onTestFinished, test, vi } from 'vitest';
import { routePath } from '../../../src/protocol/routes.ts';
import { toDate } from '../../../src/protocol/time.ts';
import { NeedleFinder } from './find-needles.ts';
import { plantedGuests } from './planted-guests.ts';
import { searchEverywhere, setTheStage, type Stage } from './search-everywhere.ts';
import { searchFolder, searchRequests, summary } from './search-places.ts';
import { register } from './walk-through.ts';

async function stageForTest(): Promise<Stage> {
  const stage = await setTheStage();
  onTestFinished(() => stage.clear());
  return stage;
}

const guestsOfToday = (count: number) => plantedGuests(Date.now(), count, toDate(Date.now()));

test('nothing a guest tells is anywhere the server can see, from scan to arrival', async () => {
  const { hits, unsearched, missing } = await searchEverywhere(await stageForTest(), guestsOfToday(12));
  expect(summary(hits)).toEqual([]);
  expect(unsearched).toEqual([]);
  expect(missing).toEqual([]);
});

test('without sealing the same search finds them, on the wire and in the database', async () => {
  const { proxy, server, hotel } = await stageForTest();
  const guests = guestsOfToday(2);
  const finder = new NeedleFinder(guests.flatMap(({ planted }) => planted));
  const sealing = vi.spyOn(crypto.subtle, 'encrypt').mockImplementation(async (_algorithm, _key, data) => {
    const plain =
      data instanceof ArrayBuffer
        ? new Uint8Array(data)
        : new Uint8Array(data.buffer, data.byteOffset, data.byteLength);
    const unsealed = new Uint8Array(plain.length + 16);
    unsealed.set(plain);
    return unsealed.buffer;
  });
  for (const guest of guests) await register(proxy.url, hotel, guest);
  expect(sealing).toHaveBeenCalled();

  const inRequests = new Set(searchRequests(finder, proxy.exchanges).map(({ needle }) => needle));
  const inDatabase = new Set(searchFolder(finder, server.dataDir).map(({ needle }) => needle));
  for (const { planted, room, remarks } of guests) {
    const told = planted.filter((one) => one !== room && one !== remarks);
    expect(told.filter((one) => inRequests.has(one)).length).toBeGreaterThan(30);
    expect(told.filter((one) => inDatabase.has(one)).length).toBeGreaterThan(30);
  }
});

test('what a broken client sends in the clear is not echoed, logged or kept', async () => {
  const { proxy, server, hotel } = await stageForTest();
  const [guest] = guestsOfToday(1);
  if (guest === undefined) throw new Error('one guest was asked for');
  const finder = new NeedleFinder(guest.planted);
  const { sealed } = await register(proxy.url, hotel, guest);
  const submission: unknown = JSON.parse(sealed.body);
  const send = (path: string, body: string, headers: Record<string, string> = {}) =>
    fetch(`${server.url}${path}`, {
      method: 'POST',
      body,
      headers: { 'content-type': 'application/json', ...headers },
    });
  const path = routePath('register', { property: hotel.property });
  const text = encodeURIComponent(guest.raw.name);

  const answers = [
    await send(path, JSON.stringify({ ...Object(submission), ...guest.raw })),
    await send(path, JSON.stringify({ ...Object(submission), [guest.raw.name]: guest.raw.phone })),
    await send(
      path,
      JSON.stringify({ ...Object(submission), property: guest.raw.name, registration: guest.raw.email }),
    ),
    await send(path, `{"name": ${guest.raw.name}`),
    await send(`${path}?name=${text}`, sealed.body.slice(0, 400) + guest.raw.name),
    await send(`/api/v1/properties/${text}/registrations`, sealed.body),
    await send(
      routePath('signIn', { property: hotel.property }),
      JSON.stringify({ handle: guest.raw.name, proof: guest.raw.phone }),
    ),
    await send(routePath('guestStatus'), JSON.stringify({ lookup: guest.raw.email, token: guest.raw.phone })),
    await send(`/p/${text}`, guest.raw.name),
    await fetch(`${server.url}/p/${text}?phone=${encodeURIComponent(guest.raw.phone)}`),
    await fetch(`${server.url}/api/v1/staff/registrations?since=${text}`, {
      headers: { authorization: `Bearer ${text}` },
    }),
    await fetch(`${server.url}/metrics?name=${text}`),
  ];
  for (const answer of answers) {
    expect(answer.status).toBeLessThan(500);
    expect(summary(finder.find(await answer.text(), answer.url))).toEqual([]);
    expect(summary(finder.find(JSON.stringify([...answer.headers]), `headers of ${answer.url}`))).toEqual([]);
  }
  const metrics = await (await fetch(`${server.url}/metrics`)).text();
  expect(summary(finder.find(metrics, 'metrics'))).toEqual([]);
  expect(summary(searchFolder(finder, server.dataDir))).toEqual([]);
  await server.stop({ keepData: true });
  expect(summary(finder.find(server.output(), 'output'))).toEqual([]);
  expect(summary(searchFolder(finder, server.dataDir))).toEqual([]);
  await rm(server.dataDir, { recursive: true });
});
