import * as z from 'zod/mini';

/** The highest manifest sequence this phone has seen of each root key, so that an old manifest can't come back. */
export interface SequenceMemory {
  /** 0 when none is remembered, and where nothing can be remembered. */
  recall(fingerprint: string): Promise<number>;
  remember(fingerprint: string, sequence: number): Promise<void>;
}

/** Milliseconds; in private mode and inside other apps storage may be missing, refuse, or never answer. */
const patience = 600;

const rowSchema = z.object({ fingerprint: z.string(), sequence: z.int() });

export interface SequenceMemoryTools {
  readonly indexedDB: IDBFactory | undefined;
  readonly later: (milliseconds: number, callback: () => void) => () => void;
}

/** Remembers in IndexedDB; goes on without where that doesn't work. Holds no personal data: a public key's hash and a number. */
export function deviceSequenceMemory({ indexedDB, later }: SequenceMemoryTools): SequenceMemory {
  async function table() {
    const { Dexie } = await import('dexie');
    const database = new Dexie('foyer-guest');
    database.version(1).stores({ sequences: 'fingerprint' });
    return { database, sequences: database.table<unknown, string>('sequences') };
  }

  async function within<Value>(work: () => Promise<Value>, otherwise: Value): Promise<Value> {
    if (indexedDB === undefined) return otherwise;
    return new Promise((resolve) => {
      const stop = later(patience, () => resolve(otherwise));
      work()
        .then(resolve, () => resolve(otherwise))
        .finally(stop);
    });
  }

  return {
    recall: (fingerprint) =>
      within(async () => {
        const { database, sequences } = await table();
        try {
          const row = rowSchema.safeParse(await sequences.get(fingerprint));
          return row.success ? row.data.sequence : 0;
        } finally {
          database.close();
        }
      }, 0),
    remember: (fingerprint, sequence) =>
      within(async () => {
        const { database, sequences } = await table();
        try {
          await database.transaction('rw', sequences, async () => {
            const row = rowSchema.safeParse(await sequences.get(fingerprint));
            if (!row.success || row.data.sequence < sequence) await sequences.put({ fingerprint, sequence });
          });
        } finally {
          database.close();
        }
      }, undefined),
  };
}
