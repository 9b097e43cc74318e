import * as z from 'zod/mini';
import { digestSchema, idSchema } from './ids.ts';
import { type PurposeId, purposeIdSchema } from './purposes.ts';
import { openingReasonSchema } from './roles.ts';
import { handleSchema } from './staff.ts';
import { instantSchema } from './time.ts';

/**
 * Whether opening this envelope of a registration takes a supervisor's approval (未成年人网络保护条例 36): the children's own, and the
 * identity envelope of a registration with children, since it holds theirs beside the adult's.
 */
export function needsApproval(purpose: PurposeId, minors: boolean): boolean {
  return purpose === 'minors' || (purpose === 'identity' && minors);
}

/** Minutes a question waits for an answer, and minutes an approval holds after it. */
export const approvalMinutes = 15;

/** POST: asks for one registration, one purpose, one person. */
export const approvalAskSchema = z.strictObject({
  registration: idSchema,
  purpose: purposeIdSchema,
  reason: openingReasonSchema,
});
export type ApprovalAsk = z.infer<typeof approvalAskSchema>;

const approvalStates = ['waiting', 'approved', 'refused', 'expired', 'emergency', 'reviewed'] as const;

/**
 * A question and what became of it. `emergency`: opened before anybody approved, for a supervisor to look at afterwards; `reviewed`
 * once one has.
 */
export const approvalSchema = z.object({
  id: idSchema,
  registration: idSchema,
  purpose: purposeIdSchema,
  reason: openingReasonSchema,
  /** Pseudonym of who asked, and of who answered. */
  asker: idSchema,
  decidedBy: z.nullable(idSchema),
  state: z.enum(approvalStates),
  askedAt: instantSchema,
  /** Until when the question waits, or the approval holds. */
  until: instantSchema,
});
export type Approval = z.infer<typeof approvalSchema>;

/** GET: to those who may approve, everybody's; to the others, their own. The newest first. */
export const approvalsSchema = z.object({ approvals: z.array(approvalSchema) });

/** POST: by who may approve, on their own tablet. `reviewed` answers an emergency. */
export const approvalDecisionSchema = z.strictObject({ decision: z.enum(['approved', 'refused', 'reviewed']) });
export type ApprovalDecision = z.infer<typeof approvalDecisionSchema>['decision'];

/** POST: by who may approve, on the asker's tablet, with what their own sign-in would send. */
export const approvalProofSchema = z.strictObject({ handle: handleSchema, proof: digestSchema });
export type ApprovalProof = z.infer<typeof approvalProofSchema>;
