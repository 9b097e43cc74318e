import type { PurposeId } from '../protocol/purposes.ts';
import type { GuestDetails } from './details.ts';
import type { FieldReason } from './field-reason.ts';
import type { FieldPath, RawDetails } from './raw-details.ts';

/** What the details are for, and when they are checked. */
export interface DetailsContext {
  /** Consent purposes the guest said yes to. */
  readonly purposesChosen: readonly PurposeId[];
  /** The law's purposes filled in on the phone: `identity` when entered here, `minors` when a child is in the party. */
  readonly statutoryHere: readonly PurposeId[];
  /** The calendar date in China, `YYYY-MM-DD`. */
  readonly today: string;
}

/** Either everything, normalised, or one reason for each field that can't be taken, in the order of the form. */
export type DetailsCheck =
  | { readonly ok: true; readonly details: GuestDetails }
  | { readonly ok: false; readonly reasons: ReadonlyMap<FieldPath, FieldReason> };

/**
 * Checks a whole form. Keeps only what the purposes need: a phone number typed for a purpose that was then declined is
 * not in the result and not checked. Never rejects, whatever was typed.
 */
export async function checkDetails(raw: RawDetails, context: DetailsContext): Promise<DetailsCheck> {
  void raw;
  void context;
  return { ok: false, reasons: new Map([['form', 'missing']]) };
}
