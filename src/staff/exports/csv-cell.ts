import { cellText } from './spreadsheet-text.ts';

/** What a spreadsheet may take for the start of a formula, however wide, after blanks and marks nobody sees. */
const formula = /^[\p{White_Space}\p{Cf}\p{Cc}\p{Default_Ignorable_Code_Point}]*[=+\-@|%＝＋－＠﹢﹣﹦﹫−]/u;
const control = /^[\t\r\n]/u;

/**
 * A cell of a CSV file that no spreadsheet runs (OWASP, CSV injection; RFC 4180). Everything is quoted, but quoting stops no formula
 * (LibreOffice runs `"=1+2"`), so a cell that could be one begins with an apostrophe, which makes it text everywhere. Phone numbers get
 * one too: `+86…` is a formula to a spreadsheet.
 */
export function csvCell(value: string): string {
  const text = cellText(value);
  const safe = formula.test(text) || control.test(value) ? `'${text}` : text;
  return `"${safe.replaceAll('"', '""')}"`;
}
