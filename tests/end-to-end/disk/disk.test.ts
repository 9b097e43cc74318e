// A disk that is full or can't be written: nobody is told "received" who isn't, and it goes on by itself when there is room.

import { execFileSync, spawnSync } from 'node:child_process';
import { chmod, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { provenReceiptSchema } from '../../../src/protocol/receipt.ts';
import { problemSchema } from '../../../src/protocol/problems.ts';
import { verifyReceipt } from '../../../src/crypto/verify-receipt.ts';
import { makeHotel } from '../../support/make-hotel.ts';
import { makeSubmissions } from '../../support/make-submissions.ts';
import { postBodies } from '../../support/post-bodies.ts';
import { projectFolder } from '../../tools/project-folder.ts';
import { startServer } from '../../tools/start-server.ts';
import { inspectDatabase } from '../crash/inspect-database.ts';

/** A way to have no room left, and to have it again. */
interface Shortage {
  readonly name: string;
  /** Prepares a folder for the data. */
  readonly folder: () => Promise<string>;
  readonly begin: (pid: number, folder: string) => void | Promise<void>;
  readonly end: (pid: number, folder: string) => void | Promise<void>;
  readonly remove: (folder: string) => Promise<void>;
}

const newFolder = () => mkdtemp(join(tmpdir(), 'foyer-disk-'));
const removeFolder = (folder: string) => rm(folder, { recursive: true, force: true });

/** No file may grow beyond what it is (RLIMIT_FSIZE): every user may ask that of their own process. */
const noFileMayGrow: Shortage = {
  name: 'no file may grow any more',
  folder: newFolder,
  begin: (pid) => void execFileSync('prlimit', ['--pid', String(pid), '--fsize=4096:unlimited']),
  end: (pid) => void execFileSync('prlimit', ['--pid', String(pid), '--fsize=unlimited:unlimited']),
  remove: removeFolder,
};

/** A disk of its own, 12 MB in memory, filled up by something else. Only the system's administrator may make one. */
const fullDisk: Shortage = {
  name: 'the disk is full',
  folder: async () => {
    const folder = await newFolder();
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=12m', 'tmpfs', folder]);
    return folder;
  },
  begin: (_, folder) =>
    void spawnSync('dd', ['if=/dev/zero', `of=${join(folder, 'filler')}`, 'bs=4k'], { stdio: 'ignore' }),
  end: (_, folder) => rm(join(folder, 'filler')),
  remove: async (folder) => {
    execFileSync('umount', ['-l', folder]);
    await removeFolder(folder);
  },
};

function mayMount(): boolean {
  return spawnSync('unshare', ['--mount', 'mount', '-t', 'tmpfs', 'tmpfs', '/mnt'], { stdio: 'ignore' }).status === 0;
}

const shortages = [noFileMayGrow, ...(mayMount() ? [fullDisk] : [])];

test.each(shortages)('$name: refused with 503 and never acknowledged; goes on when there is room', async (shortage) => {
  const dataDir = await shortage.folder();
  const server = await startServer({ dataDir });
  const hotel = await makeHotel(server);
  const submissions = await makeSubmissions({ manifest: hotel.manifest, count: 90 });
  const bodies = submissions.map(({ body }) => body);
  const post = (from: number, to: number) =>
    postBodies({ url: server.url, property: hotel.property, bodies: bodies.slice(from, to), concurrency: 10 });
  const before = await post(0, 30);
  expect(before.map(({ answer }) => answer?.status)).toEqual(before.map(() => 201));

  await shortage.begin(server.pid, dataDir);
  const during = await post(30, 90);
  const refused = during.filter(({ answer }) => answer?.status !== 201);
  expect(refused.length).toBeGreaterThan(30);
  for (const { answer } of refused) {
    expect(problemSchema.parse(JSON.parse(answer?.text ?? ''))).toMatchObject({
      code: 'storage_unavailable',
      status: 503,
    });
    expect(problemSchema.parse(JSON.parse(answer?.text ?? '')).retryAfter).toBeGreaterThan(0);
  }
  // What can be read still is, the server says it can't work, and it stays alive.
  const readiness = await fetch(`${server.url}/readyz`);
  expect([readiness.status, await readiness.json()]).toEqual([503, { ready: false, reasons: ['commit'] }]);
  expect((await fetch(`${server.url}/healthz`)).status).toBe(200);
  expect((await fetch(`${server.url}/api/v1/properties/${hotel.property}`)).status).toBe(200);
  const again = await post(0, 1);
  expect(again[0]?.answer).toEqual({ status: 200, text: before[0]?.answer?.text });

  await shortage.end(server.pid, dataDir);
  const after = await post(30, 90);
  for (const [at, { answer, body }] of after.entries()) {
    // Whoever was refused is taken now; whoever was acknowledged has the same receipt.
    const first = during.find((one) => one.body === body)?.answer;
    const acknowledged = first?.status === 201;
    expect([at, answer?.status]).toEqual([at, acknowledged ? 200 : 201]);
    expect(answer?.text).toBe(acknowledged ? first.text : answer?.text);
    await verifyReceipt(provenReceiptSchema.parse(JSON.parse(answer?.text ?? '')), hotel.fingerprint);
  }
  expect((await fetch(`${server.url}/readyz`)).status).toBe(200);
  await server.stop({ keepData: true });
  const { faults, registrations } = await inspectDatabase(dataDir, hotel.manifest.manifest);
  expect(faults).toEqual([]);
  expect(new Set(registrations.keys())).toEqual(new Set(submissions.map(({ registration }) => registration)));
  await shortage.remove(dataDir);
});

/** Starts the server where it can't start; gives what it says and its exit status. */
function refusedStart(
  dataDir: string,
  port: number,
  user: { readonly uid?: number } = {},
): { status: number | null; said: string } {
  const { status, stdout, stderr } = spawnSync(process.execPath, ['src/server/main.ts'], {
    cwd: projectFolder,
    env: { ...process.env, DATA_DIR: dataDir, PORT: String(port) },
    encoding: 'utf8',
    timeout: 60_000,
    ...user,
  });
  return { status, said: `${stdout}${stderr}` };
}

test('a data folder that can’t be written is refused at the start, in a sentence', async () => {
  const folder = await newFolder();
  // The administrator may write anywhere, so the server is started as nobody.
  const isRoot = process.getuid?.() === 0;
  await chmod(folder, 0o555);
  const { status, said } = refusedStart(folder, 41_720, isRoot ? { uid: 65_534 } : {});
  expect(status).toBe(1);
  expect(said).toContain(`The data folder ${folder} can't be used`);
  expect(said).not.toMatch(/\n\s+at /);
  await removeFolder(folder);
});

test('a database that can’t be written is refused at the start, in a sentence', async () => {
  const server = await startServer();
  await makeHotel(server);
  await server.stop({ keepData: true });
  const isRoot = process.getuid?.() === 0;
  await chmod(server.dataDir, 0o777);
  await chmod(join(server.dataDir, 'foyer.lock'), 0o666);
  await chmod(join(server.dataDir, 'foyer.db'), 0o444);
  const { status, said } = refusedStart(server.dataDir, 41_721, isRoot ? { uid: 65_534 } : {});
  expect(status).toBe(1);
  expect(said).toContain(server.dataDir);
  expect(said).not.toMatch(/\n\s+at /);
  await removeFolder(server.dataDir);
});

test('a path that is a file is refused at the start, in a sentence', async () => {
  const folder = await newFolder();
  const file = join(folder, 'file');
  await writeFile(file, 'x');
  const { status, said } = refusedStart(file, 41_722);
  expect(status).toBe(1);
  expect(said).toContain(`The data folder ${file} can't be used`);
  expect(said).not.toMatch(/\n\s+at /);
  await removeFolder(folder);
});
