import { cellText } from './spreadsheet-text.ts';
import type { Row, Table } from './export-table.ts';

/** What a spreadsheet may take for the start of a formula, however wide, after blanks and marks nobody sees. */
const formula = /^[\p{White_Space}\p{Cf}\p{Cc}\p{Default_Ignorable_Code_Point}]*[=+\-@＝＋－＠﹢﹣﹦﹫−]/u;
const control = /^[\t\r\n]/u;

/**
 * The table as CSV (RFC 4180) that a Chinese spreadsheet opens: UTF-8 with a byte order mark, CRLF, every cell quoted. Quoting stops no
 * formula (LibreOffice runs `"=1+2"`), so a cell that could be one begins with an apostrophe, which makes it text everywhere. Phone
 * numbers get one too: `+86…` is a formula to a spreadsheet.
 */
export function csvFile({ header, rows }: Table): Blob {
  const lines = [header, ...rows].map(csvLine);
  return new Blob(['\uFEFF', ...lines], { type: 'text/csv;charset=utf-8' });
}

function csvLine(row: Row): string {
  return `${row.map(csvCell).join(',')}\r\n`;
}

function csvCell(value: string): string {
  const text = cellText(value);
  const safe = formula.test(text) || control.test(value) ? `'${text}` : text;
  return `"${safe.replaceAll('"', '""')}"`;
}
