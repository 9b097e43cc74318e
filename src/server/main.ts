import { randomBytes } from 'node:crypto';
import { fileURLToPath } from 'node:url';
import { ConfigInvalid, readConfig } from './config.ts';
import { loadSite } from './site/load-site.ts';
import { withoutWorkers } from './site/without-workers.ts';
import { type RunningServer, startServer } from './start-server.ts';
import { StartRefused } from './store/sqlite/open-database.ts';
import { openSqliteStore } from './store/sqlite/open-sqlite-store.ts';

const build = fileURLToPath(new URL('../../dist', import.meta.url));

async function start(): Promise<RunningServer> {
  const config = readConfig(process.env);
  const built = await loadSite(build).catch((error: unknown) => {
    throw new StartRefused(`There is no whole build in ${build}. Run "npm run build" first.`, { cause: error });
  });
  const site = config.serviceWorkers ? built : withoutWorkers(built);
  if (!config.serviceWorkers) console.log('Service workers are off: phones and tablets that have one remove it.');
  const store = openSqliteStore(config.dataDir);
  try {
    return await startServer({
      config,
      site,
      store,
      clock: Date.now,
      elapsed: () => performance.now(),
      random: (length) => new Uint8Array(randomBytes(length)),
      writeLog: (text) => process.stderr.write(text),
    });
  } catch (error) {
    await store.close();
    throw error;
  }
}

function stopOnSignal(server: RunningServer): void {
  let stopping = false;
  const stop = () => {
    if (stopping) return;
    stopping = true;
    server.stop().catch((error: unknown) => {
      console.error(error);
      process.exitCode = 1;
    });
  };
  process.on('SIGTERM', stop);
  process.on('SIGINT', stop);
}

try {
  const server = await start();
  stopOnSignal(server);
  console.log(`Foyer is listening on ${server.address}`);
  console.log(`Guests and staff reach it at ${server.publicUrl}`);
  console.log(`Data folder: ${server.dataDir}`);
  if (server.setupLink !== null) console.log(`Set up the hotel (this link works once): ${server.setupLink}`);
  if (server.staffLink !== null) console.log(`Staff sign in at: ${server.staffLink}`);
} catch (error) {
  if (!(error instanceof ConfigInvalid) && !(error instanceof StartRefused)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}
