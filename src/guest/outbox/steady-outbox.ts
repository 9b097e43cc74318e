import { memoryOutbox, type Outbox } from './outbox.ts';

export interface SteadyTools {
  /** The one on the device, opened once; rejects where there is none. */
  readonly open: () => Promise<Outbox>;
  readonly later: (milliseconds: number, callback: () => void) => () => void;
}

/** Milliseconds; in private mode and inside other apps storage may also never answer. */
const patience = 1500;

/**
 * An outbox that always works: on the device where the device keeps things, else as long as the page is open. Never rejects; `put`
 * says where. What couldn't be written stays in memory and goes before what the device has of it.
 */
export function steadyOutbox({ open, later }: SteadyTools): Outbox {
  const page = memoryOutbox();

  /** What the device gives, or `otherwise` where it refuses or doesn't answer in time. */
  function onDevice<Value>(work: (device: Outbox) => Promise<Value>, otherwise: Value): Promise<Value> {
    return new Promise((resolve) => {
      const stop = later(patience, () => resolve(otherwise));
      open()
        .then(work)
        .then(resolve, () => resolve(otherwise))
        .finally(stop);
    });
  }

  return {
    put: async (entry) => {
      await page.put(entry);
      const where = await onDevice((device) => device.put(entry), 'page');
      if (where === 'device') await page.remove(entry.registration);
      return where;
    },
    get: async (registration) =>
      (await page.get(registration)) ?? (await onDevice((device) => device.get(registration), 'unknown')),
    all: async () => {
      const here = await page.all();
      const there = await onDevice((device) => device.all(), []);
      const both = new Map([...there, ...here].map((entry) => [entry.registration, entry]));
      return [...both.values()].sort((one, other) => one.keptAt - other.keptAt);
    },
    update: async (registration, change) => {
      await page.update(registration, change);
      await onDevice((device) => device.update(registration, change), undefined);
    },
    remove: async (registration) => {
      await page.remove(registration);
      await onDevice((device) => device.remove(registration), undefined);
    },
  };
}
