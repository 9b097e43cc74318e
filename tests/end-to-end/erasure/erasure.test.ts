// What is destroyed leaves no byte: every act that destroys envelopes, then a search of every file the server writes, its temporary
// files and its log for any 16 bytes of any ciphertext or key that was replaced, taken back, deleted, expired, or sealed off until its
// day. Once with the answer, before any round of the server's, where secure deletion and the emptied journal stand alone; once after a
// round, which rebuilds. Either search finds them when what it rests on is off.

import { readdir } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { expect, test } from 'vitest';
import { foundInText, foundOnDisk } from '../../support/found-on-disk.ts';
import { runJobs } from '../../support/run-jobs.ts';
import { startTestServer, type TestServer, type TestServerOptions } from '../../support/test-server.ts';
import { actsOneByOne } from './acts-one-by-one.ts';
import { changeMinds } from './change-minds.ts';

const day = 86_400_000;
/** Milliseconds: longer than any test. */
const never = 2 ** 31 - 1;

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

test('after a round with neither secure deletion nor a rebuild the same search finds them', async () => {
  const server = await startTestServer({ secureDelete: false, rebuild: false });
  try {
    const { gone } = await changeMinds(server);
    expect((await foundOnDisk(server.folder, gone)).length).toBeGreaterThan(0);
  } finally {
    await server.end();
  }
});

/** Each act with what of it is in any file as its answer arrives: nothing is rebuilt, and no round of the server's is due. */
async function withTheAnswer(off: Pick<TestServerOptions, 'secureDelete'> = {}) {
  const before = await temporary();
  const server = await startTestServer({ ...off, rebuild: false, expireEvery: never });
  try {
    const acts: { act: string; destroyed: number; found: number; lost: number }[] = [];
    for await (const { act, gone, kept } of actsOneByOne(server)) {
      const found = (await foundOnDisk(server.folder, gone)).length;
      const lost = kept.length - (await foundOnDisk(server.folder, kept)).length;
      acts.push({ act, destroyed: gone.length, found, lost });
    }
    expect((await temporary()).filter((name) => !before.includes(name))).toEqual([]);
    return acts;
  } finally {
    await server.end();
  }
}

test('with the answer to taking back, correcting or deleting, before any round, no piece of what was destroyed is in a file', async () => {
  const acts = await withTheAnswer();
  expect(acts).toHaveLength(3);
  for (const { act, destroyed, found, lost } of acts) {
    expect(destroyed, act).toBeGreaterThan(4);
    expect({ act, found, lost }).toEqual({ act, found: 0, lost: 0 });
  }
});

test('with secure deletion off, and nothing else, what was taken back or deleted is there with the answer', async () => {
  const found = (await withTheAnswer({ secureDelete: false })).filter((one) => one.found > 0);
  // What a correction seals is as long as what it replaces, and is written over it.
  expect(found.map(({ act }) => act)).toEqual(expect.arrayContaining(['a use taken back', 'everything deleted']));
});
