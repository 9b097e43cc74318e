import type { Row } from './export-table.ts';

/** How a long file is written: what lets the page breathe in between, and who calls it off. */
export interface Writing {
  readonly pause: () => Promise<void>;
  readonly signal: AbortSignal;
}

/** Rows written between two breaths of the page; a few milliseconds' work. */
const stride = 250;

/** The rows in portions, each with the place of its first. Rejects when `signal` aborts. */
export async function* rowStrides(
  rows: readonly Row[],
  { pause, signal }: Writing,
): AsyncGenerator<{ readonly from: number; readonly some: readonly Row[] }> {
  for (let from = 0; from < rows.length; from += stride) {
    await pause();
    signal.throwIfAborted();
    yield { from, some: rows.slice(from, from + stride) };
  }
}
