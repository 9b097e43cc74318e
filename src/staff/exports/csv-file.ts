import { csvCell } from './csv-cell.ts';
import type { Row, Table } from './export-table.ts';

/** The table as CSV that a Chinese spreadsheet opens: UTF-8 with a byte order mark, CRLF, every cell as text. */
export function csvFile({ header, rows }: Table): Blob {
  const lines = [header, ...rows].map(csvLine);
  return new Blob(['\uFEFF', ...lines], { type: 'text/csv;charset=utf-8' });
}

function csvLine(row: Row): string {
  return `${row.map(csvCell).join(',')}\r\n`;
}
