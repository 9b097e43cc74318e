// What must be true of every answer, whatever was asked.

import { type ProblemCode, problemSchema, problemStatus } from '../../../src/protocol/problems.ts';

export interface RawAnswer {
  readonly status: number;
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string | readonly string[] | undefined>>;
  readonly body: string;
}

export interface JudgedAnswer {
  /** Sentences; empty where all is well. */
  readonly faults: readonly string[];
  readonly code: ProblemCode | null;
}

/** The security headers are there; nothing is a server's fault; a refusal is a problem document of the closed list. */
export function judgeAnswer({ status, headers, body }: RawAnswer): JudgedAnswer {
  const faults = headerFaults(headers);
  if (status >= 500 || status < 200) faults.push(`status ${status}: ${body.slice(0, 200)}`);
  if (status < 400) return { faults, code: null };
  if (headers['content-type'] !== 'application/problem+json')
    faults.push(`refused as ${String(headers['content-type'])}`);
  const problem = problemSchema.safeParse(parse(body));
  if (!problem.success) return { faults: [...faults, `refused with ${body.slice(0, 200)}`], code: null };
  const { code, type, status: said } = problem.data;
  if (problemStatus[code] !== status || said !== status) faults.push(`${code} came as ${status} and says ${said}`);
  if (type !== `urn:foyer:problem:${code}`) faults.push(`${code} has the type ${type}`);
  return { faults, code };
}

/** What is missing of the headers every response carries. */
export function headerFaults(headers: RawAnswer['headers']): string[] {
  const faults: string[] = [];
  const policy = String(headers['content-security-policy'] ?? '');
  for (const part of [
    "default-src 'none'",
    "require-trusted-types-for 'script'",
    "frame-ancestors 'none'",
    "base-uri 'none'",
  ]) {
    if (!policy.includes(part)) faults.push(`the policy lacks ${part}: ${policy}`);
  }
  if (/unsafe-inline|(?<!wasm-)unsafe-eval|https?:|\*/.test(policy)) faults.push(`the policy is too wide: ${policy}`);
  const wanted = { 'x-content-type-options': 'nosniff', 'referrer-policy': 'no-referrer', 'cache-control': 'no-store' };
  for (const [name, value] of Object.entries(wanted)) {
    if (headers[name] !== value) faults.push(`${name} is ${String(headers[name])}`);
  }
  for (const name of ['x-powered-by', 'server', 'set-cookie', 'access-control-allow-origin']) {
    if (headers[name] !== undefined) faults.push(`${name} is sent`);
  }
  return faults;
}

function parse(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    return null;
  }
}
