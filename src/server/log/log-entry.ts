import type { LogEntry } from '../../protocol/audit-log.ts';
import { toInstant } from '../../protocol/time.ts';

export interface LogEntryInput {
  /** Milliseconds. */
  readonly at: number;
  readonly actor: string;
  readonly role: LogEntry['role'];
  readonly action: LogEntry['action'];
  readonly registration?: string;
  readonly purpose?: LogEntry['purpose'];
  readonly reason?: LogEntry['reason'];
  readonly digest?: string;
}

/** An entry's exact text, the leaf of the property's tree. */
export function logEntryText(input: LogEntryInput): string {
  const entry: LogEntry = {
    format: 'foyer-log/1',
    time: toInstant(input.at),
    actor: input.actor,
    role: input.role,
    action: input.action,
    registration: input.registration ?? null,
    purpose: input.purpose ?? null,
    reason: input.reason ?? null,
    digest: input.digest ?? null,
  };
  return JSON.stringify(entry);
}
