import type { AnyProblem } from '../../protocol/problems.ts';
import type { LogAlarm, OwnEntry } from '../registration/verify-log.ts';

/** What this phone found out about the log. */
export type LogCheck =
  | { readonly kind: 'checking' }
  /** Every entry shown, receipt and earlier checkpoint is inside. `remembered`: nothing this phone was shown before is missing. */
  | { readonly kind: 'verified'; readonly entries: readonly OwnEntry[]; readonly remembered: boolean }
  /** Something isn't where it must be; nothing of the list is to be relied on. `left-out`: an entry this phone was shown is missing. */
  | { readonly kind: 'alarm'; readonly reason: LogAlarm | 'left-out' }
  | { readonly kind: 'failed'; readonly problem: AnyProblem };
