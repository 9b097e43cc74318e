import { type ChildProcess, spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

export interface ServerProcess {
  /** Where it listens, as it printed it. */
  readonly address: string;
  /** The token of the one-time set-up link. */
  readonly setupToken: string;
  /** Ends the process and waits until it has. */
  readonly stop: () => Promise<void>;
  /** Resolves with the exit code when it ends by itself or otherwise. */
  readonly ended: Promise<number>;
}

const mainFile = fileURLToPath(new URL('../server/main.ts', import.meta.url));

/**
 * Starts the very server `npm start` runs, as a process of its own, on an empty data folder.
 * Rejects with what it wrote where it doesn't start.
 */
export async function startServerProcess(environment: NodeJS.ProcessEnv): Promise<ServerProcess> {
  const child = spawn(process.execPath, [mainFile], { env: environment, stdio: ['ignore', 'pipe', 'pipe'] });
  const ended = new Promise<number>((resolve) => {
    child.once('close', (code) => resolve(code ?? 1));
  });
  let complaints = '';
  child.stderr.on('data', (chunk: Buffer) => {
    complaints = (complaints + chunk.toString()).slice(-4000);
  });
  const found = await Promise.race([readStart(child), ended.then(() => null)]);
  if (found === null) throw new Error(`The server did not start. It wrote:\n${complaints}`);
  return {
    ...found,
    ended,
    stop: async () => {
      child.kill('SIGTERM');
      await ended;
    },
  };
}

async function readStart(child: ChildProcess): Promise<{ address: string; setupToken: string } | null> {
  if (child.stdout === null) return null;
  let address: string | undefined;
  for await (const line of createInterface({ input: child.stdout })) {
    address ??= /listening on (?<address>http:\S+)/.exec(line)?.groups?.['address'];
    const setupToken = /\/staff\/setup#(?<token>\S+)/.exec(line)?.groups?.['token'];
    if (address !== undefined && setupToken !== undefined) return { address, setupToken };
  }
  return null;
}
