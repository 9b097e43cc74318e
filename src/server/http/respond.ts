import type { Problem } from '../../protocol/problems.ts';
import type { Headers } from './security-headers.ts';

export interface Answer {
  readonly status: number;
  readonly headers?: Headers;
  readonly body: string | Uint8Array<ArrayBuffer> | ReadableStream<Uint8Array<ArrayBuffer>> | null;
}

/** Makes responses, each with the security headers it was given. Plain objects all the way: Node's fastest path. */
export function respond(base: Headers, { status, headers, body }: Answer): Response {
  return new Response(body, { status, headers: { ...base, ...headers } });
}

const noStore = { 'cache-control': 'no-store' } as const;

export function jsonAnswer(value: unknown, status = 200): Answer {
  return jsonTextAnswer(JSON.stringify(value), status);
}

/** JSON that is text already. */
export function jsonTextAnswer(body: string, status = 200): Answer {
  return { status, headers: { ...noStore, 'content-type': 'application/json' }, body };
}

export const emptyAnswer: Answer = { status: 204, headers: noStore, body: null };

export function textAnswer(body: string, type: string, status = 200): Answer {
  return { status, headers: { ...noStore, 'content-type': type }, body };
}

export function problemAnswer(problem: Problem, more: Headers = {}): Answer {
  const headers: Record<string, string> = { ...noStore, ...more, 'content-type': 'application/problem+json' };
  if (problem.retryAfter !== undefined) headers['retry-after'] = String(problem.retryAfter);
  if (problem.status === 401) headers['www-authenticate'] = 'Bearer';
  return { status: problem.status, headers, body: JSON.stringify(problem) };
}
