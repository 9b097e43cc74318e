import { spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { ConfigInvalid, readConfig } from '../../../src/server/config.ts';
import { listen } from '../../../src/server/http/listen.ts';
import { makeReceiptKey } from '../../../src/server/log/receipt-key.ts';
import { projectFolder } from '../../tools/project-folder.ts';

test('an empty environment gives the defaults, on this machine only', () => {
  const defaults = { port: 8080, host: '127.0.0.1', dataDir: './data', publicUrl: null, serviceWorkers: true };
  expect(readConfig({})).toEqual(defaults);
  expect(readConfig({ PORT: '', HOST: '', DATA_DIR: '', PUBLIC_URL: '', OTHER: 'x' })).toEqual(defaults);
});

test('a public address is an origin; a slash at its end is dropped', () => {
  expect(readConfig({ PUBLIC_URL: 'https://Inn.example/' }).publicUrl).toBe('https://inn.example');
  expect(readConfig({ PUBLIC_URL: 'http://localhost:9000', PORT: '0' })).toMatchObject({
    port: 0,
    publicUrl: 'http://localhost:9000',
  });
});

test.each([
  [{ PORT: 'http' }, /PORT must be/],
  [{ PORT: '65536' }, /PORT must be/],
  [{ PORT: '-1' }, /PORT must be/],
  [{ HOST: 'a b' }, /HOST must be/],
  [{ DATA_DIR: '   ' }, /DATA_DIR must be/],
  [{ PUBLIC_URL: 'inn.example' }, /PUBLIC_URL must be/],
  [{ PUBLIC_URL: 'ftp://inn.example' }, /PUBLIC_URL must be/],
  [{ PUBLIC_URL: 'https://inn.example/foyer' }, /PUBLIC_URL must be/],
  [{ PUBLIC_URL: 'https://a:b@inn.example' }, /PUBLIC_URL must be/],
  [{ SERVICE_WORKERS: 'maybe' }, /SERVICE_WORKERS must be on or off/],
  [{ PORT: 'x', PUBLIC_URL: 'y' }, /PORT must be.*\n.*PUBLIC_URL must be/],
])('%o is explained', (environment, words) => {
  expect(() => readConfig(environment)).toThrow(ConfigInvalid);
  expect(() => readConfig(environment)).toThrow(words);
});

test('a port that is taken is explained', async () => {
  const other = createServer();
  await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => void other.close());
  const address = other.address();
  if (address === null || typeof address === 'string') throw new TypeError('no port');
  await expect(listen(address.port, '127.0.0.1')).rejects.toThrow(/another program has that port/);
});

test('a receipt key is its id and a private half that only the store keeps', () => {
  const key = makeReceiptKey();
  expect(key.publicKey).toHaveLength(65);
  expect(key.keyId).toHaveLength(22);
});

/** Runs main.ts; resolves when it has printed what is waited for, or has ended. */
function run(environment: Record<string, string>, until: RegExp) {
  const child = spawn(process.execPath, ['src/server/main.ts'], {
    cwd: projectFolder,
    env: { ...process.env, ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  const ended = new Promise<number | null>((resolve) => child.on('close', resolve));
  const printed = new Promise<string>((resolve) => {
    const take = (chunk: Buffer) => {
      output += chunk.toString();
      if (until.test(output)) resolve(output);
    };
    child.stdout.on('data', take);
    child.stderr.on('data', take);
    child.on('close', () => resolve(output));
  });
  onTestFinished(() => void child.kill('SIGKILL'));
  return { child, ended, printed };
}

test('a wrong value ends the start with status 1 and a sentence', async () => {
  const { ended, printed } = run({ PORT: 'eight' }, /never/);
  expect(await ended).toBe(1);
  expect(await printed).toBe('PORT must be a whole number from 0 to 65535 (0 takes any free port).\n');
});

test('a start prints where it is and the set-up link; a second on the same folder is refused; SIGTERM ends it cleanly', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'foyer-start-'));
  onTestFinished(() => rm(folder, { recursive: true }));
  const environment = { PORT: '0', DATA_DIR: folder, PUBLIC_URL: '', HOST: '' };
  const first = run(environment, /this link works once.*\n/);
  const output = await first.printed;
  const [, port] = /listening on http:\/\/127\.0\.0\.1:(\d+)/.exec(output) ?? [];
  expect(output).toContain(`Data folder: ${folder}`);
  expect(output).toMatch(new RegExp(String.raw`http://localhost:${port}/staff/setup#[\w-]{43}\n`));
  expect((await fetch(`http://127.0.0.1:${port}/healthz`)).status).toBe(200);
  const second = run(environment, /never/);
  expect(await second.ended).toBe(1);
  expect(await second.printed).toContain('in use by another server');
  first.child.kill('SIGTERM');
  expect(await first.ended).toBe(0);
});
