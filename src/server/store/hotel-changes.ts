import type { Envelope } from '../../protocol/envelope.ts';
import type { HandOverWay } from '../../protocol/hand-over.ts';
import type { HotelSettings } from '../../protocol/hotel-settings.ts';
import type { Language } from '../../protocol/languages.ts';
import type { AnchorWay } from '../../protocol/log-anchor.ts';
import type { PropertyProfile } from '../../protocol/property-profile.ts';
import type { Grant, NewPerson } from '../../protocol/staff.ts';
import type { StoredReceiptKey } from './hotel-store.ts';
import type { NewErasure } from './stored-erasure.ts';
import type { Logged } from './logged.ts';

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
 * has expired or was erased, `not_found` where it is unknown, `unknown_key` as `Arrive`.
 */
export interface CorrectStay extends Logged {
  readonly kind: 'correct-stay';
  readonly registration: string;
  readonly manifestSequence: number;
  readonly checkOut: string;
  readonly desk: Envelope;
  /** SHA-256 of the note's ciphertext as text; null where there is none: it went with an older copy of the data. */
  readonly expected: { readonly desk: string | null; readonly checkOut: string };
  /** The ledger's line where a note is replaced. */
  readonly erasure: Pick<NewErasure, 'id'>;
}

/** Refused `conflict` where they have been saved since `revision`. */
export interface SaveSettings extends Logged {
  readonly kind: 'save-settings';
  readonly settings: HotelSettings;
  readonly revision: number;
}

/**
 * Says that what the law asks of a guest was handed over to the police, or with `way` null that it wasn't after all. `unchanged` where it
 * stands so already and nothing the guest said has changed since; refused as `SetStay`, and `conflict` where `consentNumber` is yet to come.
 */
export interface HandOver extends Logged {
  readonly kind: 'hand-over';
  readonly registration: string;
  readonly actor: string;
  readonly way: HandOverWay | null;
  /** The newest consent event of what was handed over; null for the newest there is. */
  readonly consentNumber: number | null;
  /** An entry more, where children's details went as well. */
  readonly minorsEntry?: string;
}

/** Refused `setup_done` where any property exists. Logs `entry` for the manifest and `ownerEntry` for the owner. */
export interface CreateProperty extends Logged {
  readonly kind: 'create-property';
  readonly profile: PropertyProfile;
  readonly receiptKey: StoredReceiptKey;
  readonly publication: NewPublication;
  readonly owner: NewPerson;
  readonly ownerEntry: string;
}

export interface NewPublication {
  readonly sequence: number;
  readonly hash: string;
  readonly jws: string;
  readonly notices: Readonly<Partial<Record<Language, { readonly hash: string; readonly text: string }>>>;
}

/**
 * Refused `conflict` where the current sequence is not one less, or a grant is for somebody who is shut out. A key a person was granted
 * before stays as it was granted.
 */
export interface Publish extends Logged {
  readonly kind: 'publish';
  readonly profile: PropertyProfile;
  readonly publication: NewPublication;
  readonly grants: readonly { readonly person: string; readonly grant: Grant }[];
  /** Whether it names a sealing key no recovery sheet can hold yet: the sheet there is counts as not proven from then on. */
  readonly newKeys: boolean;
}

/** Refused `not_found` where no checkpoint of that size was signed. */
export interface KeepAnchor extends Logged {
  readonly kind: 'keep-anchor';
  readonly size: number;
  readonly actor: string;
  readonly way: AnchorWay;
}
