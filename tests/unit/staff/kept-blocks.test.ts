// What a device keeps of the list, and who can open it.

import { beforeAll, expect, test, vi } from 'vitest';
import { generateKeyPair, importKeyPair } from '../../../src/crypto/key-pair.ts';
import { sealingKey } from '../../../src/crypto/property-keys.ts';
import { randomBytes } from '../../../src/crypto/random-bytes.ts';
import { KeptBlocks } from '../../../src/staff/list/kept-blocks.ts';
import { firstChoice } from '../../../src/staff/list/list-choice.ts';
import type { FromList } from '../../../src/staff/list/list-messages.ts';
import { serveList } from '../../../src/staff/list/serve-list.ts';
import { MemoryShelf } from '../../support/desk-rows.ts';
import { entryOf } from './sample-row.ts';

interface CardKey {
  readonly keyId: string;
  readonly pair: CryptoKeyPair;
}

let before: CardKey;
let after: CardKey;

beforeAll(async () => {
  [before, after] = await Promise.all([cardKey(), cardKey()]);
});

async function cardKey(): Promise<CardKey> {
  const pair = await generateKeyPair();
  return { keyId: (await sealingKey(pair)).keyId, pair: await importKeyPair(pair, 'open') };
}

const open = (shelf: MemoryShelf, key: CardKey, property = '0123456789') =>
  KeptBlocks.open({ property, ...key, shelf, random: randomBytes });

const state = { cursor: 7, last: null, floor: null, blocks: [0] };

async function shelfWith(name: string): Promise<MemoryShelf> {
  const shelf = new MemoryShelf();
  await (await open(shelf, before)).write(state, new Map([[0, [entryOf(name)]]]));
  return shelf;
}

test('opened again with the same card key, a block says what it said', async () => {
  const again = await open(await shelfWith('沈从文'), before);
  expect(again.state).toEqual(state);
  expect((await again.read(0)).map(({ card }) => card?.name)).toEqual(['沈从文']);
});

test('a new card key: what was kept is gone from the device, and the old key opens nothing of what is kept from then on', async () => {
  const shelf = await shelfWith('沈从文');
  const renewed = await open(shelf, after);
  expect(renewed.state.cursor).toBe(0);
  expect([await shelf.head(), shelf.blocks().size]).toEqual([null, 0]);
  await renewed.write(state, new Map([[0, [entryOf('来晚的人')]]]));
  const head = await shelf.head();
  const block = await shelf.block(0);
  if (typeof head !== 'object' || head === null || block === null) throw new Error('something is kept');
  // Whoever has only the old key tries the head as if it were theirs.
  const tried = new MemoryShelf();
  await tried.put({ ...head, keyId: before.keyId }, new Map([[0, block]]));
  const former = await open(tried, before);
  expect(former.state.cursor).toBe(0);
  await expect(former.read(0)).rejects.toThrow('missing');
});

test('blocks of before, put back on the disk, are not taken for those of today', async () => {
  const shelf = await shelfWith('沈从文');
  const old = await shelf.block(0);
  const renewed = await open(shelf, after);
  await renewed.write(state, new Map([[0, [entryOf('来晚的人')]]]));
  await shelf.put((await shelf.head()) ?? {}, new Map([[0, old ?? new Uint8Array()]]));
  await expect((await open(shelf, after)).read(0)).rejects.toMatchObject({ code: 'cannot_open' });
});

test('one block never stands for another, and another hotel opens none', async () => {
  const shelf = await shelfWith('沈从文');
  const block = await shelf.block(0);
  await shelf.put((await shelf.head()) ?? {}, new Map([[1, block ?? new Uint8Array()]]));
  await expect((await open(shelf, before)).read(1)).rejects.toMatchObject({ code: 'cannot_open' });
  expect((await open(shelf, before, 'abcdefghjk')).state.cursor).toBe(0);
  expect(shelf.blocks().size).toBe(0);
});

test('after an answer the screen waited for, the next block is read once the screen has had time to draw it', async () => {
  const shelf = new MemoryShelf();
  const entries = new Map(['沈从文', '萧红'].map((name, id) => [id, [entryOf(name)]]));
  await (await open(shelf, before)).write({ ...state, blocks: [1, 0] }, entries);
  const read = vi.spyOn(shelf, 'block');
  const heard: FromList[] = [];
  let time = 0;
  const later: (() => void)[] = [];
  const serve = serveList(
    { openShelf: async () => shelf, random: randomBytes },
    (message) => {
      heard.push(message);
      if (message.kind === 'begun') serve({ kind: 'settle' });
    },
    (_, act) => void later.push(act),
    () => time,
  );
  const held = () => {
    serve({ kind: 'show', choice: firstChoice, today: '2026-11-21', from: 0, to: 9 });
    return heard.findLast((message) => message.kind === 'shown')?.list.held;
  };
  const beginning = { property: '0123456789', card: before.keyId, keys: [[before.keyId, before.pair] as const] };
  serve({ kind: 'begin', beginning });
  await expect.poll(held).toBe(1);
  expect(read.mock.calls).toEqual([[1]]);
  time += 1000;
  for (const act of later.splice(0)) act();
  await vi.waitFor(() => expect(read.mock.calls).toEqual([[1], [0]]));
  await expect.poll(held).toBe(2);
});
