import type { ExportPurpose } from '../../protocol/guest-export.ts';
import type { AnyProblem } from '../../protocol/problems.ts';
import type { Row } from './export-table.ts';

/** What leaves as which file, the words in it, and the keys that open it. */
export interface ExportBeginning {
  readonly property: string;
  readonly purpose: ExportPurpose;
  readonly format: 'xlsx' | 'csv';
  /** The workbook's one sheet. */
  readonly sheet: string;
  readonly header: Row;
  /** Marks a line that could not be read. */
  readonly broken: string;
  readonly keys: readonly (readonly [string, CryptoKeyPair])[];
}

/** How far the server has looked with a page, and where the next begins; null after the last. */
export interface PageRead {
  readonly looked: number;
  readonly next: number | null;
}

export interface MadeExport {
  /** Null where nobody's yes holds. */
  readonly file: Blob | null;
  readonly guests: number;
  /** Lines that are marked as not read. */
  readonly broken: number;
}

/** A table that is whole already, and is only written. */
export interface WholeTable {
  readonly format: ExportBeginning['format'];
  readonly sheet: string;
  readonly header: Row;
  readonly rows: readonly Row[];
}

export type ToExport =
  | { readonly kind: 'table'; readonly table: WholeTable }
  | { readonly kind: 'begin'; readonly beginning: ExportBeginning }
  | { readonly kind: 'page'; readonly bytes: ArrayBuffer }
  | { readonly kind: 'finish' };

/** A page is answered twice: `read` when it can be told what comes next, `written` when its guests are in the file. */
export type FromExport =
  | { readonly kind: 'read'; readonly page: PageRead }
  /** Registrations that were looked at so far. */
  | { readonly kind: 'written'; readonly looked: number }
  | { readonly kind: 'made'; readonly made: MadeExport }
  | { readonly kind: 'refused'; readonly problem: AnyProblem };

/** The thread that makes one file, seen from the page. */
export interface ExportThread {
  readonly post: (message: ToExport, transfer?: Transferable[]) => void;
  /** Ends it, and with it its keys and whatever of the file there is. */
  readonly end: () => void;
}

export type OpenExportThread = (hear: (message: FromExport) => void) => ExportThread;
