/**
 * Where the server writes lines about itself: JSON, one a line. Never a body, an address or an error's message, nor an id but that of a
 * registration whose record is damaged: whoever runs the server has to find it.
 */
export interface ServerLog {
  readonly request: (method: string, route: string, status: number, milliseconds: number) => void;
  readonly error: (where: string, error: unknown) => void;
  /** Something somebody should look at; `facts` are the server's own words. */
  readonly warn: (where: string, facts: Readonly<Record<string, string>>) => void;
  readonly flush: () => void;
}

/** Collects request lines and writes them together, so that a busy server isn't slowed by its log. */
export function serverLog(write: (text: string) => void, now: () => number): ServerLog {
  let lines: string[] = [];
  let timer: NodeJS.Timeout | null = null;
  const flush = () => {
    if (timer !== null) clearTimeout(timer);
    timer = null;
    if (lines.length > 0) write(lines.join(''));
    lines = [];
  };
  const add = (line: Readonly<Record<string, unknown>>) => {
    lines.push(`${JSON.stringify({ time: new Date(now()).toISOString(), ...line })}\n`);
    timer ??= setTimeout(flush, 200).unref();
  };
  return {
    request: (method, route, status, milliseconds) =>
      add({ method, route, status, ms: Math.round(milliseconds * 10) / 10 }),
    error: (where, error) => {
      add({ level: 'error', where, ...describe(error) });
      flush();
    },
    warn: (where, facts) => {
      add({ level: 'warning', where, ...facts });
      flush();
    },
    flush,
  };
}

/** An error without its message, which may quote what was sent: its kind, its code, and where it was thrown. */
function describe(error: unknown): Readonly<Record<string, unknown>> {
  if (!(error instanceof Error)) return { error: typeof error };
  const { code, errcode, cause } = error as Error & { code?: unknown; errcode?: unknown };
  const stack = (error.stack ?? '').split('\n').filter((line) => line.startsWith('    at '));
  return {
    error: error.name,
    ...(typeof code === 'string' ? { code } : {}),
    ...(typeof errcode === 'number' ? { errcode } : {}),
    stack: stack.slice(0, 6).map((line) => line.trim().replace(/file:\/\/\S*\/(?=src\/)/, '')),
    ...(cause === undefined ? {} : { cause: describe(cause) }),
  };
}
