import { expect, test } from 'vitest';
import { Committer, type CommitterOptions } from '../../../src/server/commit/committer.ts';
import type { Change } from '../../../src/server/store/change.ts';
import { type Batch, type Committed, StorageUnavailable } from '../../../src/server/store/store.ts';

const change = (entry: string): Change => ({ kind: 'note', at: 0, entry });
const entriesOf = ({ changes }: Batch) => changes.map((of) => (of.kind === 'note' ? of.entry : of.kind));
const sign = () => '';

/** A committer over a store whose commits the test answers. */
function over(commit: (batch: Batch) => Promise<Committed>, options: { batchSize?: number; queueSize?: number } = {}) {
  const batches: string[][] = [];
  const told: [number, boolean][] = [];
  const rows: string[] = [];
  const store: CommitterOptions['store'] = {
    commit: async (batch) => {
      batches.push(entriesOf(batch));
      return commit(batch);
    },
  };
  const committer = new Committer({
    store,
    moment: () => 1000,
    onRows: (property) => rows.push(property),
    onCommit: (changes, failed) => told.push([changes, failed]),
    ...options,
  });
  return { committer, batches, told, rows };
}

const accept = async (batch: Batch): Promise<Committed> => ({
  outcomes: batch.changes.map((_, index) => ({ kind: 'done', index })),
  tree: null,
  cursor: 1,
  topics: new Set(),
});

test('what queues while a commit is under way shares the next one', async () => {
  const gate = Promise.withResolvers<void>();
  const { committer, batches, rows } = over(async (batch) => {
    await gate.promise;
    return accept(batch);
  });
  const first = committer.submit('a', [change('1')], sign);
  await new Promise((resolve) => setImmediate(resolve));
  const others = ['2', '3', '4'].map((entry) => committer.submit('a', [change(entry)], sign));
  gate.resolve();
  await first;
  const written = await Promise.all(others);
  expect(batches).toEqual([['1'], ['2', '3', '4']]);
  expect(written.map(({ outcomes }) => outcomes)).toEqual([0, 1, 2].map((index) => [{ kind: 'done', index }]));
  expect(rows).toEqual(['a', 'a']);
});

test('a batch has its limit, holds one property, and never divides a group', async () => {
  const { committer, batches } = over(accept, { batchSize: 3 });
  await Promise.all([
    committer.submit('a', [change('1'), change('2')], sign),
    committer.submit('a', [change('3'), change('4')], sign),
    committer.submit('a', [change('5')], sign),
    committer.submit('b', [change('6')], sign),
    committer.submit('a', ['7', '8', '9', '10'].map(change), sign),
  ]);
  expect(batches).toEqual([['1', '2'], ['3', '4', '5'], ['6'], ['7', '8', '9', '10']]);
});

test('a fault of one group is its own: the others are written', async () => {
  const { committer, told } = over(async (batch) => {
    if (entriesOf(batch).includes('bad')) throw new TypeError('constraint');
    return accept(batch);
  });
  const results = await Promise.allSettled(
    ['1', 'bad', '3'].map((entry) => committer.submit('a', [change(entry)], sign)),
  );
  expect(results.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
  // Storage has refused nobody.
  expect(told).toEqual([
    [1, false],
    [1, false],
  ]);
});

test('a disk that refuses refuses everyone at once, and the next batch is tried anew', async () => {
  let full = true;
  const { committer, batches, told } = over(async (batch) => {
    if (full) throw new StorageUnavailable('full');
    return accept(batch);
  });
  const results = await Promise.allSettled(['1', '2'].map((entry) => committer.submit('a', [change(entry)], sign)));
  const isRefusal = (result: PromiseSettledResult<unknown>) =>
    result.status === 'rejected' && result.reason instanceof StorageUnavailable;
  expect(results.map(isRefusal)).toEqual([true, true]);
  expect(batches).toEqual([['1', '2']]);
  full = false;
  await committer.submit('a', [change('3')], sign);
  expect(told).toEqual([
    [2, true],
    [1, false],
  ]);
});

test('beyond its limit the queue refuses at once', async () => {
  const { committer } = over(accept, { queueSize: 2 });
  const taken = [committer.submit('a', [change('1')], sign), committer.submit('a', [change('2')], sign)];
  await expect(committer.submit('a', [change('3')], sign)).rejects.toMatchObject({ code: 'storage_unavailable' });
  await Promise.all(taken);
  await expect(committer.submit('a', [change('4')], sign)).resolves.toBeDefined();
});

test('draining waits for what was submitted', async () => {
  const { committer, batches } = over(accept);
  const written = committer.submit('a', [change('1')], sign);
  await committer.drained();
  expect(batches).toEqual([['1']]);
  await written;
});

test('nothing follows in the commit of what is to be the last of its tree', async () => {
  const { committer, batches } = over(accept);
  await Promise.all([
    committer.submit('a', [change('1')], sign),
    committer.submit('a', [change('2')], sign, { last: true }),
    committer.submit('a', [change('3')], sign),
  ]);
  expect(batches).toEqual([['1', '2'], ['3']]);
});
