import { Dexie, type EntityTable } from 'dexie';
import * as z from 'zod/mini';
import type { RandomBytes } from '../../protocol/ids.ts';
import { databaseName, entriesStore } from './kept-on-device.ts';
import type { Outbox } from './outbox.ts';
import { type OutboxEntry, outboxEntrySchema } from './outbox-entry.ts';
import { unwrapSecret, wrapSecret } from './wrap-secret.ts';

const bytesSchema = z.custom<Uint8Array<ArrayBuffer>>((value) => value instanceof Uint8Array);
const rowSchema = z.extend(z.omit(outboxEntrySchema, { secret: true }), {
  key: z.custom<CryptoKey>((value) => value instanceof CryptoKey),
  nonce: bytesSchema,
  wrapped: bytesSchema,
});
type Row = z.infer<typeof rowSchema>;

export interface DeviceOutboxTools {
  readonly indexedDB: IDBFactory;
  readonly keyRange: typeof IDBKeyRange;
  readonly random: RandomBytes;
}

/** Opens the outbox in IndexedDB. Rejects where the browser keeps nothing; every call rejects where it stopped keeping. */
export async function openDeviceOutbox({ indexedDB, keyRange, random }: DeviceOutboxTools): Promise<Outbox> {
  const database = new Dexie(databaseName, {
    indexedDB,
    IDBKeyRange: keyRange,
    // Chrome's own default answers before anything is on the disk.
    chromeTransactionDurability: 'strict',
  });
  database.version(1).stores({ [entriesStore]: 'registration' });
  await database.open();
  const entries: EntityTable<Row, 'registration'> = database.table(entriesStore);

  return {
    put: async ({ secret, ...entry }) => {
      // Before the transaction: it would end while something else is waited for.
      await entries.put({ ...entry, ...(await wrapSecret(secret, entry.registration, random)) });
      return 'device';
    },
    get: async (registration) => {
      const row: unknown = await entries.get(registration);
      return row === undefined ? null : ((await read(row)) ?? 'unknown');
    },
    all: async () => {
      const entriesRead = await Promise.all((await entries.toArray()).map(read));
      return entriesRead.filter((entry) => entry !== null).sort((one, other) => one.keptAt - other.keptAt);
    },
    update: async (registration, change) => {
      await entries.update(registration, change);
    },
    remove: (registration) => entries.delete(registration),
  };
}

/** Null for a row that isn't one of ours any more: a later release's, or one whose key the browser lost. */
async function read(row: unknown): Promise<OutboxEntry | null> {
  const parsed = rowSchema.safeParse(row);
  if (!parsed.success) return null;
  const { key, nonce, wrapped, ...entry } = parsed.data;
  try {
    return { ...entry, secret: await unwrapSecret({ key, nonce, wrapped }, entry.registration) };
  } catch {
    return null;
  }
}
