import type { GuestStatus } from '../../protocol/api.ts';
import { type AnyProblem, Refusal } from '../../protocol/problems.ts';
import type { ProvenReceipt } from '../../protocol/receipt.ts';
import type { News, Told } from '../registration/news.ts';
import type { SealedSubmission } from '../registration/compose-submission.ts';
import type { KeptWhere, Outbox } from './outbox.ts';
import { type OutboxEntry, sealedOf } from './outbox-entry.ts';
import type { Renewal } from './renewal.ts';
import type { Turn } from './turn.ts';

export type DeliveryState =
  | { readonly kind: 'sending' }
  /** Not through yet; tried again by itself. */
  | { readonly kind: 'waiting'; readonly problem: AnyProblem }
  /** The hotel's rules say what the guest hasn't been shown; sealed anew once they have been, and have answered. */
  | { readonly kind: 'asking'; readonly renewal: Renewal; readonly news: News }
  | { readonly kind: 'received'; readonly receipt: ProvenReceipt }
  /** Trying again by itself would not help. */
  | { readonly kind: 'refused'; readonly problem: AnyProblem }
  /** Nothing is sent: the guest, asked again, said no to all that was left, or had this phone forget it in another tab. */
  | { readonly kind: 'dropped'; readonly because: 'no' | 'forgotten' };

export interface Delivery {
  state(): DeliveryState;
  /** What is being delivered, as it stands. */
  entry(): OutboxEntry;
  /** Where it is kept; null while that isn't known yet. */
  kept(): KeptWhere | null;
  /** Calls back after every change; returns how to stop that. */
  subscribe(listener: () => void): () => void;
  /** Tries now: the connection is back, or the guest asked. */
  nudge(): void;
  /** What the guest says once they were told the news. */
  answer(told: Told): void;
  /** What the hotel says of it; null when it knows nothing of a registration it gave a receipt for. */
  told(status: GuestStatus | null): void;
  /** Never tries again. */
  stop(): void;
}

