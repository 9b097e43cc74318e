// The desk's list without a screen or a thread of its own.

import { deskRowsSchema, type DeskRow, type DeskRows } from '../../src/protocol/api.ts';
import type { Keyring } from '../../src/crypto/keyring.ts';
import { randomBytes } from '../../src/crypto/random-bytes.ts';
import type { StaffApi } from '../../src/staff/api/staff-api.ts';
import { admitEntry, type DeskEntry, openRow } from '../../src/staff/desk/desk-entry.ts';
import type { BlockShelf } from '../../src/staff/list/block-shelf.ts';
import type { OpenListThread, ToList } from '../../src/staff/list/list-messages.ts';
import { serveList } from '../../src/staff/list/serve-list.ts';

/** A page of rows since a cursor, read as the desk reads it. */
export async function deskRows(api: Pick<StaffApi, 'rows'>, since = 0): Promise<DeskRows> {
  return deskRowsSchema.parse(JSON.parse(new TextDecoder().decode(await api.rows('since', since))));
}

/** Opens a row and admits it to what is known. */
export async function openEntry(
  property: string,
  keyring: Keyring,
  row: DeskRow,
  known?: DeskEntry,
): Promise<DeskEntry> {
  return admitEntry(await openRow(property, keyring, row), known);
}

/** A shelf in memory, which outlives the thread that writes on it as a disk would. */
export class MemoryShelf implements BlockShelf {
  #head: object | null = null;
  readonly #blocks = new Map<number, Uint8Array<ArrayBuffer>>();

  readonly head = async (): Promise<unknown> => this.#head;

  readonly block = async (id: number): Promise<Uint8Array<ArrayBuffer> | null> => this.#blocks.get(id) ?? null;

  readonly put = async (head: object, blocks: ReadonlyMap<number, Uint8Array<ArrayBuffer>>): Promise<void> => {
    this.#head = head;
    for (const [id, bytes] of blocks) this.#blocks.set(id, bytes);
  };

  readonly clear = async (): Promise<void> => {
    this.#head = null;
    this.#blocks.clear();
  };

  /** What stands on it. */
  blocks(): ReadonlyMap<number, Uint8Array<ArrayBuffer>> {
    return this.#blocks;
  }
}

/** The list's own thread within the test's: messages are copied as they would be on their way. */
export function listInProcess(shelf: BlockShelf | null = null): OpenListThread {
  return (hear) => {
    let ended = false;
    const serve = serveList(
      { openShelf: async () => shelf, random: randomBytes },
      (message) => {
        const copy = structuredClone(message);
        queueMicrotask(() => {
          if (!ended) hear(copy);
        });
      },
      // No screen draws here, so nothing leaves it time to.
      (_, act) => void setTimeout(act),
      () => performance.now(),
    );
    return {
      post: (message: ToList) => {
        queueMicrotask(() => {
          if (!ended) serve(message);
        });
      },
      end: () => {
        ended = true;
      },
    };
  };
}
