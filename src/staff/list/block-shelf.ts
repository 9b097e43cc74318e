import { Dexie, type Table } from 'dexie';
import * as z from 'zod/mini';

/** Where a device keeps its list: sealed bytes in, sealed bytes out. */
export interface BlockShelf {
  /** What says which blocks there are; null where nothing is kept. */
  head(): Promise<unknown>;
  block(id: number): Promise<Uint8Array<ArrayBuffer> | null>;
  /** Puts a head and blocks in the place of what was there, all or nothing, and on the disk before it resolves. */
  put(head: object, blocks: ReadonlyMap<number, Uint8Array<ArrayBuffer>>): Promise<void>;
  /** Leaves nothing. */
  clear(): Promise<void>;
}

const bytesSchema = z.custom<Uint8Array<ArrayBuffer>>((value) => value instanceof Uint8Array);

/** A property's blocks in the browser's own database. Rejects where the browser keeps nothing. */
export async function openBlockShelf(property: string): Promise<BlockShelf> {
  const database = new Dexie(`foyer-list-${property}`, { chromeTransactionDurability: 'strict' });
  database.version(1).stores({ head: '', blocks: '' });
  await database.open();
  const heads: Table<unknown, number> = database.table('head');
  const blocks: Table<unknown, number> = database.table('blocks');
  return {
    head: async () => (await heads.get(0)) ?? null,
    block: async (id) => {
      const parsed = bytesSchema.safeParse(await blocks.get(id));
      return parsed.success ? parsed.data : null;
    },
    put: (head, changed) =>
      database.transaction('rw', heads, blocks, async () => {
        await heads.put(head, 0);
        await blocks.bulkPut([...changed.values()], [...changed.keys()]);
      }),
    clear: () =>
      database.transaction('rw', heads, blocks, async () => {
        await heads.clear();
        await blocks.clear();
      }),
  };
}
