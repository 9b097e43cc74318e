import { type AnyProblem, Refusal } from '../../protocol/problems.ts';
import type { ProvenReceipt } from '../../protocol/receipt.ts';
import type { SealedSubmission } from './compose-submission.ts';
import type { Outbox } from './outbox.ts';

export type DeliveryState =
  | { readonly kind: 'sending' }
  /** Not through yet; tried again by itself. */
  | { readonly kind: 'waiting'; readonly problem: AnyProblem }
  | { readonly kind: 'received'; readonly receipt: ProvenReceipt }
  /** Trying again by itself would not help. */
  | { readonly kind: 'refused'; readonly problem: AnyProblem };

export interface Delivery {
  state(): DeliveryState;
  /** Calls back after every change; returns how to stop that. */
  subscribe(listener: () => void): () => void;
  /** Tries now: the connection is back, or the guest asked. */
  nudge(): void;
  /** Never tries again. */
  stop(): void;
}

export interface DeliveryTools {
  readonly outbox: Outbox;
  /** Resolves only with a verified receipt. */
  readonly send: (sealed: SealedSubmission) => Promise<ProvenReceipt>;
  /** Calls back after so many milliseconds; returns how to call it off. */
  readonly later: (milliseconds: number, callback: () => void) => () => void;
}

const firstPause = 1000;
const longestPause = 60_000;

/** What may go away by itself. Anything else is an answer. */
const passing: ReadonlySet<AnyProblem> = new Set<AnyProblem>([
  'offline',
  'unexpected_answer',
  'internal',
  'storage_unavailable',
  'too_many_attempts',
]);

/**
 * Brings one sealed submission to the hotel: again and again with growing pauses until a verified receipt is there. Sending the
 * same text twice is safe, so an answer lost on the way costs nothing.
 */
export function startDelivery(sealed: SealedSubmission, { outbox, send, later }: DeliveryTools): Delivery {
  const listeners = new Set<() => void>();
  let state: DeliveryState = { kind: 'sending' };
  let pause = firstPause;
  let cancelPause: (() => void) | null = null;
  let busy = false;
  let stopped = false;

  function become(next: DeliveryState): void {
    state = next;
    for (const listener of listeners) listener();
  }

  async function attempt(): Promise<void> {
    if (busy || stopped || state.kind === 'received') return;
    busy = true;
    cancelPause?.();
    cancelPause = null;
    try {
      const receipt = await send(sealed);
      stopped = true;
      become({ kind: 'received', receipt });
      await outbox.remove(sealed.registration);
    } catch (error) {
      fail(error);
    } finally {
      busy = false;
    }
  }

  function fail(error: unknown): void {
    const problem = error instanceof Refusal ? error.code : 'unexpected_answer';
    if (!passing.has(problem)) {
      become({ kind: 'refused', problem });
      return;
    }
    const asked = error instanceof Refusal && error.retryAfter !== undefined ? error.retryAfter * 1000 : 0;
    if (!stopped) cancelPause = later(Math.max(pause, asked), () => void attempt());
    pause = Math.min(pause * 2, longestPause);
    become({ kind: 'waiting', problem });
  }

  void outbox.put(sealed).then(attempt, attempt);
  return {
    state: () => state,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    nudge: () => {
      pause = firstPause;
      void attempt();
    },
    stop: () => {
      stopped = true;
      cancelPause?.();
    },
  };
}
