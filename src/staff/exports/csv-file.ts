import { csvCell } from './csv-cell.ts';
import type { Row } from './export-table.ts';
import type { TableFile } from './table-file.ts';

/**
 * A table as CSV that a Chinese spreadsheet opens: UTF-8 with a byte order mark, CRLF, every cell in quotation marks. Nothing in it is a
 * formula, but CSV has no way to say that a cell is text: a spreadsheet may still read `00123` as a number. What has to stay as it is
 * written goes into a workbook.
 */
export function csvFile(header: Row): TableFile {
  const pieces: Blob[] = [new Blob([`\uFEFF${csvLine(header)}`])];
  return {
    add: (rows) => void pieces.push(new Blob([rows.map(csvLine).join('')])),
    end: () => new Blob(pieces, { type: 'text/csv;charset=utf-8' }),
  };
}

function csvLine(row: Row): string {
  return `${row.map(csvCell).join(',')}\r\n`;
}
