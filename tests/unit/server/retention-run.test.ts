// The job of what goes by itself, alone: whatever the storage does, a run ends, and its failure is told.

import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { Committer } from '../../../src/server/commit/committer.ts';
import { Hotels } from '../../../src/server/hotel/hotels.ts';
import { serverLog } from '../../../src/server/http/server-log.ts';
import { Readiness } from '../../../src/server/jobs/readiness.ts';
import { RetentionJob } from '../../../src/server/retention/retention-job.ts';
import { openSqliteStore } from '../../../src/server/store/sqlite/open-sqlite-store.ts';
import { random } from '../../support/hotel-fixtures.ts';

test('a run over a storage that refuses, before there is a hotel, ends and says so', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'foyer-run-'));
  const clock = () => Date.parse('2026-11-21T10:00:00Z');
  const store = openSqliteStore(folder);
  const lines: string[] = [];
  const log = serverLog((text) => lines.push(text), clock);
  const committer = new Committer({ store, moment: clock, onRows: () => undefined, onCommit: () => undefined });
  const job = await RetentionJob.start({
    store,
    committer,
    hotels: new Hotels(store, clock),
    clock,
    elapsed: clock,
    random,
    readiness: new Readiness(store),
    log,
    broken: { note: () => undefined },
  });
  await store.close();
  await job.run();
  expect(job.status().failing).toBe(true);
  log.flush();
  expect(lines.join('')).toContain('"where":"expiry"');
  await rm(folder, { recursive: true });
});
