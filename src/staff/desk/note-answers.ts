import { amountText, parseAmountSpent } from '../../pii/amount-spent.ts';
import type { DeskPayload } from '../../pii/payloads.ts';

/** What the hotel notes of a stay, as it stands in a form. */
export interface NoteAnswers {
  /** Whether the document was looked at; only an arrival asks. */
  readonly checked: boolean;
  /** Whether they are from abroad: whether the 24 hours run. */
  readonly abroad: boolean;
  readonly room: string;
  readonly roomType: string;
  /** In yuan, as typed. */
  readonly amountSpent: string;
  readonly remarks: string;
  readonly ownNumber: string;
  /** Planned check-out, `YYYY-MM-DD`. */
  readonly checkOut: string;
}

/** A note and its day as a form starts with them; empty before the arrival. */
export function noteAnswers(desk: DeskPayload | null, checkOut: string): NoteAnswers {
  return {
    checked: false,
    abroad: desk?.abroad ?? false,
    room: desk?.room ?? '',
    roomType: desk?.roomType ?? '',
    amountSpent: amountText(desk?.amountSpent ?? null),
    remarks: desk?.remarks ?? '',
    ownNumber: desk?.ownNumber ?? '',
    checkOut,
  };
}

/** What is sealed of a form that was found right. */
export function notedIn({ room, roomType, amountSpent, remarks, ownNumber, checkOut }: NoteAnswers) {
  return { room, roomType, remarks, ownNumber, checkOut, amountSpent: parseAmountSpent(amountSpent) ?? null };
}
