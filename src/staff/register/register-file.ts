import { registerHeads, type RegisterOrder } from '../../protocol/register-orders.ts';
import { fileColumns, fileValues, type RegisterLine } from '../../pii/register-lines.ts';
import { csvCell } from '../exports/csv-cell.ts';

/** One guest of the file, or one registration that could not be opened: a marked line, and its neighbours are whole. */
export type FileGuest = { readonly lines: readonly RegisterLine[] } | { readonly unopened: string };

export interface RegisterFileText {
  readonly text: string;
  readonly type: string;
  readonly extension: 'csv' | 'txt';
}

/** Spreadsheets want the mark to read UTF-8. */
const byteOrderMark = '\uFEFF';
const bar = '|';

/** The file for the police's system, in the local order. */
export function registerFileText(
  order: RegisterOrder,
  guests: readonly FileGuest[],
  asksEntry: boolean,
  notOpened: (code: string) => string,
): RegisterFileText {
  const columns = fileColumns(order, asksEntry);
  const rows = guests.map((guest) =>
    'lines' in guest ? fileValues(columns, guest.lines) : [notOpened(guest.unopened)],
  );
  if (order.file === 'text') {
    const text = rows.map((row) => row.map(barred).join(bar)).join('\r\n');
    return { text: `${text}\r\n`, type: 'text/plain;charset=utf-8', extension: 'txt' };
  }
  const heads = columns.map((column) => registerHeads[column]);
  const text = [heads, ...rows].map((row) => row.map(csvCell).join(',')).join('\r\n');
  return { text: `${byteOrderMark}${text}\r\n`, type: 'text/csv;charset=utf-8', extension: 'csv' };
}

function barred(value: string): string {
  return value.replaceAll(/[\p{Cc}\p{Zl}\p{Zp}|]+/gu, ' ');
}
