// A hotel whose every byte on the wire is recorded, and the whole search: guests' details in every place there is.

import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sampleProfile } from '../../../src/demo/sample-profile.ts';
import type { Hotel } from '../../../src/demo/set-up-hotel.ts';
import { routePath } from '../../../src/protocol/routes.ts';
import { makeHotel } from '../../support/make-hotel.ts';
import { type RunningServer, startServer } from '../../tools/start-server.ts';
import { type Hit, NeedleFinder } from './find-needles.ts';
import type { PlantedGuest } from './planted-guests.ts';
import { memoryIsShown } from './process-memory.ts';
import { type RecordingProxy, startRecordingProxy } from './recording-proxy.ts';
import { searchFolder, searchMemory, searchRequests, searchResponses } from './search-places.ts';
import { lookUp, register, type Registered, workAtDesk } from './walk-through.ts';

/** Public on purpose, so that it must be found wherever the server keeps or says something. */
const canary = 'canary-of-the-hotel-竹里雀';

export interface Stage {
  readonly proxy: RecordingProxy;
  readonly server: RunningServer;
  readonly hotel: Hotel;
  /** Where the server would put temporary files. */
  readonly temporary: string;
  readonly clear: () => Promise<void>;
}

export async function setTheStage(): Promise<Stage> {
  const temporary = await mkdtemp(join(tmpdir(), 'foyer-temporary-'));
  const running: { server: RunningServer | null } = { server: null };
  const proxy = await startRecordingProxy(() => running.server?.url ?? '');
  const server = await startServer({ env: { PUBLIC_URL: proxy.url, TMPDIR: temporary } });
  running.server = server;
  const name = { ...sampleProfile.name, 'zh-Hans': canary };
  const hotel = await makeHotel({ url: proxy.url, output: server.output }, { name });
  const clear = async () => {
    await proxy.stop();
    await server.stop();
    await rm(temporary, { recursive: true, force: true });
  };
  return { proxy, server, hotel, temporary, clear };
}

export interface Searched {
  /** Details of guests that were found anywhere. */
  readonly hits: readonly Hit[];
  /** Places that did not show what is certainly in them, so that nothing found there means nothing. */
  readonly unsearched: readonly string[];
  /** Details that didn't make the journey to the owner's screen. */
  readonly missing: readonly string[];
}

/** Walks every guest from scan to arrival, then looks everywhere, while the server runs and after it has stopped. */
export async function searchEverywhere(stage: Stage, guests: readonly PlantedGuest[]): Promise<Searched> {
  const { proxy, server, hotel, temporary } = stage;
  const passphrases = Object.values(hotel.people).map(({ passphrase }) => passphrase);
  const finder = new NeedleFinder([...guests.flatMap(({ planted }) => planted), ...passphrases]);
  const missing = await walkAll(stage, guests);
  const hits = [
    ...searchRequests(finder, proxy.exchanges),
    ...searchResponses(finder, proxy.exchanges),
    ...searchFolder(finder, server.dataDir),
    ...searchFolder(finder, temporary),
    ...searchMemory(finder, server.pid),
  ];
  const unsearched = await unsearchedPlaces(stage);
  await server.stop({ keepData: true });
  hits.push(...searchFolder(finder, server.dataDir), ...finder.find(server.output(), 'output'));
  const stopped = searchFolder(new NeedleFinder([canary]), server.dataDir);
  if (!stopped.some(({ place }) => place === 'file foyer.db')) unsearched.push('the database of a stopped server');
  await rm(server.dataDir, { recursive: true });
  return { hits, unsearched, missing };
}

/** Returns what did not arrive: those who may read a detail have to see it. */
async function walkAll({ proxy, hotel }: Stage, guests: readonly PlantedGuest[]): Promise<string[]> {
  const registered: Registered[] = [];
  for (const guest of guests) registered.push(await register(proxy.url, hotel, guest));
  const missing: string[] = [];
  for (const one of registered) {
    const seen = await lookUp(proxy.url, one);
    if (JSON.stringify(seen) !== JSON.stringify(one.details)) missing.push(`${one.details.name}, looked up`);
  }
  const desk = await workAtDesk(proxy.url, hotel, 'front-desk', registered);
  for (const { broken, code } of desk.entries) if (broken) missing.push(code);
  const { shown } = await workAtDesk(proxy.url, hotel, 'owner', registered);
  for (const { details, guest } of registered) {
    const numbers = details.people.map(({ documentNumber }) => documentNumber);
    const relations = details.minors.map(({ guardian }) => guardian.relation);
    for (const text of [details.name, details.phone, guest.room, guest.remarks, ...numbers, ...relations]) {
      if (!shown.includes(JSON.stringify(text))) missing.push(String(text));
    }
  }
  return missing;
}

/** Looks for texts that are there for certain: sent on purpose, public, or printed at the start. */
async function unsearchedPlaces({ proxy, server, hotel }: Stage): Promise<string[]> {
  const headers = { 'accept-encoding': 'br', 'x-canary': 'canary-in-header' };
  // A page, packed.
  await fetch(hotel.guestUrl, { headers });
  const body = '{"a":"canary-in-body"}';
  await fetch(`${proxy.url}${routePath('guestStatus')}?canary-in-address`, { method: 'POST', body });
  const finder = new NeedleFinder([
    canary,
    ...['address', 'header', 'body'].map((part) => `canary-in-${part}`),
    'no-referrer',
    'Foyer is listening on',
    // In every log entry, so also in those the journal holds at the moment.
    'foyer-log/1',
  ]);
  const requests = searchRequests(finder, proxy.exchanges);
  const responses = searchResponses(finder, proxy.exchanges);
  const found: Readonly<Record<string, boolean>> = {
    addresses: requests.some(({ needle, place }) => needle === 'canary-in-address' && place.startsWith('address')),
    'request headers': requests.some(
      ({ needle, place }) => needle === 'canary-in-header' && place.startsWith('request headers'),
    ),
    'request bodies': requests.some(
      ({ needle, place }) => needle === 'canary-in-body' && place.startsWith('request body'),
    ),
    'response headers': responses.some(
      ({ needle, place }) => needle === 'no-referrer' && place.startsWith('response headers'),
    ),
    'packed pages': responses.some(
      ({ needle, place }) => needle === canary && place === `response body of GET /p/${hotel.property}`,
    ),
    journal: searchFolder(finder, server.dataDir).some(({ place }) => place === 'file foyer.db-wal'),
    output: finder.find(server.output(), 'output').length > 0,
    memory: !memoryIsShown || searchMemory(finder, server.pid).length > 0,
  };
  return Object.keys(found).filter((place) => found[place] !== true);
}
