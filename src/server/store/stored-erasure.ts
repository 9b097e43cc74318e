import type { PurposeId } from '../../protocol/purposes.ts';
import type { DeletedClass } from '../../protocol/receipt.ts';

/** A line of the erasure ledger. */
export interface NewErasure {
  readonly id: string;
  readonly classes: readonly DeletedClass[];
  /** Because its term was over, not because somebody asked. */
  readonly byTerm?: true;
  /** SHA-256 of the ciphertext as text of the desk's note that was replaced; the line means that one note and nothing else. */
  readonly note?: string | undefined;
}

export interface SealedOff {
  readonly purpose: PurposeId;
  /** The day it is erased; null while no term is known. */
  readonly until: string | null;
}

/** `version`: of the notice it was told on, where the row still says so. */
export interface KeptSealedOff extends SealedOff {
  readonly version?: number | undefined;
}

export interface StoredErasure extends NewErasure {
  readonly registration: string;
  /** Envelopes sealed under an event of a lower number are meant. */
  readonly through: number;
  readonly at: number;
}

/** A line of the ledger file that the database lacks. `unchanged` where there is nothing to destroy; it counts as known from then on. */
export interface LostErasure extends StoredErasure {
  readonly ended: boolean;
  /** It ended because its guest never came. */
  readonly expired?: true | undefined;
  readonly held: readonly PurposeId[];
  readonly sealedOff: readonly SealedOff[];
}
