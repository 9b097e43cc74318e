/**
 * Text as a spreadsheet's cell can hold it: no character XML 1.0 (§2.2) knows no spelling for, no half of a surrogate pair, and no line
 * breaks or tabs, which some spreadsheets take for the end of a cell or a line.
 */
export function cellText(text: string): string {
  return text.replaceAll(/[\t\n\r\u0085\u2028\u2029]+/gu, ' ').replaceAll(/[\p{Cc}\p{Cs}\uFFFE\uFFFF]/gu, '\uFFFD');
}
