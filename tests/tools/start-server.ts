// Starts the real server as its own process, on a free port and a data folder of its own, and ends it again.

import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { projectFolder } from './project-folder.ts';

export interface RunningServer {
  /** Origin without a slash at the end. */
  url: string;
  dataDir: string;
  pid: number;
  /** Everything the server has written so far, standard output and errors in the order they came. */
  output: () => string;
  /** Ends the process and, unless `keepData` is true, removes the data folder. */
  stop: (options?: { keepData?: boolean; signal?: NodeJS.Signals }) => Promise<void>;
}

export interface ServerOptions {
  /** Default: a new temporary folder. */
  dataDir?: string;
  /** Default: a free one. */
  port?: number;
  /** More environment for the server. */
  env?: Record<string, string>;
  /** Milliseconds until it must answer /healthz. */
  patience?: number;
}

/** What Node made of the server's source is kept: a test starts many, and half of a start is that. */
const compileCache = join(projectFolder, 'node_modules/.cache/foyer-server');

/** Resolves once GET /healthz answers 2xx; rejects with what the server wrote if it ends or stays silent. */
export async function startServer(options: ServerOptions = {}): Promise<RunningServer> {
  const dataDir = options.dataDir ?? (await mkdtemp(join(tmpdir(), 'foyer-data-')));
  const port = options.port ?? (await freePort());
  const url = `http://127.0.0.1:${port}`;
  let output = '';
  const child = spawn(process.execPath, ['src/server/main.ts'], {
    cwd: projectFolder,
    env: {
      NODE_COMPILE_CACHE: compileCache,
      ...process.env,
      PORT: String(port),
      DATA_DIR: dataDir,
      PUBLIC_URL: url,
      ...options.env,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const take = (chunk: Buffer) => {
    output += chunk.toString();
  };
  child.stdout.on('data', take);
  child.stderr.on('data', take);
  const stop: RunningServer['stop'] = async ({ keepData = false, signal = 'SIGTERM' } = {}) => {
    await end(child, signal);
    if (!keepData) await rm(dataDir, { recursive: true, force: true });
  };

  const deadline = Date.now() + (options.patience ?? 60_000);
  while (!(await answers(`${url}/healthz`))) {
    const ended = child.exitCode !== null || child.signalCode !== null;
    if (ended || Date.now() > deadline || child.pid === undefined) {
      await stop({ keepData: options.dataDir !== undefined });
      throw new Error(`The server ${ended ? 'ended' : 'did not answer'} while starting. It wrote:\n${output}`);
    }
    await wait(50);
  }
  if (child.pid === undefined) throw new Error('The server has no process id.');
  return { url, dataDir, pid: child.pid, output: () => output, stop };
}

async function answers(url: string): Promise<boolean> {
  try {
    return (await fetch(url, { signal: AbortSignal.timeout(1000) })).ok;
  } catch {
    // Not listening yet.
    return false;
  }
}

async function end(child: ChildProcess, signal: NodeJS.Signals): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null || child.pid === undefined) return;
  const closed = new Promise<void>((resolve) => {
    child.once('close', () => resolve());
  });
  child.kill(signal);
  const late = setTimeout(() => child.kill('SIGKILL'), 5000);
  await closed;
  clearTimeout(late);
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => {
        if (address === null || typeof address === 'string') reject(new Error('No port was given.'));
        else resolve(address.port);
      });
    });
  });
}
