import * as z from 'zod/mini';
import { type DeskRows, deskRowsSchema } from '../../protocol/api.ts';
import { Refusal } from '../../protocol/problems.ts';
import { readRow } from '../../protocol/unreadable-row.ts';
import { KeptBlocks } from './kept-blocks.ts';
import type { ListEngineParts } from './list-engine.ts';

/** Each row is read by itself, so that one the server garbled is one line and no whole page. */
const pageSchema = z.extend(deskRowsSchema, { rows: z.array(z.unknown()) });

/** A page of rows as the server sent it; one that can't be read is marked. Throws Refusal `unexpected_answer`. */
export function readPage(bytes: ArrayBuffer): DeskRows {
  let json: unknown;
  try {
    json = JSON.parse(new TextDecoder().decode(bytes));
  } catch {
    throw new Refusal('unexpected_answer', 'not JSON');
  }
  const page = pageSchema.safeParse(json);
  if (!page.success) throw new Refusal('unexpected_answer', 'rows');
  return { ...page.data, rows: page.data.rows.flatMap((row) => readRow(row) ?? []) };
}

/** What the device kept of a property's list; null for somebody without the card key, and where nothing can be kept. */
export async function openKeptBlocks(
  { openShelf, random }: ListEngineParts,
  property: string,
  keyId: string,
  pair: CryptoKeyPair | undefined,
): Promise<KeptBlocks | null> {
  if (pair === undefined) return null;
  try {
    const shelf = await openShelf(property);
    return shelf === null ? null : await KeptBlocks.open({ property, keyId, pair, shelf, random });
  } catch {
    // A browser that keeps nothing: the list is read from the server each time.
    return null;
  }
}
