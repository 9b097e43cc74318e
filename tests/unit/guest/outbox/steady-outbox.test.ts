import { expect, it } from 'vitest';
import { forgetfulMemory } from '../../../../src/guest/phone/forgetful-memory.ts';
import { memoryOutbox, type Outbox } from '../../../../src/guest/outbox/outbox.ts';
import { steadyOutbox } from '../../../../src/guest/outbox/steady-outbox.ts';
import { refusingOutbox, sampleEntry, sampleReceipt } from './sample-entry.ts';

const never = () => new Promise<never>(() => undefined);
const noLater = () => () => undefined;

/** A device that starts refusing when told to. */
function fillingDevice() {
  const kept = memoryOutbox();
  let full = false;
  const device = (): Outbox =>
    full ? refusingOutbox() : { ...kept, put: async (entry) => (await kept.put(entry), 'device') };
  const outbox = steadyOutbox({ open: async () => device(), later: noLater });
  return {
    outbox,
    kept,
    fill: () => {
      full = true;
    },
  };
}

it('keeps on the device, and says so', async () => {
  const { outbox, kept } = fillingDevice();
  expect(await outbox.put(sampleEntry)).toBe('device');
  expect(await kept.all()).toEqual([sampleEntry]);
});

it.each([
  ['there is no storage', () => Promise.reject(new TypeError('no database'))],
  ['storage refuses', async () => refusingOutbox()],
])('keeps in memory where %s, and says so', async (_what, open) => {
  const outbox = steadyOutbox({ open, later: noLater });
  expect(await outbox.put(sampleEntry)).toBe('page');
  await outbox.update(sampleEntry.registration, { state: 'received', receipt: sampleReceipt });
  expect(await outbox.get(sampleEntry.registration)).toMatchObject({ state: 'received' });
  expect(await outbox.all()).toHaveLength(1);
  await outbox.remove(sampleEntry.registration);
  expect(await outbox.all()).toEqual([]);
});

it('waits only so long for storage that never answers', async () => {
  let due: () => void = () => undefined;
  const silent = steadyOutbox({
    open: async () => ({ ...refusingOutbox(), put: never }),
    later: (_milliseconds, callback) => {
      due = callback;
      return () => undefined;
    },
  });
  const putting = silent.put(sampleEntry);
  await Promise.resolve();
  await Promise.resolve();
  due();
  expect(await putting).toBe('page');
});

it('storage that fills up in between loses nothing: what was sealed anew goes before what the device has', async () => {
  const { outbox, kept, fill } = fillingDevice();
  await outbox.put(sampleEntry);
  fill();
  expect(await outbox.put({ ...sampleEntry, body: 'anew' })).toBe('page');
  expect(await outbox.get(sampleEntry.registration)).toMatchObject({ body: 'anew' });
  expect((await kept.all())[0]?.body, 'the device still has the older bytes').toBe(sampleEntry.body);
  expect((await outbox.all()).map(({ body }) => body)).toEqual(['anew']);
});

it('a tablet handed from guest to guest keeps nothing once the page is gone', async () => {
  const before = forgetfulMemory();
  expect(await (await before.outbox.open()).put(sampleEntry)).toBe('page');
  expect(await before.outbox.anything()).toBe(false);
  expect(await (await forgetfulMemory().outbox.open()).all()).toEqual([]);
});
