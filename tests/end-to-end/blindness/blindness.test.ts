// What guests tell is never anywhere on the server's side: planted details are searched for in everything that crosses the
// wire and everything that is kept. And the search would find them: without sealing it does, in the same places.

import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, expect, test, vi } from 'vitest';
import type { Hotel } from '../../../src/demo/set-up-hotel.ts';
import { sampleProfile } from '../../../src/demo/sample-profile.ts';
import { routePath } from '../../../src/protocol/routes.ts';
import { toDate } from '../../../src/protocol/time.ts';
import { makeHotel } from '../../support/make-hotel.ts';
import { type RunningServer, startServer } from '../../tools/start-server.ts';
import { NeedleFinder } from './find-needles.ts';
import { plantedGuests } from './planted-guests.ts';
import { memoryIsShown } from './process-memory.ts';
import { type RecordingProxy, startRecordingProxy } from './recording-proxy.ts';
import { searchFolder, searchMemory, searchRequests, searchResponses, summary } from './search-places.ts';
import { lookUp, register, type Registered, workAtDesk } from './walk-through.ts';

const guestCount = Number(process.env['FOYER_GUESTS'] ?? 24);
/** Public on purpose, so that it must be found wherever the server keeps or says something. */
const canary = 'canary-of-the-hotel-竹里雀';

interface Stage {
  readonly proxy: RecordingProxy;
  readonly server: RunningServer;
  readonly hotel: Hotel;
  /** Where the server would put temporary files. */
  readonly temporary: string;
}

const open: Stage[] = [];

async function setTheStage(): Promise<Stage> {
  const temporary = await mkdtemp(join(tmpdir(), 'foyer-temporary-'));
  const running: { server: RunningServer | null } = { server: null };
  const proxy = await startRecordingProxy(() => running.server?.url ?? '');
  const server = await startServer({ env: { PUBLIC_URL: proxy.url, TMPDIR: temporary } });
  running.server = server;
  const hotel = await makeHotel(
    { url: proxy.url, output: server.output },
    { name: { ...sampleProfile.name, 'zh-Hans': canary } },
  );
  const stage = { proxy, server, hotel, temporary };
  open.push(stage);
  return stage;
}

afterEach(async () => {
  for (const { proxy, server, temporary } of open.splice(0)) {
    await proxy.stop();
    await server.stop();
    await rm(temporary, { recursive: true, force: true });
  }
});

const guestsOfToday = (seed: number, count: number) => plantedGuests(seed, count, toDate(Date.now()));

test('nothing a guest tells is anywhere the server can see, from scan to arrival', async () => {
  const { proxy, server, hotel, temporary } = await setTheStage();
  const guests = guestsOfToday(Date.now(), guestCount);
  const finder = new NeedleFinder([
    ...guests.flatMap(({ planted }) => planted),
    ...Object.values(hotel.people).map((one) => one.passphrase),
  ]);
  const canaries = new NeedleFinder([
    canary,
    'canary-in-address',
    'canary-in-header',
    'canary-in-body',
    'no-referrer',
    'Foyer is listening on',
  ]);

  const registered: Registered[] = [];
  for (const guest of guests) registered.push(await register(proxy.url, hotel, guest));
  for (const one of registered) expect(await lookUp(proxy.url, one)).toEqual(one.details);
  const desk = await workAtDesk(proxy.url, hotel, 'front-desk', registered);
  const owner = await workAtDesk(proxy.url, hotel, 'owner', registered);
  // The details did make the journey: those who may, read them.
  expect(desk.entries.map(({ broken }) => broken)).toEqual(guests.map(() => false));
  for (const { details, guest } of registered) {
    for (const text of [
      details.name,
      details.phone,
      guest.room,
      guest.remarks,
      ...details.people.map((one) => one.documentNumber),
    ]) {
      expect(owner.shown).toContain(JSON.stringify(text));
    }
  }
  // A page, packed; and a canary in each part of a request.
  await fetch(hotel.guestUrl, { headers: { 'accept-encoding': 'br', 'x-canary': 'canary-in-header' } });
  await fetch(`${proxy.url}${routePath('guestStatus')}?canary-in-address`, {
    method: 'POST',
    body: '{"a":"canary-in-body"}',
  });

  expect(summary(searchRequests(finder, proxy.exchanges))).toEqual([]);
  expect(summary(searchResponses(finder, proxy.exchanges))).toEqual([]);
  expect(summary(searchFolder(finder, server.dataDir))).toEqual([]);
  expect(summary(searchFolder(finder, temporary))).toEqual([]);
  expect(summary(finder.find(server.output(), 'output'))).toEqual([]);
  expect(summary(searchMemory(finder, server.pid))).toEqual([]);

  const requests = searchRequests(canaries, proxy.exchanges).map(
    ({ needle, place }) => `${needle}: ${place.split(' of ')[0]}`,
  );
  expect(requests).toEqual(
    expect.arrayContaining([
      'canary-in-address: address',
      'canary-in-header: request headers',
      'canary-in-body: request body',
    ]),
  );
  const responses = searchResponses(canaries, proxy.exchanges).map(({ needle, place }) => `${needle}: ${place}`);
  expect(responses).toContain(`${canary}: response body of GET /p/${hotel.property}`);
  expect(responses.some((one) => one.startsWith('no-referrer: response headers'))).toBe(true);
  expect(summary(searchFolder(canaries, server.dataDir)).some((one) => one.endsWith('foyer.db-wal'))).toBe(true);
  expect(summary(canaries.find(server.output(), 'output'))).not.toEqual([]);
  expect(searchMemory(canaries, server.pid).length > 0).toBe(memoryIsShown);

  await server.stop({ keepData: true });
  expect(summary(searchFolder(finder, server.dataDir))).toEqual([]);
  expect(summary(finder.find(server.output(), 'output'))).toEqual([]);
  expect(summary(searchFolder(canaries, server.dataDir)).some((one) => one.endsWith('foyer.db'))).toBe(true);
  await rm(server.dataDir, { recursive: true });
});

test('without sealing the same search finds them, on the wire and in the database', async () => {
  const { proxy, server, hotel } = await setTheStage();
  const guests = guestsOfToday(Date.now(), 2);
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
  const { proxy, server, hotel } = await setTheStage();
  const [guest] = guestsOfToday(Date.now(), 1);
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
