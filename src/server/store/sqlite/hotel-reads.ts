import { defaultSettings } from '../../../protocol/hotel-settings.ts';
import type { HotelStore } from '../hotel-store.ts';
import { guarded } from './guarded.ts';
import type { ReadParts } from './read-parts.ts';

/** Before an owner has saved any. */
const unsaved = { settings: defaultSettings, revision: 0 };

/** Reads of `HotelStore`, by a property's row. */
export function hotelReads({ tables, of }: ReadParts): HotelStore {
  return {
    properties: async () => guarded(() => tables.properties.all()),
    property: async (property) => guarded(() => tables.properties.get(property)),
    publications: async (property, since) => of(property, [], (row) => tables.properties.publications(row, since)),
    manifest: async (property, sequence) => of(property, null, (row) => tables.properties.manifest(row, sequence)),
    notice: async (property, hash) => of(property, null, (row) => tables.properties.notice(row, hash)),
    settings: async (property) => of(property, unsaved, (row) => tables.properties.settings(row)),
    posters: async (property) => of(property, [], (row) => tables.posters.list(row)),
    papers: async (property, gone) => of(property, [], (row) => tables.papers.list(row, gone)),
    paper: async (property, record) => of(property, null, (row) => tables.papers.one(row, record)),
  };
}
