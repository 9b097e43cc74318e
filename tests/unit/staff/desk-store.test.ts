import { expect, test } from 'vitest';
import { encodeBase64Url } from '../../../src/protocol/base64url.ts';
import { Refusal } from '../../../src/protocol/problems.ts';
import { FakeServer, row, start } from './desk-store-setting.ts';

test('loads page by page, then follows; what comes while watching counts as an arrival', async () => {
  const server = new FakeServer();
  for (const name of ['a', 'b', 'c']) server.add(await row(name));
  const { store, names } = start(server);
  await expect.poll(() => store.snapshot().line).toBe('live');
  await expect.poll(names).toEqual(['a', 'b', 'c']);
  expect(store.snapshot().arrivals).toEqual([]);
  const late = await row('d');
  server.add(late);
  await expect.poll(names).toEqual(['a', 'b', 'c', 'd']);
  expect(store.snapshot().arrivals).toEqual([{ registration: late.registration, name: 'd' }]);
  await expect.poll(() => server.asked).toEqual(['before all', 'changes 3', 'before 2']);
  store.stop();
});

test('after a break it asks for what came after the last change it holds', async () => {
  const server = new FakeServer();
  server.add(await row('a'));
  const { store, timers, names } = start(server);
  await expect.poll(() => store.snapshot().line).toBe('live');
  server.cut();
  await expect.poll(() => store.snapshot().line).toBe('reconnecting');
  server.add(await row('b'));
  server.add({ ...(await row('c')), state: 'arrived' });
  timers.turn(500);
  await expect.poll(() => store.snapshot().line).toBe('live');
  await expect.poll(names).toEqual(['a', 'b', 'c']);
  expect(store.snapshot().arrivals, 'an arrival is somebody who waits').toHaveLength(1);
  expect(server.asked.slice(2)).toEqual(['since 0', 'since 2', 'changes 3']);
  store.stop();
});

test('a silent line is taken for broken', async () => {
  const server = new FakeServer();
  const { store, timers } = start(server);
  await expect.poll(() => store.snapshot().line).toBe('live');
  timers.turn(60_000);
  server.cut();
  await expect.poll(() => store.snapshot().line).toBe('reconnecting');
  store.stop();
});

test('one hostile card is marked and loses no other', async () => {
  const server = new FakeServer();
  const [good, bad] = [await row('good'), await row('bad')];
  server.add(good);
  server.add({ ...bad, card: good.card });
  const { store, names } = start(server);
  await expect.poll(() => store.snapshot().line).toBe('live');
  store.watch([bad.registration], null);
  await expect.poll(names).toEqual(['good', null]);
  await expect.poll(() => store.snapshot().entries.get(bad.registration)).toMatchObject({ broken: true, card: null });
  store.stop();
});

test('stopped, it forgets every row, also one that was still being opened', async () => {
  const server = new FakeServer();
  server.add(await row('a'));
  const { store } = start(server);
  await expect.poll(() => store.snapshot().line).toBe('live');
  server.add(await row('b'));
  store.stop();
  expect(store.snapshot()).toMatchObject({ list: null, entries: new Map(), arrivals: [] });
  // Sealing takes longer than the opening that was under way.
  await row('c');
  expect(store.snapshot()).toMatchObject({ list: null, entries: new Map(), arrivals: [] });
});

test('a session the server no longer knows ends the desk; any other refusal is shown and tried again', async () => {
  const server = new FakeServer();
  server.rowsRefusal = new Refusal('internal');
  const { store, timers, ended } = start(server);
  await expect.poll(() => store.snapshot().problem).toBe('internal');
  server.rowsRefusal = new Refusal('session_ended');
  timers.turn(500);
  await expect.poll(ended).toBe(1);
  store.stop();
});

test('asleep for an hour while a guest took everything back: awake, the copy is gone and nothing else is missing', async () => {
  const server = new FakeServer();
  const [stays, goes] = [await row('stays'), await row('goes')];
  server.add(stays);
  server.add(goes);
  const { store, timers, names } = start(server);
  await expect.poll(() => store.snapshot().line).toBe('live');
  await expect.poll(names).toEqual(['stays', 'goes']);
  server.cut();
  await expect.poll(() => store.snapshot().line).toBe('reconnecting');
  const { card, consentHash } = goes;
  server.add({
    ...goes,
    card: null,
    purposes: [],
    withdrawn: ['emergency'],
    consentNumber: 2,
    consentHash: encodeBase64Url(new Uint8Array(32).fill(1)),
  });
  server.add(await row('new'));
  timers.turn(3_600_000);
  await expect.poll(() => store.snapshot().line).toBe('live');
  await expect.poll(names).toEqual(['stays', null, 'new']);
  store.watch([goes.registration, stays.registration], null);
  await expect.poll(() => store.snapshot().entries.size).toBe(2);
  // Not the name, and not the ciphertext it came from, in anything the desk still holds.
  const held = JSON.stringify([...store.snapshot().entries.values(), ...(store.snapshot().list?.entries ?? [])]);
  expect(held).not.toContain('goes');
  expect(held).not.toContain(card?.ciphertext.slice(0, 40));
  // The old row once more, under a newer cursor: refused, and said.
  server.add({ ...goes, card, consentHash });
  await expect.poll(() => store.snapshot().entries.get(goes.registration)?.olderRefused).toBe(true);
  await expect.poll(names).toEqual(['stays', null, 'new']);
  store.stop();
});

test('a change of the queue is heard on the same line', async () => {
  const server = new FakeServer();
  const { store } = start(server);
  await expect.poll(() => store.snapshot().line).toBe('live');
  const before = store.snapshot().marks.requests;
  server.tellRequests();
  await expect.poll(() => store.snapshot().marks.requests).toBe(before + 1);
  store.stop();
});
