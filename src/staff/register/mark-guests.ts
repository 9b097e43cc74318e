import type { AnyProblem } from '../../protocol/problems.ts';
import { problemOf } from '../api/call.ts';
import type { Session } from '../session/sign-in.ts';
import type { MarkedGuest } from './made-file.ts';

export interface MarkedGuests {
  /** Who still waits: refused, or not asked for any more. */
  readonly left: MarkedGuest[];
  readonly problem: AnyProblem | null;
}

/** What the next guest would hear as well. */
const forAll: ReadonlySet<AnyProblem> = new Set<AnyProblem>(['offline', 'session_ended', 'storage_unavailable']);

/**
 * Marks the guests of a file as handed over, one after the other. One who is gone by now keeps nobody else from being marked; where the
 * line is down, or the session over, the rest isn't tried: each would take as long again to fail.
 */
export async function markGuests(
  api: Pick<Session['api'], 'handOver'>,
  whole: readonly MarkedGuest[],
): Promise<MarkedGuests> {
  const left: MarkedGuest[] = [];
  let first: AnyProblem | null = null;
  for (const [at, guest] of whole.entries()) {
    try {
      await api.handOver(guest.registration, 'file', guest.consentNumber);
    } catch (error) {
      const problem = problemOf(error);
      if (forAll.has(problem)) return { left: [...left, ...whole.slice(at)], problem };
      left.push(guest);
      first ??= problem;
    }
  }
  return { left, problem: first };
}
