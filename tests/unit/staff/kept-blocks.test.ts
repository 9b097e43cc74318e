// What a device keeps of the list, and who can open it.

import { beforeAll, expect, test } from 'vitest';
import { generateKeyPair, importKeyPair } from '../../../src/crypto/key-pair.ts';
import { sealingKey } from '../../../src/crypto/property-keys.ts';
import { randomBytes } from '../../../src/crypto/random-bytes.ts';
import { KeptBlocks } from '../../../src/staff/list/kept-blocks.ts';
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
