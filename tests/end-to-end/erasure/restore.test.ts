// An older copy of the database is put back over everything that was destroyed since. The ledger beside it was left in place, and
// before the server answers anybody nothing of it is there again: not in a file, not on the desk's list, not for the guest.

import { cp, rm } from 'node:fs/promises';
import { appendFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { foundOnDisk } from '../../support/found-on-disk.ts';
import { sha256 } from '../../support/hotel-fixtures.ts';
import { arrivalBody, testGuest } from '../../support/server-fixtures.ts';
import { setUp, signIn, startTestServer, type TestServer } from '../../support/test-server.ts';
import { changeMinds } from './change-minds.ts';

const database = ['foyer.db', 'foyer.db-wal', 'foyer.db-shm'];

/** The database's files alone, as a backup takes them. */
async function copyDatabase(from: string, to: string): Promise<void> {
  for (const name of database) await rm(join(to, name), { force: true });
  for (const name of database) await cp(join(from, name), join(to, name), { force: true }).catch(() => undefined);
}

async function restored(leaveLedger: boolean): Promise<{
  readonly server: TestServer;
  readonly minds: Awaited<ReturnType<typeof changeMinds>>;
}> {
  const first = await startTestServer();
  const backup = `${first.folder}-backup`;
  const minds = await changeMinds(first, async () => {
    await first.store.scrub();
    await cp(first.folder, backup, { recursive: true });
  });
  const { now } = first.clock;
  await first.stop();
  await copyDatabase(backup, first.folder);
  await rm(backup, { recursive: true });
  // A server that was cut off in the middle of a line.
  if (leaveLedger) appendFileSync(join(first.folder, 'foyer.erasures'), '{"format":"foyer-era');
  else await rm(join(first.folder, 'foyer.erasures'));
  return { server: await startTestServer({ folder: first.folder, now }), minds };
}

test('an older copy of the database brings back nothing that was destroyed since', async () => {
  const { server, minds } = await restored(true);
  try {
    expect(await server.store.lostErasures(minds.hotel.property)).toEqual([]);
    const rows = await server.store.rows(minds.hotel.property, 0, 100);
    const states = rows.map(({ row }) => row.state).toSorted();
    expect(states).toEqual([
      ...Array.from({ length: 15 }, () => 'arrived'),
      ...Array.from({ length: 6 }, () => 'erased'),
      ...Array.from({ length: 3 }, () => 'expired'),
    ]);
    // Ended before the first answer; what page moves may have left goes with the first round, which this doesn't wait for.
    await server.store.scrub();
    expect(await foundOnDisk(server.folder, minds.gone)).toEqual([]);
    for (const { row } of rows) {
      const names = (await server.store.envelopes(row.registration)).map(({ kind, purpose }) => purpose ?? kind);
      const held = names.filter((name) => name !== 'card' && name !== 'self');
      const sealedOff = (await server.store.sealedOff(row.registration)).map(({ purpose }) => purpose);
      expect(held.toSorted()).toEqual([...row.purposes, ...sealedOff].toSorted());
    }
    // Started once more, it has nothing left to do.
    const entries = (await server.store.entries(minds.hotel.property, 0, 10_000)).length;
    await server.stop();
    const again = await startTestServer({ folder: server.folder, now: server.clock.now });
    expect((await again.store.entries(minds.hotel.property, 0, 10_000)).length).toBe(entries);
    await again.stop();
  } finally {
    await rm(server.folder, { recursive: true });
  }
});

/** A guest's room and remarks are corrected twice, with a copy of the database before each. */
async function corrected() {
  const server = await startTestServer();
  const { hotel, owner } = await setUp(server);
  const { authorization } = await signIn(server, hotel, owner);
  const guest = await testGuest(hotel, { now: server.clock.now });
  const { registration } = guest.submission;
  const notes = [arrivalBody(hotel), arrivalBody(hotel), arrivalBody(hotel)];
  await server.send('register', { parameters: { property: hotel.property }, body: guest.body });
  const copies: string[] = [];
  for (const [at, note] of notes.entries()) {
    const before = notes[at - 1];
    const expected = { desk: sha256(before?.desk.ciphertext ?? ''), checkOut: note.checkOut };
    const body = before === undefined ? note : { ...note, expected };
    const route = before === undefined ? 'arrive' : 'correctStay';
    const { status } = await server.send(route, { authorization, parameters: { registration }, body });
    if (status !== 204) throw new TypeError(`a note was refused: ${status}`);
    copies.push(`${server.folder}-${at}`);
    await server.store.scrub();
    await cp(server.folder, `${server.folder}-${at}`, { recursive: true });
  }
  await server.stop();
  return { folder: server.folder, now: server.clock.now, copies, notes, authorization, registration, hotel };
}

test('an older copy brings back no note of the desk that was corrected since, and it can be noted again', async () => {
  const made = await corrected();
  const { folder, now, copies, notes, registration, hotel } = made;
  const row = async (server: TestServer) => (await server.store.rows(hotel.property, 0, 10))[0]?.row;
  try {
    const found: (number | null)[] = [];
    for (const copy of copies) {
      await copyDatabase(copy, folder);
      const server = await startTestServer({ folder, now });
      const desk = (await row(server))?.desk;
      found.push(desk === null ? null : notes.findIndex((note) => note.desk.ciphertext === desk?.ciphertext));
      await server.store.scrub();
      const destroyed = notes.slice(0, 2).map((note) => note.desk.ciphertext);
      expect(await foundOnDisk(folder, destroyed)).toEqual([]);
      await server.stop();
    }
    expect(found).toEqual([null, null, 2]);

    await copyDatabase(copies[0] ?? '', folder);
    const server = await startTestServer({ folder, now });
    const anew = { ...arrivalBody(hotel), expected: { desk: null, checkOut: notes[0]?.checkOut } };
    const sent = { authorization: made.authorization, parameters: { registration }, body: anew };
    expect((await server.send('correctStay', sent)).status).toBe(204);
    await server.stop();
    const again = await startTestServer({ folder, now });
    expect((await row(again))?.desk).toEqual(anew.desk);
    await again.stop();
    // Without the ledger the older note is there.
    await copyDatabase(copies[0] ?? '', folder);
    await rm(join(folder, 'foyer.erasures'));
    const forgetful = await startTestServer({ folder, now });
    expect((await row(forgetful))?.desk).toEqual(notes[0]?.desk);
    await forgetful.stop();
  } finally {
    for (const place of [folder, ...copies]) await rm(place, { recursive: true });
  }
});

test('without the ledger the same search finds them', async () => {
  const { server, minds } = await restored(false);
  try {
    expect((await foundOnDisk(server.folder, minds.gone)).length).toBeGreaterThan(0);
  } finally {
    await server.end();
  }
});
