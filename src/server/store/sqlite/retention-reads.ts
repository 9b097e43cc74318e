import type { RetentionStore } from '../retention-store.ts';
import { guarded } from './guarded.ts';
import type { ReadParts } from './read-parts.ts';
import { keptForExport } from './kept-for-export.ts';
import { certificatesOf, sealedOffOf } from './registration-history.ts';

/** Reads of `RetentionStore`, and the one write that is no change: the counted time. */
export function retentionReads({ tables, log, erasures, of }: ReadParts): RetentionStore {
  return {
    overdue: async (property, before, after, limit) =>
      of(property, [], (row) => tables.retention.overdue(row, before, after, limit)),
    kept: async (property, after, limit) => of(property, [], (row) => tables.retention.kept(row, after, limit)),
    awaited: async (property, purpose, after, limit) =>
      of(property, [], (row) => tables.retention.awaited(row, after, limit, purpose)),
    countKept: async (property, purpose) => of(property, 0, (row) => tables.retention.countKept(row, purpose)),
    keptFor: async (property, purpose, after, limit) =>
      of(property, [], (row) => keptForExport(tables, row, purpose, after, limit)),
    sealedOff: async (registration) => guarded(() => sealedOffOf(tables, registration)),
    allSealedOff: async (property) => of(property, [], (row) => tables.amendments.allSealedOff(row)),
    erasures: async (property) => of(property, [], (row) => tables.amendments.erasures(row)),
    lostErasures: async (property) => guarded(() => erasures.lost(property)),
    erasuresOf: async (registration) => guarded(() => tables.amendments.erasuresOf(registration)),
    damaged: async (property, registration) => of(property, null, (row) => tables.damaged.record(row, registration)),
    adrift: async (property) => of(property, [], (row) => tables.damaged.adrift(row)),
    certificates: async (property, limit) => of(property, [], (row) => certificatesOf(tables, log, row, limit)),
    countedTime: async () => guarded(() => tables.retention.countedTime()),
    keepCountedTime: async (at) => {
      guarded(() => tables.retention.keepCountedTime(at));
    },
  };
}
