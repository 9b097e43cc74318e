import type { GuestRequest, RefusalReason, RequestStep } from '../../protocol/request.ts';
import type { Logged } from './logged.ts';

// Changes of the requests' queue. Read as those in `change.ts`.

/** A line of the requests' queue. Times in milliseconds. */
export interface NewRequest extends Pick<GuestRequest, 'id' | 'kind' | 'purpose' | 'origin' | 'due' | 'calendarKnown'> {
  readonly registration: string | null;
  readonly openedAt: number;
  readonly outcome: 'open' | 'done';
  readonly steps: readonly StoredStep[];
}

export interface StoredStep {
  readonly step: RequestStep | 'refused';
  readonly at: number;
  readonly by: string;
}

export interface OpenRequest extends Logged {
  readonly kind: 'open-request';
  readonly request: NewRequest;
}

/**
 * The next step of an open request. Refused `not_found`; `request_closed`; `conflict` where another step comes first. A request that
 * is `done` stays open for `certified` alone.
 */
export interface StepRequest extends Logged {
  readonly kind: 'step-request';
  readonly request: string;
  readonly step: StoredStep;
  /** With `found`. */
  readonly registration: string | null;
  /** With `refused`. */
  readonly reason: RefusalReason | null;
}
