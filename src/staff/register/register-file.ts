import { type RegisterFileFormat, registerHeads, type RegisterOrder } from '../../protocol/register-orders.ts';
import { fileColumns, fileValues, type RegisterPerson } from '../../pii/register-lines.ts';
import type { OpenExportThread } from '../exports/export-messages.ts';
import type { Row } from '../exports/export-table.ts';
import { writeTable } from '../exports/write-table.ts';

export const registerExtensions: Readonly<Record<RegisterFileFormat, string>> = {
  xlsx: 'xlsx',
  csv: 'csv',
  text: 'txt',
};

interface RegisterFileParts {
  readonly order: RegisterOrder;
  readonly format: RegisterFileFormat;
  readonly people: readonly Pick<RegisterPerson, 'lines'>[];
  /** Whether the local rule asks for visa and entry. */
  readonly asksEntry: boolean;
  /** The workbook's one sheet. */
  readonly sheet: string;
}

/** The file for the police's system, one guest a line in the local order. Throws Refusal. */
export async function registerFile(openThread: OpenExportThread, parts: RegisterFileParts): Promise<Blob> {
  const { order, format, people, asksEntry, sheet } = parts;
  const columns = fileColumns(order, asksEntry);
  const rows = people.map(({ lines }) => fileValues(columns, lines));
  if (format === 'text') return new Blob([rows.map(barredLine).join('')], { type: 'text/plain;charset=utf-8' });
  return writeTable(openThread, { format, sheet, header: columns.map((column) => registerHeads[column]), rows });
}

function barredLine(row: Row): string {
  return `${row.map((value) => value.replaceAll(/[\p{Cc}\p{Zl}\p{Zp}|]+/gu, ' ')).join('|')}\r\n`;
}
