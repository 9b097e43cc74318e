import type { PaperPlace, PaperWay } from '../../protocol/paper-record.ts';
import type { PurposeId } from '../../protocol/purposes.ts';
import type { Retention } from '../../protocol/purposes.ts';

/** A sheet of paper, without anything that names its guest. */
export interface StoredPaper {
  readonly record: string;
  readonly number: number;
  readonly at: number;
  readonly actor: string;
  readonly checkOut: string;
  readonly departed: boolean;
  readonly place: PaperPlace;
  readonly parts: readonly {
    readonly purpose: PurposeId;
    /** As it was when the guest wrote it. */
    readonly retention: Retention;
    readonly destroyed: { readonly at: number; readonly by: string; readonly how: PaperWay } | null;
  }[];
}

/** A line of the register that can't be read. */
export interface UnreadablePaper {
  readonly record: string;
  readonly number: number;
  readonly unreadable: true;
}
