// What the guest's benchmarks run on: a browser, a finished hotel on the real server, and what Foyer is measured beside.

import { type Browser, chromium } from '@playwright/test';
import type { Hotel } from '../../src/demo/set-up-hotel.ts';
import { makeHotel } from '../support/make-hotel.ts';
import { ensureBrowser, launchArguments } from '../tools/ensure-browser.ts';
import { startServer } from '../tools/start-server.ts';
import { barePage } from './bare-page.ts';
import type { Setting } from './benchmark.ts';
import { buildPeer, ensurePeers, peerNames } from './peers/build-peer.ts';
import { readFormWords } from './peers/form-words.ts';
import { serveFiles } from './serve-files.ts';

const ports = { hotel: 41_610, peers: 41_611 };

export interface Stage {
  readonly browser: Browser;
  readonly hotel: Hotel;
}

export interface PeerStage extends Stage {
  /** Addresses of the same form in other hands. */
  readonly bare: string;
  readonly surveyjs: string;
  readonly formio: string;
}

/** Runs `use` with a hotel and a browser, and ends both after it. `fill` has the data folder while no server runs. */
export async function withHotel<T>(
  { say }: Setting,
  use: (stage: Stage) => Promise<T>,
  fill?: (dataDir: string, hotel: Hotel) => Promise<void>,
): Promise<T> {
  let server = await startServer({ port: ports.hotel });
  try {
    const hotel = await makeHotel(server);
    if (fill !== undefined) {
      await server.stop({ keepData: true });
      await fill(server.dataDir, hotel);
      server = await startServer({ port: ports.hotel, dataDir: server.dataDir });
    }
    const browser = await chromium.launch({ executablePath: ensureBrowser(say), args: launchArguments() });
    try {
      return await use({ browser, hotel });
    } finally {
      await browser.close();
    }
  } finally {
    await server.stop();
  }
}

/** The same, with the bare page and the peers beside it. */
export async function withPeers<T>(setting: Setting, use: (stage: PeerStage) => Promise<T>): Promise<T> {
  ensurePeers(setting.say);
  return withHotel(setting, async (stage) => {
    const words = await readFormWords(stage.browser, stage.hotel.guestUrl);
    const files = new Map<string, string | Uint8Array>([['/bare/index.html', barePage(words)]]);
    for (const name of peerNames) for (const [path, file] of await buildPeer(name, words)) files.set(path, file);
    const { origin, stop } = await serveFiles(files, ports.peers);
    try {
      return await use({
        ...stage,
        bare: `${origin}/bare/`,
        surveyjs: `${origin}/surveyjs/`,
        formio: `${origin}/formio/`,
      });
    } finally {
      await stop();
    }
  });
}
