// A receipt is a promise: whoever holds one has a record, whatever happened to the server since.

import { cp, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { expect, test } from 'vitest';
import { makeHotel } from '../../support/make-hotel.ts';
import { makeSubmissions } from '../../support/make-submissions.ts';
import { postBodies } from '../../support/post-bodies.ts';
import { startServer } from '../../tools/start-server.ts';
import { crashRounds, type Moment } from './crash-rounds.ts';
import { inspectDatabase } from './inspect-database.ts';

test('killed in the middle of two hundred submissions, the server has a record for every receipt it gave', async () => {
  const moments: Moment[] = [
    { receipts: 1, milliseconds: 0 },
    { receipts: 0, milliseconds: 40 },
    { receipts: 70, milliseconds: 2 },
    { receipts: 190, milliseconds: 0 },
  ];
  const outcomes = await crashRounds(moments, 41_710);
  expect(outcomes.flatMap(({ faults }) => faults)).toEqual([]);
  // The kills did come in the middle.
  expect(outcomes.some(({ given }) => given > 0 && given < 200)).toBe(true);
  expect(outcomes).toHaveLength(moments.length);
});

test('the inspection after a crash would notice whatever was missing or changed', async () => {
  const server = await startServer();
  const hotel = await makeHotel(server);
  const { manifest } = hotel.manifest;
  const bodies = (await makeSubmissions({ manifest: hotel.manifest, count: 5 })).map(({ body }) => body);
  await postBodies({ url: server.url, property: hotel.property, bodies, concurrency: 5 });
  await server.stop({ keepData: true });
  expect((await inspectDatabase(server.dataDir, manifest)).faults).toEqual([]);

  const damages = {
    'a registration gone': 'DELETE FROM registrations WHERE id = (SELECT max(id) FROM registrations)',
    'an envelope gone': 'DELETE FROM envelopes WHERE id = (SELECT max(id) FROM envelopes)',
    'an envelope of nobody':
      "INSERT INTO envelopes (id, kind, purpose, suite, key_id, schema, enc, ciphertext) VALUES (99999999, 'self', NULL, 's', 'k', 1, x'00', x'00')",
    'the newest entry gone': 'DELETE FROM log_entries WHERE id = (SELECT max(id) FROM log_entries)',
    'an old entry changed': "UPDATE log_entries SET entry = entry || ' ' WHERE id = (SELECT min(id) FROM log_entries)",
    'a receipt changed': "UPDATE registrations SET receipt_parts = '[]' WHERE id = (SELECT min(id) FROM registrations)",
    'what receipts have in common gone': 'DELETE FROM receipt_templates',
    'the newest checkpoint gone': 'DELETE FROM log_checkpoints WHERE id = (SELECT max(id) FROM log_checkpoints)',
  };
  const unnoticed: string[] = [];
  for (const [name, sql] of Object.entries(damages)) {
    const folder = `${server.dataDir}-damaged`;
    await cp(server.dataDir, folder, { recursive: true });
    const database = new DatabaseSync(join(folder, 'foyer.db'));
    database.exec(`PRAGMA foreign_keys = OFF; ${sql}`);
    database.close();
    if ((await inspectDatabase(folder, manifest)).faults.length === 0) unnoticed.push(name);
    await rm(folder, { recursive: true });
  }
  await rm(server.dataDir, { recursive: true });
  expect(unnoticed).toEqual([]);
});
