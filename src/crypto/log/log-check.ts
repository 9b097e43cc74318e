import type { LogFault } from '../../protocol/log-faults.ts';

export interface LogFinding {
  readonly fault: LogFault;
  /** The entry it is about, counted from 0; the first of several. */
  readonly index: number | null;
  /** The last of several, where which of them it is can't be told. */
  readonly through: number | null;
  /** What was found in its place: another entry's number, another size. */
  readonly found: number | null;
  /** Size of the checkpoint it is about. */
  readonly size: number | null;
  /** Line of the file, counted from 1. */
  readonly line: number | null;
  /** Name of the anchor or receipt. */
  readonly witness: string | null;
}

/**
 * What an anchor or a receipt says of the log. `not-reached`: the log was found broken before the place they speak of. `unreadable`: an
 * anchor that was cut or changed on its way says nothing of the log, for or against it.
 */
export interface WitnessOutcome {
  readonly kind: 'anchor' | 'receipt';
  readonly name: string;
  /** Size of the tree it pins; null where it can't be read. */
  readonly size: number | null;
  readonly outcome: 'agrees' | 'contradicts' | 'not-reached' | 'unreadable';
}

export interface LogCheck {
  readonly holds: boolean;
  readonly property: string;
  /** Of the root the manifests are signed by. */
  readonly fingerprint: string;
  /** Whether that is what a poster says, or only what the file says of itself. */
  readonly fingerprintGiven: boolean;
  readonly exportedAt: string;
  /** Entries, checkpoints and manifests that were read and hold. */
  readonly entries: number;
  readonly checkpoints: number;
  readonly manifests: number;
  /** Times of the first and the last entry, as the server wrote them. */
  readonly first: string | null;
  readonly last: string | null;
  readonly witnesses: readonly WitnessOutcome[];
  /** The first thing wrong in the file, then whatever anchors and receipts contradict. */
  readonly findings: readonly LogFinding[];
}

export function finding(fault: LogFault, about: Partial<Omit<LogFinding, 'fault'>> = {}): LogFinding {
  return { fault, index: null, through: null, found: null, size: null, line: null, witness: null, ...about };
}

/** Thrown by a walk where the log breaks; what comes after the first break means nothing. */
export class LogBroken extends Error {
  override readonly name = 'LogBroken';
  readonly finding: LogFinding;
  constructor(found: LogFinding) {
    super(found.fault);
    this.finding = found;
  }
}
