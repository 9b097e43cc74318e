import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import type { AnchorSource, ReceiptSource } from '../crypto/log/log-witness.ts';
import { checkpointsIn } from '../protocol/log-anchor.ts';
import { UsageError } from './read-arguments.ts';

/** Every checkpoint in these files. Throws UsageError where a file has none. */
export async function readAnchors(paths: readonly string[]): Promise<AnchorSource[]> {
  const found = paths.map(async (path) => {
    const notes = checkpointsIn(await readFile(path, 'utf8'));
    if (notes.length === 0) throw new UsageError(`There is no checkpoint in ${path}.`);
    return notes.map((note, at) => ({ name: nameOf(path, at, notes.length), note }));
  });
  return (await Promise.all(found)).flat();
}

/** Throws UsageError where a file isn't JSON. */
export async function readReceipts(paths: readonly string[]): Promise<ReceiptSource[]> {
  return Promise.all(
    paths.map(async (path) => {
      const text = await readFile(path, 'utf8');
      try {
        const proven: unknown = JSON.parse(text.replace(/^\uFEFF/, ''));
        return { name: basename(path), proven };
      } catch (error) {
        throw new UsageError(`${path} is not a receipt's file.`, { cause: error });
      }
    }),
  );
}

function nameOf(path: string, at: number, count: number): string {
  return count === 1 ? basename(path) : `${basename(path)} (${at + 1})`;
}
