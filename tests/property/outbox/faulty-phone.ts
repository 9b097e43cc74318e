// A phone on which everything goes wrong that can: its network, its storage, and the browser that ends at any moment.

import { memoryOutbox, type Outbox } from '../../../src/guest/outbox/outbox.ts';
import { steadyOutbox } from '../../../src/guest/outbox/steady-outbox.ts';
import type { Turn } from '../../../src/guest/outbox/turn.ts';
import type { SeededRandom } from '../../support/seeded-random.ts';

export interface Faults {
  /** Chances, each time: of the browser ending, of storage refusing, of anything happening to a request. */
  readonly kill: number;
  readonly storage: number;
  readonly network: number;
  /** Ends the browser at exactly this await, counted over the phone's life; null: by chance alone. */
  readonly killAt: number | null;
}

export const noFaults: Faults = { kill: 0, storage: 0, network: 0, killAt: null };

/** One open page. What it waits for when it ends never comes. */
export interface Tab {
  alive: boolean;
  /** Awaits under way. */
  open: number;
}

/** What happened to requests, over all phones. */
export interface Tally {
  dropped: number;
  duplicated: number;
  late: number;
  answersLost: number;
  kills: number;
  storageRefusals: number;
}

export class FaultyPhone {
  faults: Faults;
  /** Milliseconds of its own. */
  now = 0;
  /** Awaits passed so far. */
  awaits = 0;
  readonly #random: SeededRandom;
  readonly #tally: Tally;
  readonly #device = memoryOutbox();
  readonly #locks = new Map<string, Tab>();
  readonly #timers = new Map<number, { readonly at: number; readonly tab: Tab; readonly run: () => void }>();
  readonly #late: (() => Promise<unknown>)[] = [];
  #timer = 0;
  readonly #tabs: Tab[] = [];

  constructor(random: SeededRandom, faults: Faults, tally: Tally) {
    this.#random = random;
    this.faults = faults;
    this.#tally = tally;
  }

  newTab(): Tab {
    const tab: Tab = { alive: true, open: 0 };
    this.#tabs.push(tab);
    return tab;
  }

  /** What is on the device, as the next start finds it. */
  kept(): ReturnType<Outbox['all']> {
    return this.#device.all();
  }

  /** Every await of a page goes through here: it may end before the work is done, or after it, or not. */
  async through<Value>(tab: Tab, work: () => Promise<Value>): Promise<Value> {
    if (this.#ends(tab)) return new Promise<never>(() => undefined);
    tab.open += 1;
    try {
      const outcome = await work().then(
        (value) => ({ value }),
        (error: unknown) => ({ error }),
      );
      if (this.#ends(tab)) return await new Promise<never>(() => undefined);
      if ('error' in outcome) throw outcome.error;
      return outcome.value;
    } finally {
      tab.open -= 1;
    }
  }

  #ends(tab: Tab): boolean {
    if (!tab.alive) return true;
    const { kill, killAt } = this.faults;
    if (killAt === this.awaits++ || this.#random.chance(kill)) {
      this.#tally.kills += 1;
      tab.alive = false;
    }
    return !tab.alive;
  }

  outbox(tab: Tab): Outbox {
    const device: Outbox = {
      put: async (entry) => {
        await this.#stored(tab, () => this.#device.put(entry));
        return 'device';
      },
      get: (registration) => this.#stored(tab, () => this.#device.get(registration)),
      all: () => this.#stored(tab, () => this.#device.all()),
      update: (registration, change) => this.#stored(tab, () => this.#device.update(registration, change)),
      remove: (registration) => this.#stored(tab, () => this.#device.remove(registration)),
    };
    return steadyOutbox({ open: async () => device, later: () => () => undefined });
  }

  #stored<Value>(tab: Tab, work: () => Promise<Value>): Promise<Value> {
    return this.through(tab, () => {
      if (!this.#random.chance(this.faults.storage)) return work();
      this.#tally.storageRefusals += 1;
      return Promise.reject(new DOMException('full', 'QuotaExceededError'));
    });
  }

  /** Locks end with the page that held them. */
  turn(tab: Tab): Turn {
    return async (name, work) => {
      if (this.#locks.get(name)?.alive === true) return 'taken';
      this.#locks.set(name, tab);
      try {
        return await work();
      } finally {
        this.#locks.delete(name);
      }
    };
  }

  fetch(tab: Tab): typeof globalThis.fetch {
    return (input, init) => this.through(tab, () => this.#request(() => fetch(input, init)));
  }

  async #request(send: () => Promise<Response>): Promise<Response> {
    const cut = () => new TypeError('the connection was cut');
    if (!this.#random.chance(this.faults.network)) return send();
    switch (this.#random.int(4)) {
      case 0:
        this.#tally.dropped += 1;
        throw cut();
      case 1:
        this.#tally.answersLost += 1;
        await (await send()).arrayBuffer();
        throw cut();
      case 2: {
        this.#tally.duplicated += 1;
        const [answer, copy] = await Promise.all([send(), send()]);
        await copy.arrayBuffer();
        return answer;
      }
      default:
        // Held up on the way: the phone hears nothing, and it comes after whatever is sent next.
        this.#tally.late += 1;
        this.#late.push(async () => (await send()).arrayBuffer());
        throw cut();
    }
  }

  later(tab: Tab): (milliseconds: number, callback: () => void) => () => void {
    return (milliseconds, run) => {
      const id = ++this.#timer;
      this.#timers.set(id, { at: this.now + milliseconds, tab, run });
      return () => void this.#timers.delete(id);
    };
  }

  /** Until every open page waits for nothing but time. */
  async quiet(): Promise<void> {
    for (let still = 0; still < 3; ) {
      await new Promise((resolve) => {
        setImmediate(resolve);
      });
      still = this.#tabs.some(({ alive, open }) => alive && open > 0) ? 0 : still + 1;
    }
  }

  /** Lets time pass until the next thing is due; false where nothing is. */
  pass(): boolean {
    const due = [...this.#timers].filter(([, { tab }]) => tab.alive).sort(([, one], [, other]) => one.at - other.at)[0];
    if (due === undefined) return false;
    const [id, { at, run }] = due;
    this.#timers.delete(id);
    this.now = Math.max(this.now, at);
    run();
    return true;
  }

  /** What was held up on the way arrives after all. */
  async arriveLate(): Promise<void> {
    for (const send of this.#late.splice(0)) await send();
  }
}
