import { type AnyProblem, Refusal } from '../../protocol/problems.ts';

/** A change or deletion ready to go. */
export interface PreparedAct {
  /** Sends the exact text, so that sending it again is the same act. Resolves only with a receipt that verifies and names exactly this. */
  readonly send: () => Promise<unknown>;
}

export interface RegistrationActs<Opened> {
  /**
   * Prepares and sends one act, after every earlier one. `prepare` returns null where nothing is left to do. `key` names the act: an
   * act without an answer, tried again under the same key, goes out as the same bytes. Rejects with Refusal where it didn't come about,
   * or where that isn't known yet (`isPassing`).
   */
  perform(key: string, prepare: (opened: Opened) => Promise<PreparedAct | null>): Promise<void>;
}

export interface ActTools<Opened> {
  /** How things stand, looked up anew. */
  readonly reopen: () => Promise<Opened>;
  /** How things stand as far as is known. */
  readonly current: () => Opened;
}

/** Problems that go away by themselves; whether the act came about isn't known. */
const passing: ReadonlySet<AnyProblem> = new Set<AnyProblem>([
  'offline',
  'unexpected_answer',
  'internal',
  'storage_unavailable',
  'too_many_attempts',
]);

/** Whether trying again later, as the same act, can help. */
export function isPassing(problem: AnyProblem): boolean {
  return passing.has(problem);
}

/** One act at a time: each rests on the one before, by number and hash. */
export function startActs<Opened>({ reopen, current }: ActTools<Opened>): RegistrationActs<Opened> {
  let tail: Promise<unknown> = Promise.resolve();
  let unanswered: { readonly key: string; readonly act: PreparedAct } | null = null;
  let stale = false;

  async function send(key: string, act: PreparedAct): Promise<void> {
    unanswered = { key, act };
    try {
      await act.send();
    } catch (error) {
      if (!(error instanceof Refusal) || !passing.has(error.code)) {
        unanswered = null;
        stale = true;
      }
      throw error;
    }
    unanswered = null;
    stale = true;
  }

  async function refresh(): Promise<void> {
    await reopen();
    stale = false;
  }

  async function settleEarlier(key: string): Promise<boolean> {
    if (unanswered === null) return false;
    const { key: earlier, act } = unanswered;
    try {
      await send(earlier, act);
    } catch (error) {
      // An earlier act that was refused after all concerns its own card, not this one.
      if (earlier === key || (error instanceof Refusal && passing.has(error.code))) throw error;
    }
    return earlier === key;
  }

  async function run(key: string, prepare: (opened: Opened) => Promise<PreparedAct | null>): Promise<void> {
    try {
      if (await settleEarlier(key)) return;
      if (stale) await refresh();
      const act = await prepare(current());
      if (act !== null) await send(key, act);
    } finally {
      // Done or refused, the page then shows how things stand; without a connection the next act looks first.
      if (stale) await refresh().catch(() => undefined);
    }
  }

  return {
    perform: (key, prepare) => {
      const turn = tail.then(() => run(key, prepare));
      tail = turn.catch(() => undefined);
      return turn;
    },
  };
}
