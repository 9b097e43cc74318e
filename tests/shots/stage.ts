import type { Browser, BrowserContext } from '@playwright/test';
import type { DemoGuest } from '../../src/demo/demo-guests.ts';
import type { Language } from '../../src/protocol/languages.ts';
import { writeFilm } from '../support/camera-film.ts';
import { setupTokenOf } from '../support/make-hotel.ts';
import { type RunningServer, startServer } from '../tools/start-server.ts';
import type { Act, Set } from './act.ts';
import { fillHotel, furnishHotel, type ShotHotel } from './shot-hotel.ts';
import { locales, sizes } from './variants.ts';

type Given = Pick<Set, 'shoot' | 'shootPaper' | 'language' | 'words'>;

export interface Stage {
  /** Plays an act; null, or what went wrong. */
  readonly play: (act: Act, given: Given) => Promise<string | null>;
  /** A finished hotel on a server of its own. */
  readonly furnish: () => Promise<ShotHotel>;
  /** Ends every server that was started. */
  readonly strike: () => Promise<void>;
}

const patience = 20_000;

/** `many`: guests of the hotel that has many. */
export function buildStage(
  browsers: Readonly<Record<Language, Browser>>,
  films: Readonly<Record<Language, string>>,
  many: number,
): Stage {
  const servers: RunningServer[] = [];
  let shared: Promise<ShotHotel> | undefined;
  let full: Promise<ShotHotel> | undefined;
  async function start(): Promise<RunningServer> {
    const server = await startServer({ patience: 60_000 });
    servers.push(server);
    return server;
  }
  const furnish = async (guests?: readonly DemoGuest[]) => furnishHotel(await start(), guests);

  async function fill(): Promise<ShotHotel> {
    const [server, hotel] = await fillHotel(await start(), many);
    servers.push(server);
    return hotel;
  }

  return {
    furnish,
    play: async (act, given) => {
      const contexts: BrowserContext[] = [];
      const newPage: Set['newPage'] = async ({ scripts = true, clock = false } = {}) => {
        const context = await browsers[given.language].newContext({
          viewport: sizes[0],
          locale: locales[given.language],
          timezoneId: 'Asia/Shanghai',
          javaScriptEnabled: scripts,
          serviceWorkers: 'block',
          reducedMotion: 'reduce',
        });
        contexts.push(context);
        context.setDefaultTimeout(patience);
        const page = await context.newPage();
        if (clock) await page.clock.install();
        return page;
      };
      try {
        await act.play({
          ...given,
          newPage,
          sharedHotel: () => (shared ??= furnish()),
          ownHotel: furnish,
          manyGuests: () => (full ??= fill()),
          showCamera: (page, pictures) => writeFilm(page, films[given.language], pictures),
          emptyServer: async () => {
            const server = await start();
            return { url: server.url, setupToken: setupTokenOf(server) };
          },
        });
        return null;
      } catch (error) {
        return error instanceof Error ? error.message : String(error);
      } finally {
        for (const context of contexts) await context.close();
      }
    },
    strike: async () => {
      for (const server of servers) await server.stop();
    },
  };
}
