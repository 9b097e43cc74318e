// What a tablet keeps between two sign-ins, and what it makes of a server that isn't the one it knew.

import { expect, test } from 'vitest';
import { MemoryShelf } from '../../support/desk-rows.ts';
import { FakeServer, row, start } from './desk-store-setting.ts';

test('what was opened is kept sealed, and the next sign-in asks only for what has changed', async () => {
  const server = new FakeServer();
  const shelf = new MemoryShelf();
  const [stays, goes] = [await row('stays'), await row('goes')];
  server.add(stays);
  server.add(goes);
  const first = start(server, shelf);
  await expect.poll(() => first.store.snapshot().list?.complete).toBe(true);
  await expect.poll(() => shelf.blocks().size).toBe(1);
  first.store.stop();
  const kept = Buffer.concat([...shelf.blocks().values()]);
  for (const plain of ['stays', 'goes', stays.registration]) expect(kept.includes(plain), plain).toBe(false);
  server.add({ ...goes, card: null, purposes: [], state: 'erased' });
  server.asked.length = 0;
  const second = start(server, shelf);
  await expect.poll(second.names).toEqual(['stays', null]);
  expect(server.asked).toEqual(['since 1', 'changes 3']);
  // The block the name was in has been written anew.
  await expect.poll(() => Buffer.concat([...shelf.blocks().values()]).equals(kept)).toBe(false);
  second.store.stop();
  const third = start(server, shelf);
  await expect.poll(third.names).toEqual(['stays', null]);
  // The old row once more: what the tablet knows of consents has outlived two sign-ins.
  server.add(goes);
  third.store.watch([goes.registration], null);
  await expect.poll(() => third.store.snapshot().entries.get(goes.registration)?.olderRefused).toBe(true);
  expect(third.names()).toEqual(['stays', null]);
  third.store.stop();
});

test('an older copy of the data put back at the server is noticed, and the list read anew', async () => {
  const server = new FakeServer();
  const shelf = new MemoryShelf();
  for (const name of ['a', 'b', 'c']) server.add(await row(name));
  const { store, timers, names } = start(server, shelf);
  await expect.poll(() => store.snapshot().list?.complete).toBe(true);
  await expect.poll(names).toEqual(['a', 'b', 'c']);
  // It has gone on since, so that its newest change has a higher number than what the tablet holds.
  server.goBackTo(1);
  for (const name of ['d', 'e', 'f']) server.add(await row(name));
  await expect.poll(() => store.snapshot().line).toBe('reconnecting');
  timers.turn(500);
  await expect.poll(names).toEqual(['a', 'd', 'e', 'f']);
  await expect.poll(() => store.snapshot().list?.complete).toBe(true);
  store.stop();
  const again = start(server, shelf);
  await expect.poll(again.names).toEqual(['a', 'd', 'e', 'f']);
  again.store.stop();
});

test('a changed block: nothing of what is kept is believed, and everything is read anew', async () => {
  const server = new FakeServer();
  const shelf = new MemoryShelf();
  for (const name of ['a', 'b', 'c']) server.add(await row(name));
  const first = start(server, shelf);
  await expect.poll(() => first.store.snapshot().list?.complete).toBe(true);
  await expect.poll(() => shelf.blocks().size).toBe(1);
  first.store.stop();
  for (const [id, bytes] of shelf.blocks()) {
    const changed = bytes.slice();
    changed[40] = (changed[40] ?? 0) ^ 1;
    await shelf.put((await shelf.head()) ?? {}, new Map([[id, changed]]));
  }
  const second = start(server, shelf);
  await expect.poll(() => second.store.snapshot().list?.entries.length).toBeDefined();
  second.timers.turn(500);
  await expect.poll(second.names).toEqual(['a', 'b', 'c']);
  await expect.poll(() => second.store.snapshot().list?.complete).toBe(true);
  second.store.stop();
});

/** A disk that is full from some moment on. */
class FullShelf extends MemoryShelf {
  writes = 0;

  override readonly put = async (): Promise<void> => {
    this.writes += 1;
    throw new DOMException('no room', 'QuotaExceededError');
  };
}

test('a full disk: the list goes on in memory, keeps nothing, and doesn’t try again', async () => {
  const server = new FakeServer();
  const shelf = new FullShelf();
  for (const name of ['a', 'b', 'c']) server.add(await row(name));
  const first = start(server, shelf);
  await expect.poll(() => first.store.snapshot().list?.complete).toBe(true);
  await expect.poll(first.names).toEqual(['a', 'b', 'c']);
  server.add(await row('d'));
  await expect.poll(first.names).toEqual(['a', 'b', 'c', 'd']);
  expect(shelf.writes).toBe(1);
  first.store.stop();
  expect([await shelf.head(), shelf.blocks().size]).toEqual([null, 0]);
  server.asked.length = 0;
  const second = start(server, shelf);
  await expect.poll(second.names).toEqual(['a', 'b', 'c', 'd']);
  expect(server.asked[0]).toBe('before all');
  second.store.stop();
});
