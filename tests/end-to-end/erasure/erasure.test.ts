// What is destroyed leaves no byte: every act that destroys envelopes, then a search of every file the server writes, its temporary
// files and its log for any 16 bytes of any ciphertext or key that was replaced, taken back, deleted, expired, or sealed off until its
// day. The same search finds them when secure deletion is off.

import { readdir } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { expect, test } from 'vitest';
import { foundInText, foundOnDisk } from '../../support/found-on-disk.ts';
import { runJobs } from '../../support/run-jobs.ts';
import { startTestServer, type TestServer } from '../../support/test-server.ts';
import { changeMinds } from './change-minds.ts';

const day = 86_400_000;

/** SQLite's temporary files. */
const temporary = async () => (await readdir(tmpdir())).filter((name) => name.startsWith('etilqs_'));

async function expectOnDisk({ folder }: TestServer, { gone, kept }: { gone: string[]; kept: string[] }): Promise<void> {
  expect(await foundOnDisk(folder, gone)).toEqual([]);
  expect((await foundOnDisk(folder, kept)).toSorted()).toEqual(kept.toSorted());
}

test('no piece of a destroyed envelope is in the database, its journal, a temporary file or the log', async () => {
  const before = await temporary();
  const server = await startTestServer();
  try {
    const { gone, kept, sealedOff } = await changeMinds(server);
    expect(gone.length).toBeGreaterThan(150);
    expect(kept.length).toBeGreaterThan(150);
    await expectOnDisk(server, { gone, kept });
    // The law's term is over for whoever was deleted after arriving.
    await runJobs(server, server.clock.now + 300 * day);
    expect(sealedOff).toHaveLength(2);
    await expectOnDisk(server, {
      gone: [...gone, ...sealedOff],
      kept: kept.filter((text) => !sealedOff.includes(text)),
    });
    expect((await temporary()).filter((name) => !before.includes(name))).toEqual([]);
    expect(foundInText(server.logged.join(''), [...gone, ...kept])).toEqual([]);
  } finally {
    await server.end();
  }
});

test('without secure deletion the same search finds them', async () => {
  const server = await startTestServer({ secureDelete: false, rebuild: false });
  try {
    const { gone } = await changeMinds(server);
    expect((await foundOnDisk(server.folder, gone)).length).toBeGreaterThan(0);
  } finally {
    await server.end();
  }
});
