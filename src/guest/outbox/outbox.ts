import type { OutboxEntry } from './outbox-entry.ts';

/** Where something is kept: on the device, or only as long as the page is open. */
export type KeptWhere = 'device' | 'page';

export type OutboxChange = Partial<Pick<OutboxEntry, 'state' | 'body' | 'receipt'>>;

/** Where sealed registrations stay until the desk has seen them. */
export interface Outbox {
  /** Adds it, or replaces the one of the same registration. */
  put(entry: OutboxEntry): Promise<KeptWhere>;
  /** Null where it isn't there (any more); `unknown` where that can't be told, or what is there can't be read. */
  get(registration: string): Promise<OutboxEntry | null | 'unknown'>;
  /** Oldest first. */
  all(): Promise<readonly OutboxEntry[]>;
  /** Changes one that is there; one that was forgotten stays forgotten. */
  update(registration: string, change: OutboxChange): Promise<void>;
  remove(registration: string): Promise<void>;
}

/** Lives as long as the page. */
export function memoryOutbox(): Outbox {
  const kept = new Map<string, OutboxEntry>();
  return {
    put: async (entry) => {
      kept.set(entry.registration, entry);
      return 'page';
    },
    get: async (registration) => kept.get(registration) ?? null,
    all: async () => [...kept.values()].sort((one, other) => one.keptAt - other.keptAt),
    update: async (registration, change) => {
      const entry = kept.get(registration);
      if (entry !== undefined) kept.set(registration, { ...entry, ...change });
    },
    remove: async (registration) => {
      kept.delete(registration);
    },
  };
}
