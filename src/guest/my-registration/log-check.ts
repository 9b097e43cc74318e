import type { AnyProblem } from '../../protocol/problems.ts';
import type { LogAlarm, OwnEntry } from '../registration/verify-log.ts';

/** What this phone found out about the log. */
export type LogCheck =
  | { readonly kind: 'checking' }
  /** Every entry, receipt and earlier checkpoint is inside. `remembered`: this phone had seen this log before. */
  | { readonly kind: 'verified'; readonly entries: readonly OwnEntry[]; readonly remembered: boolean }
  /** Something isn't where it must be; nothing of the list is to be relied on. */
  | { readonly kind: 'alarm'; readonly reason: LogAlarm }
  | { readonly kind: 'failed'; readonly problem: AnyProblem };
