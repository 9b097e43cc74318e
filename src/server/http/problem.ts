import { type Problem, type ProblemCode, problemCodes, problemStatus, Refusal } from '../../protocol/problems.ts';
import { StorageUnavailable } from '../store/store.ts';

/** Seconds to wait when the storage refuses. */
const storageRetry = 5;

/** An RFC 9457 document. */
export function problemOf(code: ProblemCode, detail?: string, retryAfter?: number): Problem {
  return {
    type: `urn:foyer:problem:${code}`,
    code,
    title: code.replaceAll('_', ' '),
    status: problemStatus[code],
    ...(detail === undefined ? {} : { detail }),
    ...(retryAfter === undefined ? {} : { retryAfter }),
  };
}

/** What a thrown thing is to the caller. An error nobody foresaw is `internal` and says nothing more. */
export function problemFrom(error: unknown): Problem {
  if (error instanceof Refusal) {
    const code = problemCodes.find((known) => known === error.code);
    if (code !== undefined) return problemOf(code, error.detail, error.retryAfter);
  }
  if (error instanceof StorageUnavailable) return problemOf('storage_unavailable', undefined, storageRetry);
  return problemOf('internal');
}
