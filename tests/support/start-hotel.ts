// Hotels of a test's own, quickly: one is set up, and every other starts on a copy of that one's first day.

import { cp, mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Hotel } from '../../src/demo/set-up-hotel.ts';
import { type RunningServer, type ServerOptions, startServer } from '../tools/start-server.ts';
import { makeHotel } from './make-hotel.ts';

/** A hotel just set up, with no server running. */
export interface FirstDay {
  readonly hotel: Hotel;
  readonly folder: string;
  /** Where it was set up. */
  readonly url: string;
}

/** A hotel on a server of its own. */
export interface House {
  readonly hotel: Hotel;
  readonly server: RunningServer;
  /** The server goes away and comes back at the same address. `meanwhile` is given its data folder. */
  readonly restart: (meanwhile?: (dataDir: string) => Promise<void>) => Promise<void>;
  /** Ends the server, whichever it is by now, and removes the data. */
  readonly stop: () => Promise<void>;
}

interface HouseOptions extends Pick<ServerOptions, 'env'> {
  /** What is done to the data folder before a server starts on it. */
  readonly before?: (dataDir: string, hotel: Hotel) => Promise<void>;
}

export type StartHotel = (options?: HouseOptions) => Promise<House>;

export async function makeFirstDay(): Promise<FirstDay> {
  const server = await startServer();
  const hotel = await makeHotel(server);
  await server.stop({ keepData: true });
  return { hotel, folder: server.dataDir, url: server.url };
}

export async function startHotel(
  { hotel, folder, url }: FirstDay,
  { before, ...options }: HouseOptions = {},
): Promise<House> {
  const dataDir = await mkdtemp(join(tmpdir(), 'foyer-data-'));
  await cp(folder, dataDir, { recursive: true });
  await before?.(dataDir, hotel);
  const server = await startServer({ dataDir, ...options });
  let running = server;
  return {
    hotel: moved(hotel, url, publicUrlOf(server)),
    server,
    restart: async (meanwhile) => {
      await running.stop({ keepData: true });
      await meanwhile?.(dataDir);
      running = await startServer({ dataDir, port: Number(new URL(server.url).port), ...options });
    },
    stop: () => running.stop(),
  };
}

/** Where people reach it, as it says itself. */
function publicUrlOf({ output }: RunningServer): string {
  const url = /reach it at (\S+)/.exec(output())?.[1];
  if (url === undefined) throw new Error(`The server doesn’t say where it is. It wrote:\n${output()}`);
  return url;
}

/** The same hotel at another address: nothing it signed or stored says where it is. */
function moved(hotel: Hotel, from: string, to: string): Hotel {
  const there = (address: string) => {
    if (!address.startsWith(from)) throw new Error(`${address} isn’t at ${from}`);
    return to + address.slice(from.length);
  };
  const { posters } = hotel;
  return {
    ...hotel,
    posters: {
      reception: there(posters.reception),
      lobby: there(posters.lobby),
      room: there(posters.room),
      website: there(posters.website),
      desk: there(posters.desk),
      typed: there(posters.typed),
    },
    guestUrl: there(hotel.guestUrl),
    staffUrl: there(hotel.staffUrl),
  };
}
