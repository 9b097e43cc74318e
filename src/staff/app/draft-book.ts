import type { PurposeId } from '../../protocol/purposes.ts';
import type { HotelAnswers } from '../notice/hotel-answers.ts';
import type { NoticeDraft } from '../notice/notice-draft.ts';
import type { PurposeAnswers } from '../notice/purpose-answers.ts';
import type { TemporaryAnswers } from '../notice/temporary-answers.ts';
import type { SettingsDraft } from '../settings/settings-draft.ts';
import type { Typed } from './typed.ts';

/** What outlives a session for who was signed in: what they typed and have neither saved nor thrown away, and what they have yet to hear. None of it is a guest's. */
export interface Drafts {
  readonly notice?: NoticeDraft | undefined;
  /** Forms of the notice that were left with something in them. */
  readonly hotelForm?: Typed<HotelAnswers> | undefined;
  readonly purposeForm?: (Typed<PurposeAnswers> & { readonly id: PurposeId }) | undefined;
  readonly temporaryForm?: Typed<TemporaryAnswers> | undefined;
  readonly settings?: SettingsDraft | undefined;
  /** A file of guests was being made when the session ended. */
  readonly exportCutOff?: true | undefined;
}

/** Whose draft it is: pseudonyms are a hotel's own. */
export interface Drafter {
  readonly property: string;
  readonly person: { readonly id: string };
}

/**
 * Drafts above the session: whoever comes back after a lock finds their own, and nobody else's. In memory only, so that they go with
 * the page.
 */
export class DraftBook {
  readonly #drafts = new Map<string, Drafts>();
  readonly #listeners = new Set<() => void>();

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  of(drafter: Drafter): Drafts {
    return this.#drafts.get(pageOf(drafter)) ?? {};
  }

  put(drafter: Drafter, part: Drafts): void {
    this.#drafts.set(pageOf(drafter), { ...this.of(drafter), ...part });
    for (const listener of this.#listeners) listener();
  }
}

function pageOf({ property, person }: Drafter): string {
  return `${property} ${person.id}`;
}
