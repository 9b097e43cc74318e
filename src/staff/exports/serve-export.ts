import * as z from 'zod/mini';
import { guestExportPageSchema } from '../../protocol/guest-export.ts';
import { Refusal } from '../../protocol/problems.ts';
import { problemOf } from '../api/call.ts';
import { csvFile } from './csv-file.ts';
import { exportLine, type Line, type LineParts } from './export-line.ts';
import type { ExportBeginning, FromExport, MadeExport, ToExport, WholeTable } from './export-messages.ts';
import type { TableFile } from './table-file.ts';
import { xlsxFile } from './xlsx-file.ts';

/** Guests whose envelopes are opened at once. */
const together = 25;

/** Each guest is read by itself, so that one the server garbled is one line and no whole page. */
const pageSchema = z.extend(guestExportPageSchema, { items: z.array(z.unknown()) });

/** Makes one file of the pages it is told, in their order, and gives what hears a message. After a refusal it takes in nothing more. */
export function serveExport(say: (message: FromExport) => void): (message: ToExport) => void {
  let making: Making | null = null;
  let written = 0;
  let turn: Promise<void> = Promise.resolve();
  const act = async (message: ToExport) => {
    if (message.kind === 'table') {
      say({ kind: 'made', made: madeOf(message.table) });
    } else if (message.kind === 'begin') {
      making = new Making(message.beginning);
    } else if (message.kind === 'page') {
      const { items, looked, next } = readPage(message.bytes);
      say({ kind: 'read', page: { looked, next } });
      await making?.take(items);
      written += looked;
      say({ kind: 'written', looked: written });
    } else if (making !== null) {
      say({ kind: 'made', made: making.end() });
    }
  };
  return (message) => {
    turn = turn.then(() => act(message));
    turn.catch((error: unknown) => say({ kind: 'refused', problem: problemOf(error) }));
  };
}

class Making {
  readonly #parts: LineParts;
  readonly #file: TableFile;
  #guests = 0;
  #broken = 0;

  constructor({ property, purpose, broken, format, header, sheet, keys }: ExportBeginning) {
    this.#parts = { property, purpose, broken, keys: new Map(keys) };
    this.#file = newFile({ format, header, sheet });
  }

  async take(items: readonly unknown[]): Promise<void> {
    const lines: Line[] = [];
    for (let from = 0; from < items.length; from += together) {
      const some = items.slice(from, from + together);
      lines.push(...(await Promise.all(some.map((item) => exportLine(this.#parts, item)))));
    }
    if (lines.length === 0) return;
    this.#file.add(lines.map(({ row }) => row));
    this.#guests += lines.length;
    this.#broken += lines.filter(({ broken }) => broken).length;
  }

  end() {
    return { file: this.#guests === 0 ? null : this.#file.end(), guests: this.#guests, broken: this.#broken };
  }
}

function newFile({ format, header, sheet }: Pick<WholeTable, 'format' | 'header' | 'sheet'>): TableFile {
  return format === 'csv' ? csvFile(header) : xlsxFile(header, sheet);
}

function madeOf(table: WholeTable): MadeExport {
  const file = newFile(table);
  file.add(table.rows);
  return { file: file.end(), guests: table.rows.length, broken: 0 };
}

/** Throws Refusal `unexpected_answer`. */
function readPage(bytes: ArrayBuffer): z.infer<typeof pageSchema> {
  try {
    return pageSchema.parse(JSON.parse(new TextDecoder().decode(bytes)));
  } catch {
    throw new Refusal('unexpected_answer', 'exportPage');
  }
}
