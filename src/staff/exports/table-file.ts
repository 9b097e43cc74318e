import type { Row } from './export-table.ts';

/** A file of one table that is written as its rows come, header first. */
export interface TableFile {
  /** Writes some rows below those before, all of the header's width. */
  readonly add: (rows: readonly Row[]) => void;
  /** The whole file; nothing is added after it. */
  readonly end: () => Blob;
}
