import type { GuestDetails } from '../../pii/details.ts';
import type { GuestAccess, GuestStatus } from '../../protocol/api.ts';
import type { ConsentEvent } from '../../protocol/consent-event.ts';
import type { StandingDecision } from '../../protocol/consent-state.ts';
import type { Language } from '../../protocol/languages.ts';
import type { Notice } from '../../protocol/notice.ts';
import type { PurposeId } from '../../protocol/purposes.ts';
import type { GuestRequest } from '../../protocol/request.ts';
import type { Channel } from '../../protocol/submission.ts';
import type { ProvenReceipt, Receipt } from '../../protocol/receipt.ts';
import type { CheckedPublished } from '../registration/check-published.ts';

/** How one use of a guest's details stands. `refused` and `not-asked` are the guest's own; the rest is the server's word. */
export type Standing = 'held' | 'refused' | 'withdrawn' | 'expired' | 'erased' | 'sealed-off' | 'not-asked';

export interface PurposeStanding {
  readonly id: PurposeId;
  readonly standing: Standing;
  /** Day it is erased by itself, where that is known. */
  readonly until: string | null;
  /** Whether that day is counted from a planned departure: the guest isn't known to have left. */
  readonly planned: boolean;
  /** Day it was erased, where that is known. */
  readonly went: string | null;
  /** Why a law still holds it, and the article; null otherwise. */
  readonly ground: string | null;
}

/** A receipt with what it says; `verified` only where every step held on this phone. */
export interface OwnReceipt {
  readonly proven: ProvenReceipt;
  readonly receipt: Receipt;
  readonly verified: boolean;
}

/** The notice a guest agreed to: the exact text whose hash is in the receipt. */
export interface AgreedNotice {
  readonly text: string;
  readonly notice: Notice;
  readonly language: Language;
  readonly version: number;
  readonly hash: string;
  readonly agreedAt: string;
}

/** Everything a guest's secret opens, checked on this phone. */
export interface MyRegistration {
  readonly registration: string;
  readonly property: string;
  readonly status: GuestStatus;
  readonly access: GuestAccess;
  /** Of the root key every receipt leads up to. */
  readonly fingerprint: string;
  /** How the guest came by the root; `typed` where it was compared with no poster, or nobody knows any more. */
  readonly channel: Channel;
  /** What the guest told; null once their own copy was deleted. */
  readonly details: GuestDetails | null;
  readonly standings: readonly PurposeStanding[];
  /** Oldest first, at least one. */
  readonly receipts: readonly OwnReceipt[];
  /** Oldest first, at least one. */
  readonly events: readonly ConsentEvent[];
  /** What the events add up to. */
  readonly decisions: ReadonlyMap<PurposeId, StandingDecision>;
  /** Every notice something was said yes to or filled in on, oldest first. */
  readonly agreed: readonly AgreedNotice[];
  readonly requests: readonly GuestRequest[];
  /** Today's rules in the reader's language; null where they couldn't be fetched or don't hold. */
  readonly today: CheckedPublished | null;
}
