import type { LogStore } from '../log-store.ts';
import type { ReadParts } from './read-parts.ts';

/** Reads of `LogStore`. */
export function logReads({ tables, log, of }: ReadParts): LogStore {
  return {
    entries: async (property, from, limit) => of(property, [], (row) => log.entries(row, from, limit)),
    logPage: async (property, from, to) =>
      of(property, { entries: [], checkpoints: [] }, (row) => log.page(row, from, to)),
    anchors: async (property, limit) => of(property, [], (row) => tables.anchors.list(row, limit)),
    entriesOf: async (property, registration) => of(property, [], (row) => log.entriesOf(row, registration)),
    inclusionProof: async (property, index, size) => of(property, [], (row) => log.inclusionProof(row, index, size)),
    consistencyProof: async (property, oldSize, size) =>
      of(property, [], (row) => log.consistencyProof(row, oldSize, size)),
    checkpoint: async (property, size) => of(property, null, (row) => log.checkpoint(row, size)),
  };
}