export interface DeliveryTools {
  readonly outbox: Outbox;
  readonly turn: Turn;
  /** Resolves only with a verified receipt. */
  readonly send: (entry: OutboxEntry, sealed: SealedSubmission) => Promise<ProvenReceipt>;
  readonly renew: {
    /** Today's rules, and what has to be told and asked because of them. */
    readonly start: (entry: OutboxEntry) => Promise<Renewal>;
    /** Sealed anew; null where nothing is left to seal. */
    readonly finish: (renewal: Renewal, told: Told | null) => Promise<OutboxEntry | null>;
  };
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

/** Refusals that newer rules cure: look at them again and seal anew. Nothing was stored. */
const outdated: ReadonlySet<AnyProblem> = new Set<AnyProblem>([
  'manifest_outdated',
  'unknown_key',
  'unknown_suite',
  'unsupported_schema',
]);

/** Deleted or run out at the hotel: final, and not to be sent again. */
const final: ReadonlySet<AnyProblem> = new Set<AnyProblem>(['gone', 'already_erased']);

/**
 * Brings one sealed registration to the hotel: again and again with growing pauses until a verified receipt is there, sealed anew where
 * the rules moved on, and once more should the hotel have lost it before the desk saw it. Sending the same text twice is safe, so an
 * answer lost on the way costs nothing.
 *
 * @param keptAlready where it is kept; null for what was just sealed
 */
export function startDelivery(first: OutboxEntry, keptAlready: KeptWhere | null, tools: DeliveryTools): Delivery {
  const { outbox, turn, send, renew, later } = tools;
  const listeners = new Set<() => void>();
  let entry = first;
  let kept = keptAlready;
  /** The last writing down; nothing that follows may overtake it. */
  let keeping: Promise<void> = Promise.resolve();
  let state: DeliveryState =
    first.receipt === null ? { kind: 'sending' } : { kind: 'received', receipt: first.receipt };
  let pause = firstPause;
  let cancelPause: (() => void) | null = null;
  let busy = false;
  let stopped = false;
  /** Just sealed: on no device yet, so that no other tab can know of it. */
  let fresh = keptAlready === null;

  function become(next: DeliveryState): void {
    state = next;
    for (const listener of listeners) listener();
  }

  function keep(next: OutboxEntry): Promise<void> {
    entry = next;
    async function put() {
      kept = await outbox.put(next);
      for (const listener of listeners) listener();
    }
    keeping = put();
    return keeping;
  }

  async function attempt(): Promise<void> {
    if (busy || stopped || state.kind === 'received' || state.kind === 'asking' || state.kind === 'dropped') return;
    busy = true;
    cancelPause?.();
    cancelPause = null;
    try {
      const outcome = await (fresh ? deliverFresh() : deliverInTurn());
      busy = false;
      if (outcome === 'taken') tryLater(firstPause);
      else if (outcome === 'forgotten') become({ kind: 'dropped', because: 'forgotten' });
    } catch (error) {
      const outcome = await afterFailure(error).catch(afterFailedRenewal);
      busy = false;
      settle(outcome);
    }
  }

  /** Shows how an attempt ended; whoever hears of it may ask for the next one at once. */
  function settle(outcome: DeliveryState & { readonly pause?: number }): void {
    if (outcome.kind === 'waiting') {
      tryLater(Math.max(pause, outcome.pause ?? 0));
      pause = Math.min(pause * 2, longestPause);
    } else if (outcome.kind === 'sending') tryLater(0);
    become(outcome);
  }

  /** What was just sealed goes out while it is written down. Its turn is taken on the way: nobody else could have taken it yet. */
  async function deliverFresh(): Promise<void> {
    fresh = false;
    const delivered = deliver('shown first');
    // Told below; it may fail while the turn is still being taken.
    delivered.catch(() => undefined);
    void keep(entry);
    await turn(entry.registration, () => delivered);
    await delivered;
  }

  async function deliverInTurn(): Promise<void | 'taken' | 'forgotten'> {
    await keeping;
    // What couldn't be kept is tried again: storage may have room by now.
    if (kept === 'page') await keep(entry);
    return turn(entry.registration, async () => {
      // Another tab may have brought it there, or sealed it anew, or been told to forget it.
      const known = await outbox.get(entry.registration);
      if (known === null) return 'forgotten';
      if (known !== 'unknown') entry = known;
      return deliver('written first');
    });
  }

  /** A page left once it says received has nothing more to send, where that was written first; who seals and watches is shown at once. */
  async function deliver(order: 'shown first' | 'written first'): Promise<void> {
    const sealed = sealedOf(entry);
    if (entry.receipt === null && sealed === null) throw new Refusal('internal', 'nothing to send');
    const sent = entry.receipt === null && sealed !== null ? await send(entry, sealed) : null;
    const receipt = entry.receipt ?? sent;
    if (receipt === null) return;
    const { registration } = entry;
    if (order === 'shown first') become({ kind: 'received', receipt });
    if (sent !== null) {
      entry = { ...entry, state: 'received', receipt };
      await keeping;
      await outbox.update(registration, { state: 'received', receipt });
    }
    if (order === 'written first') become({ kind: 'received', receipt });
  }

  async function afterFailure(error: unknown): Promise<DeliveryState & { readonly pause?: number }> {
    const problem = error instanceof Refusal ? error.code : 'unexpected_answer';
    if (outdated.has(problem)) {
      const renewal = await renew.start(entry);
      const { news } = renewal;
      return news === null ? sealAnew(renewal, null) : { kind: 'asking', renewal, news };
    }
    if (passing.has(problem)) {
      const asked = error instanceof Refusal && error.retryAfter !== undefined ? error.retryAfter * 1000 : 0;
      return { kind: 'waiting', problem, pause: asked };
    }
    if (final.has(problem)) {
      await keeping;
      await outbox.remove(entry.registration);
    }
    return { kind: 'refused', problem };
  }

  /** Without a connection it waits; rules that moved on once more are no reason to go round in circles. */
  function afterFailedRenewal(error: unknown): DeliveryState {
    const problem = error instanceof Refusal ? error.code : 'internal';
    return { kind: passing.has(problem) ? 'waiting' : 'refused', problem };
  }

  async function sealAnew(renewal: Renewal, said: Told | null): Promise<DeliveryState> {
    const next = await renew.finish(renewal, said);
    if (next === null) {
      await outbox.remove(entry.registration);
      return { kind: 'dropped', because: 'no' };
    }
    await keep(next);
    return { kind: 'sending' };
  }

  function tryLater(milliseconds: number): void {
    if (!stopped) cancelPause = later(milliseconds, () => void attempt());
  }

  async function answer(said: Told): Promise<void> {
    if (state.kind !== 'asking' || busy) return;
    busy = true;
    const { renewal } = state;
    become({ kind: 'sending' });
    const outcome = await sealAnew(renewal, said).catch(afterFailedRenewal);
    busy = false;
    settle(outcome);
  }

  async function told(status: GuestStatus | null): Promise<void> {
    const { registration } = entry;
    await keeping;
    if (status === null) {
      // A hotel that lost what it gave a receipt for, from an older backup, gets the same bytes again.
      if (entry.receipt === null || entry.body === null) return;
      entry = { ...entry, state: 'waiting', receipt: null };
      become({ kind: 'sending' });
      await outbox.update(registration, { state: 'waiting', receipt: null });
      nudge();
    } else if (status.state === 'seen' || status.state === 'arrived') {
      if (entry.state === 'seen') return;
      entry = { ...entry, state: 'seen', body: null };
      await outbox.update(registration, { state: 'seen', body: null });
    } else if (status.state !== 'received') await outbox.remove(registration);
  }

  function nudge(): void {
    pause = firstPause;
    void attempt();
  }

  void attempt();
  return {
    state: () => state,
    entry: () => entry,
    kept: () => kept,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    nudge,
    answer: (said) => void answer(said),
    told: (status) => void told(status),
    stop: () => {
      stopped = true;
      cancelPause?.();
    },
  };
}
