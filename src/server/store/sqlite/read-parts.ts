import type { Tables } from './draft.ts';
import type { LogTables } from './log-tables.ts';
import type { RecordedErasures } from './lost-erasures.ts';

/** What the reads of each area stand on. */
export interface ReadParts {
  readonly tables: Tables;
  readonly log: LogTables;
  readonly erasures: RecordedErasures;
  /** Reads of a property by its row; `none` where there is no such property. */
  readonly of: <T>(property: string, none: T, read: (row: number) => T) => T;
}
