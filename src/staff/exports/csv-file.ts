import { csvCell } from './csv-cell.ts';
import type { Row, Table } from './export-table.ts';
import { rowStrides, type Writing } from './row-strides.ts';

/**
 * The table as CSV that a Chinese spreadsheet opens: UTF-8 with a byte order mark, CRLF, every cell as text. Rejects when `signal`
 * aborts.
 */
export async function csvFile({ header, rows }: Table, writing: Writing): Promise<Blob> {
  const pieces = [`\uFEFF${csvLine(header)}`];
  for await (const { some } of rowStrides(rows, writing)) pieces.push(some.map(csvLine).join(''));
  return new Blob(pieces, { type: 'text/csv;charset=utf-8' });
}

function csvLine(row: Row): string {
  return `${row.map(csvCell).join(',')}\r\n`;
}
