// SQLite overwrites a row it deletes, but not the copies that earlier moves between pages left in the room they freed. Hundreds of
// guests come, change their minds and go, with envelopes of every size; then every file is searched for what was destroyed.

import { cp, mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { expect, test } from 'vitest';
import type { Envelope } from '../../src/protocol/envelope.ts';
import type { Change } from '../../src/server/store/change.ts';
import { migrations } from '../../src/server/store/sqlite/schema.ts';
import { openSqliteStore } from '../../src/server/store/sqlite/open-sqlite-store.ts';
import { foundOnDisk } from '../support/found-on-disk.ts';
import { text } from '../support/hotel-fixtures.ts';
import { emptyEnvelope, testGuest, type TestGuest } from '../support/server-fixtures.ts';
import { contractSetting, type StorePlace } from './contract-setting.ts';
import { guestChanges } from './guest-changes.ts';

/** Gives numbers below `limit`. How pages are filled and split hangs on sizes and order alone, so one seed always leaves the same. */
function sequence(seed: number): (limit: number) => number {
  let state = seed;
  return (limit) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * limit);
  };
}

/** Bytes. A guest's second version is often longer, so that pages fill up and are split. */
const sizes = { first: [64, 128, 256], second: [512, 1024] };
const guestsInAll = 700;
const perCommit = 50;

let folder = '';
let copied = '';

function placeIn(where: string): StorePlace {
  return {
    open: async () => openSqliteStore(where),
    remove: () => rm(where, { recursive: true }),
    copy: async () => {
      copied = await mkdtemp(join(tmpdir(), 'foyer-remnants-'));
      await cp(where, copied, { recursive: true });
      return placeIn(copied);
    },
  };
}

const s = contractSetting(async () => {
  folder = await mkdtemp(join(tmpdir(), 'foyer-remnants-'));
  return placeIn(folder);
});
const { amendment } = guestChanges(s);

/** Everyone registers; then, in any order, half change what they said, and half never come. */
async function comeAndGo(): Promise<{ readonly gone: string[]; readonly kept: string[] }> {
  const next = sequence(2);
  const sized = (envelope: Envelope, among: readonly number[]): Envelope => ({
    ...envelope,
    ciphertext: text((among[next(among.length)] ?? 0) + 16),
  });
  const write = async (changes: readonly Change[]) => {
    for (let at = 0; at < changes.length; at += perCommit) {
      const { outcomes } = await s.write(...changes.slice(at, at + perCommit));
      expect(new Set(outcomes.map(({ kind }) => kind))).toEqual(new Set(['done']));
    }
  };
  const guests: TestGuest[] = [];
  for (let number = 0; number < guestsInAll; number++) {
    const change = (of: TestGuest['submission']) => ({
      ...of,
      envelopes: of.envelopes.map((one) => sized(one, sizes.first)),
    });
    guests.push(await testGuest(s.hotel, { change }));
  }
  await write(guests.map(s.registration));
  const gone: string[] = [];
  const held = new Map(guests.map((guest) => [guest, [...guest.submission.envelopes]]));
  const acts = guests
    .flatMap((guest) => (['amend', 'expire'] as const).map((kind) => ({ guest, kind, order: next(2 ** 30) })))
    .filter(() => next(2) === 0)
    .toSorted((a, b) => a.order - b.order);
  const expired = new Set<TestGuest>();
  const changes = acts.flatMap(({ guest, kind }): Change[] => {
    const before = held.get(guest) ?? [];
    if (expired.has(guest)) return [];
    if (kind === 'expire') {
      expired.add(guest);
      held.delete(guest);
      gone.push(...before.map(({ ciphertext }) => ciphertext));
      return [s.move('expire', guest.submission.registration)];
    }
    const stays = before.filter(({ purpose }) => purpose === 'emergency' || purpose === 'billing');
    const fresh = [emptyEnvelope('self', null, 'self'), emptyEnvelope('card', null, s.hotel.card.keyId)];
    const envelopes = fresh.map((one) => sized(one, sizes.second));
    held.set(guest, [...stays, ...envelopes]);
    gone.push(...before.filter((one) => !stays.includes(one)).map(({ ciphertext }) => ciphertext));
    return [amendment(guest, { envelopes })];
  });
  await write(changes);
  return { gone, kept: [...held.values()].flat().map(({ ciphertext }) => ciphertext) };
}

test('what page moves left of what was destroyed is there until the next rebuild, and then no more', async () => {
  await s.store.scrub();
  const { gone, kept } = await comeAndGo();
  expect(gone.length).toBeGreaterThan(2000);
  // More data than may be rebuilt now: the journal alone is emptied.
  await s.store.scrub(4096);
  const remnants = await foundOnDisk(folder, gone);
  expect(remnants.length).toBeGreaterThan(0);
  // A start doesn't know what the last run left.
  await s.ifKilled(async (store) => {
    expect(await foundOnDisk(copied, remnants)).toEqual(remnants);
    await store.scrub();
    expect(await foundOnDisk(copied, remnants)).toEqual([]);
  });
  await s.store.scrub();
  expect(await foundOnDisk(folder, gone)).toEqual([]);
  const some = kept.slice(0, 100);
  expect(await foundOnDisk(folder, some)).toEqual(some);
});

test('the dates of a stay are on no page and in no journal once nothing is left of its registration', async () => {
  const stay = { checkIn: '2031-07-19', checkOut: '2031-07-28' };
  const change = (of: TestGuest['submission']) => ({ ...of, ...stay });
  const [asked, never] = [await testGuest(s.hotel, { change }), await testGuest(s.hotel, { change })];
  await s.write(s.registration(asked), s.registration(never));
  const dates = async () => {
    const files = await readdir(folder, { withFileTypes: true });
    const read = files.filter((file) => file.isFile()).map(async ({ name }) => readFile(join(folder, name), 'latin1'));
    return (await Promise.all(read)).flatMap((bytes) => bytes.match(/2031-07-\d\d/g) ?? []);
  };
  expect(await dates()).toContain(stay.checkIn);
  await s.write(guestChanges(s).erasing(asked), s.move('expire', never.submission.registration));
  await s.store.scrub();
  expect(await dates()).toEqual([]);
});

test('the step that brings a database of before up to date forgets the stays of which nothing is left', async () => {
  const guest = await testGuest(s.hotel);
  await s.write(s.registration(guest));
  await s.write(guestChanges(s).erasing(guest));
  const place = await placeIn(folder).copy();
  const database = new DatabaseSync(join(copied, 'foyer.db'));
  const step = migrations.find((sql) => sql.includes('says nothing of the stay'));
  database.exec(
    "UPDATE registrations SET channel = 'room', language = 'en', party_size = 4, check_in = '2031-07-19', check_out = '2031-07-20'",
  );
  database.exec(step ?? '');
  database.close();
  const store = await place.open();
  expect((await store.rows(s.hotel.property, 0, 10)).at(-1)?.row).toMatchObject({ channel: 'typed', partySize: 0 });
  await store.close();
  await place.remove();
});
