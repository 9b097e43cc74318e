import type { Approval, ApprovalAsk, ApprovalDecision } from '../../protocol/approval.ts';
import type { Logged } from './logged.ts';

// Questions for approval and their answers. Read as those in `change.ts`.

/** Milliseconds after which a question that was answered, or wasn't, is forgotten; the log keeps it. */
export const approvalsKept = 24 * 3_600_000;

/** What is kept of a question, or of an opening nobody had approved. */
export interface NewApproval extends ApprovalAsk {
  readonly id: string;
  /** Pseudonym. */
  readonly asker: string;
  /** Until when the question waits, by the steady clock. */
  readonly until: number;
}

/** A question as it is kept. What takes time away (`expired`) is for whoever reads it to say. Times by the steady clock. */
export interface StoredApproval extends NewApproval {
  readonly state: Exclude<Approval['state'], 'expired'>;
  readonly decidedBy: string | null;
  readonly askedAt: number;
}

/**
 * `unchanged` where this person waits with the same question for the same reason already. Refused `not_found`, and `gone` where the
 * registration has expired or was erased. Also removes this property's questions asked before `forget` (steady clock), but no opening in
 * an emergency nobody has looked into.
 */
export interface AskApproval extends Logged {
  readonly kind: 'ask-approval';
  readonly approval: NewApproval;
  readonly forget: number;
}

/**
 * Refused `not_found`, `conflict` where it doesn't wait for this answer, or no longer, `sign_in_failed` where who answers is shut out, and
 * `forbidden` where they may not approve. `until`: how long the answer holds, by the steady clock; an approval ends before where who gave it
 * is removed, shut out, or put in a role that may not approve.
 */
export interface AnswerApproval extends Logged {
  readonly kind: 'answer-approval';
  readonly approval: string;
  readonly decision: ApprovalDecision;
  readonly by: string;
  readonly until: number;
}
