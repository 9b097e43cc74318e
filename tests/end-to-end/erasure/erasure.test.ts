// What is destroyed leaves no byte: every act that destroys envelopes, then a search of every file the server writes for any piece of
// any ciphertext that was replaced, taken back or deleted. The same search finds them when secure deletion is off.

import { readdir } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { expect, test } from 'vitest';
import { registrationChangeSchema } from '../../../src/protocol/registration-change.ts';
import { submissionSchema } from '../../../src/protocol/submission.ts';
import { foundOnDisk } from '../../support/found-on-disk.ts';
import { ciphertextsOf, GuestPhone, realHotel, sampleDetails } from '../../support/guest-phone.ts';
import { startTestServer, type TestServer } from '../../support/test-server.ts';

const acts = ['withdraw', 'correct', 'withdraw and give again', 'delete'] as const;

/** Guests among whom some change their mind, so that pages are shared. Gives what must be gone and what must be there. */
async function changeMinds(server: TestServer): Promise<{ gone: string[]; kept: string[] }> {
  const hotel = await realHotel(server);
  const gone: string[] = [];
  const kept: string[] = [];
  const phones = await Promise.all(
    Array.from({ length: 12 }, () => GuestPhone.register(server, hotel, ['billing', 'offers', 'membership'])),
  );
  for (const [at, phone] of phones.entries()) {
    const act = at % 3 === 0 ? null : acts[Math.floor(at / 3)];
    const bodies = [phone.sealed.body];
    const change = async (wish: Parameters<GuestPhone['compose']>[1]) => {
      const opened = await phone.open();
      const sealed = await phone.compose(opened, wish);
      bodies.push(sealed.body);
      await phone.send(opened, sealed);
    };
    if (act === 'withdraw') await change({ takeBack: ['offers'] });
    if (act === 'correct') await change({ details: { ...sampleDetails, phone: '+8613900139000' } });
    if (act === 'withdraw and give again') {
      await change({ takeBack: ['offers', 'billing'] });
      await change({ give: ['offers'] });
    }
    if (act === 'delete') await phone.delete();
    const standing = new Set(act === 'delete' ? [] : standingIn(bodies, act));
    for (const text of bodies.flatMap(ciphertextsOf)) (standing.has(text) ? kept : gone).push(text);
  }
  return { gone, kept };
}

/** The newest of each name, without what was taken back and not given again. */
function standingIn(bodies: readonly string[], act: string | null | undefined): string[] {
  const newest = new Map<string, string>();
  for (const body of bodies) {
    const json: unknown = JSON.parse(body);
    const { envelopes } = submissionSchema.safeParse(json).data ?? registrationChangeSchema.parse(json);
    for (const { kind, purpose, ciphertext } of envelopes) newest.set(purpose ?? kind, ciphertext);
  }
  if (act === 'withdraw') newest.delete('offers');
  if (act === 'withdraw and give again') newest.delete('billing');
  return [...newest.values()];
}

/** SQLite's temporary files. */
const temporary = async () => (await readdir(tmpdir())).filter((name) => name.startsWith('etilqs_'));

test('no piece of a destroyed envelope is in the database, its journal, a temporary file or the log', async () => {
  const before = await temporary();
  const server = await startTestServer();
  try {
    const { gone, kept } = await changeMinds(server);
    expect(gone.length).toBeGreaterThan(30);
    expect(await foundOnDisk(server.folder, gone)).toEqual([]);
    expect((await foundOnDisk(server.folder, kept)).toSorted()).toEqual(kept.toSorted());
    expect((await temporary()).filter((name) => !before.includes(name))).toEqual([]);
    const logged = server.logged.join('');
    expect([...gone, ...kept].filter((text) => logged.includes(text.slice(0, 24)))).toEqual([]);
  } finally {
    await server.end();
  }
});

test('without secure deletion the same search finds them', async () => {
  const server = await startTestServer({ secureDelete: false });
  try {
    const { gone } = await changeMinds(server);
    expect(await foundOnDisk(server.folder, gone)).not.toEqual([]);
  } finally {
    await server.end();
  }
});
