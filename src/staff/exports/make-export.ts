import type { ExportPurpose } from '../../protocol/guest-export.ts';
import type { OpeningReason } from '../../protocol/roles.ts';
import type { ExportsMessages } from '../../ui/messages/en/exports.ts';
import type { Session } from '../session/sign-in.ts';
import type { Timers } from '../session/timers.ts';
import { csvFile } from './csv-file.ts';
import { exportGuests, type ExportOptions } from './export-guests.ts';
import { columnsOf } from './export-table.ts';
import { xlsxFile } from './xlsx-file.ts';

export interface ExportOrder {
  readonly purpose: ExportPurpose;
  readonly reason: OpeningReason;
  readonly format: 'xlsx' | 'csv';
}

export interface MadeExport {
  /** Null where nobody's yes holds. */
  readonly file: Blob | null;
  readonly guests: number;
  /** Lines that are marked as not read. */
  readonly broken: number;
}

/** How far it is: of how many registrations, or writing the file. */
export type ExportStep = { readonly done: number; readonly total: number } | 'writing';

export interface MakeExportOptions extends Pick<ExportOptions, 'prove' | 'signal'> {
  readonly words: ExportsMessages;
  /** The purpose's own title. */
  readonly sheet: string;
  readonly timers: Pick<Timers, 'after'>;
  readonly onStep: (step: ExportStep) => void;
}

/** Fetches, opens and writes one export. Throws Refusal, and rejects when `signal` aborts. */
export async function makeExport(
  session: Pick<Session, 'api' | 'keyring' | 'property'>,
  order: ExportOrder,
  { words, sheet, timers, prove, signal, onStep }: MakeExportOptions,
): Promise<MadeExport> {
  const pause = () => new Promise<void>((resolve) => void timers.after(0, resolve));
  const rows = await exportGuests(session, order, {
    words: { broken: words.brokenLine },
    onProgress: (done, total) => onStep({ done, total }),
    prove,
    pause,
    signal,
  });
  const broken = rows.filter((row) => row.at(-1) !== '').length;
  if (rows.length === 0) return { file: null, guests: 0, broken };
  onStep('writing');
  const table = { header: columnsOf[order.purpose].map((column) => words.columns[column]), rows };
  const file = await (order.format === 'csv'
    ? csvFile(table, { pause, signal })
    : xlsxFile(table, sheet, { pause, signal }));
  return { file, guests: rows.length, broken };
}
