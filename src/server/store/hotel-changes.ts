import type { HandOverWay } from '../../protocol/hand-over.ts';
import type { Envelope } from '../../protocol/envelope.ts';
import type { HotelSettings } from '../../protocol/hotel-settings.ts';
import type { Logged } from './change.ts';

// Changes the hotel makes to what is its own: the stay it notes, and how it works. Read as those in `change.ts`.

/**
 * Says when a guest leaves, or that they have left. `unchanged` where it stands so already; refused `conflict` before the guest has
 * arrived, `gone` where the registration has expired or was erased, `not_found` where it is unknown.
 */
export interface SetStay extends Logged {
  readonly kind: 'set-stay';
  readonly registration: string;
  readonly checkOut: string;
  readonly departed: boolean;
}

/**
 * Puts a new note of the desk in the place of the one that is destroyed. `unchanged` where this very note and day are there; refused
 * `conflict` where the note or the day is another than was corrected, or before the guest has arrived, `gone` where the registration
 * has expired or was erased, `not_found` where it is unknown.
 */
export interface CorrectStay extends Logged {
  readonly kind: 'correct-stay';
  readonly registration: string;
  readonly checkOut: string;
  readonly desk: Envelope;
  /** SHA-256 of the note's ciphertext as text. */
  readonly expected: { readonly desk: string; readonly checkOut: string };
}

/** Refused `conflict` where they have been saved since `revision`. */
export interface SaveSettings extends Logged {
  readonly kind: 'save-settings';
  readonly settings: HotelSettings;
  readonly revision: number;
}

/**
 * Says that what the law asks of a guest was handed over to the police, or with `way` null that it wasn't after all. `unchanged` where it
 * stands so already and nothing the guest said has changed since; refused as `SetStay`.
 */
export interface HandOver extends Logged {
  readonly kind: 'hand-over';
  readonly registration: string;
  readonly actor: string;
  readonly way: HandOverWay | null;
}
