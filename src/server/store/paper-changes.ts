import type { PaperPlace, PaperWay } from '../../protocol/paper-record.ts';
import type { PurposeId, Retention } from '../../protocol/purposes.ts';
import type { Logged } from './logged.ts';

// Changes of the register of paper. Read as those in `change.ts`.

/** Takes the next number. Unchanged where the record is there already, refused `conflict` where it is another hotel's. */
export interface RecordPaper extends Logged {
  readonly kind: 'record-paper';
  readonly record: string;
  readonly actor: string;
  readonly checkOut: string;
  readonly departed: boolean;
  readonly place: PaperPlace;
  readonly parts: readonly { readonly purpose: PurposeId; readonly retention: Retention }[];
}

/** Moves the day a sheet's terms count from. Refused `not_found`, and `gone` where the whole sheet is. */
export interface MovePaper extends Logged {
  readonly kind: 'move-paper';
  readonly record: string;
  readonly checkOut: string;
  readonly departed: boolean;
}

/** Refused `not_found`, and `conflict` where not all of `purposes` are still there. `further`: one entry for each of the other uses. */
export interface DestroyPaper extends Logged {
  readonly kind: 'destroy-paper';
  readonly record: string;
  readonly actor: string;
  readonly how: PaperWay;
  readonly purposes: readonly PurposeId[];
  readonly further: readonly string[];
}
