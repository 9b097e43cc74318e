import type { ExportPurpose } from '../../protocol/guest-export.ts';

/** What stands in a column; each purpose has those it justifies and no other. */
export const exportColumns = [
  'code',
  'name',
  'phone',
  'email',
  'checkIn',
  'checkOut',
  'room',
  'amount',
  'note',
] as const;
export type ExportColumn = (typeof exportColumns)[number];

/**
 * Columns by purpose. A bill is a room's and has an amount; whoever is looked for in an evacuation is in a room; membership counts
 * stays; offers need nothing but a name and an address. Remarks leave with none. `note` marks what could not be read.
 */
export const columnsOf: Readonly<Record<ExportPurpose, readonly ExportColumn[]>> = {
  emergency: ['code', 'name', 'phone', 'email', 'checkIn', 'checkOut', 'room', 'note'],
  billing: ['code', 'name', 'phone', 'email', 'checkIn', 'checkOut', 'room', 'amount', 'note'],
  membership: ['code', 'name', 'phone', 'email', 'checkIn', 'checkOut', 'note'],
  offers: ['code', 'name', 'phone', 'email', 'note'],
};

/** Cells as they are written. In no file is one a formula; in a workbook none is a number or a date either. */
export type Row = readonly string[];
