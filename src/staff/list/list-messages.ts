import type { Change } from '../../protocol/api.ts';
import type { AnyProblem } from '../../protocol/problems.ts';
import type { DeskEntry } from '../desk/desk-entry.ts';
import type { ListChoice } from './list-choice.ts';
import type { ViewCounts } from './list-rows.ts';

/** Whose list it is, and the keys that open it. */
export interface ListBeginning {
  readonly property: string;
  /** The id of the hotel's card key today. */
  readonly card: string;
  readonly keys: readonly (readonly [string, CryptoKeyPair])[];
}

/** How far a device had read when it last kept something. */
export interface ListBegun {
  readonly cursor: number;
  /** The registration of the last change taken in. */
  readonly last: string | null;
  /** What was changed before this is still to be read; null where all has been. */
  readonly floor: number | null;
}

/** The part of the list that is on the screen, or near it. */
export interface ShownList {
  readonly choice: ListChoice;
  /** Rows the choice leaves. */
  readonly total: number;
  readonly counts: ViewCounts;
  /** The place of the first entry. */
  readonly from: number;
  readonly entries: readonly DeskEntry[];
  /** The place of the registration that was chosen when this was asked; null where none was, or it isn't among them. */
  readonly chosen: { readonly registration: string; readonly place: number } | null;
  /** Rows the list holds so far, and whether there are no others. */
  readonly held: number;
  readonly complete: boolean;
}

/** A registration's place in what is shown, -1 where it has none, or where this was asked before it was chosen. */
export function placeOf(registration: string | null, list: ShownList | null): number {
  return registration !== null && list?.chosen?.registration === registration ? list.chosen.place : -1;
}

/** Rows that are looked after wherever they are in the list. */
export interface Watched {
  readonly entries: readonly DeskEntry[];
  /** Those who come along with the chosen one. */
  readonly together: readonly DeskEntry[];
  /** Guests who have to be handed over to the police and are not among the entries, which there is an end to. */
  readonly leftToHandOver: number;
}

/** Somebody who came in while the desk was watching. */
export interface NewGuest {
  readonly registration: string;
  /** The name, or the code where there is none. */
  readonly name: string;
}

/** What a page or a change came to. */
export interface Taken {
  readonly cursor: number;
  readonly more: boolean;
  readonly top: number;
  readonly newGuests: readonly NewGuest[];
  /** Whose rows came, in order. */
  readonly registrations: readonly string[];
}

export type ToList =
  | { readonly kind: 'begin'; readonly beginning: ListBeginning }
  | { readonly kind: 'page'; readonly id: number; readonly bytes: ArrayBuffer; readonly way: 'newer' | 'older' }
  | { readonly kind: 'change'; readonly id: number; readonly change: Change }
  /** Nothing that was read counts as read any more. */
  | { readonly kind: 'anew' }
  /** What is held may be shown: the server has said what changed, or can't be asked. */
  | { readonly kind: 'settle' }
  | {
      readonly kind: 'show';
      readonly choice: ListChoice;
      readonly today: string;
      readonly from: number;
      readonly to: number;
    }
  | {
      readonly kind: 'watch';
      readonly registrations: readonly string[];
      readonly chosen: string | null;
      readonly register: boolean;
    }
  | { readonly kind: 'find'; readonly id: number; readonly typed: string; readonly limit: number }
  /** Asks for the row that is `by` rows from a registration's, or from a place. */
  | { readonly kind: 'beside'; readonly id: number; readonly from: string | number; readonly by: number };

export type FromList =
  | { readonly kind: 'begun'; readonly begun: ListBegun }
  | { readonly kind: 'taken'; readonly id: number; readonly taken: Taken }
  | { readonly kind: 'refused'; readonly id: number; readonly problem: AnyProblem }
  | { readonly kind: 'found'; readonly id: number; readonly entries: readonly DeskEntry[] }
  /** What the device kept can't be read: everything is to be read anew. */
  | { readonly kind: 'lost' }
  /** `entries` is null where they are the very ones that were shown last. */
  | {
      readonly kind: 'shown';
      readonly list: Omit<ShownList, 'entries'>;
      readonly entries: readonly DeskEntry[] | null;
    }
  | { readonly kind: 'watched'; readonly watched: Watched };

/** The list's own thread, seen from the desk. */
export interface ListThread {
  readonly post: (message: ToList, transfer?: Transferable[]) => void;
  /** Ends it, and with it every key and name it holds. */
  readonly end: () => void;
}

export type OpenListThread = (hear: (message: FromList) => void) => ListThread;
