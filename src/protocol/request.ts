import * as z from 'zod/mini';
import { idSchema } from './ids.ts';
import { purposeIdSchema } from './purposes.ts';
import { provenReceiptSchema } from './receipt.ts';
import { dateSchema, instantSchema } from './time.ts';

/** What a guest can ask of the hotel (PIPL 44–50). */
const requestKinds = ['deletion', 'withdrawal', 'correction', 'access'] as const;
export const requestKindSchema = z.enum(requestKinds);
export type RequestKind = z.infer<typeof requestKindSchema>;

/** Who asked: the guest with their secret, or the desk for a guest without it, in person or called back on the number on file. */
const requestOrigins = ['guest', 'desk-in-person', 'desk-call-back'] as const;
export const requestOriginSchema = z.enum(requestOrigins);
export type RequestOrigin = z.infer<typeof requestOriginSchema>;

/** In this order. `done` carries out what was asked; `certified` says the guest was given the proof. */
export const requestSteps = ['verified', 'found', 'done', 'certified'] as const;
export const requestStepSchema = z.enum(requestSteps);
export type RequestStep = z.infer<typeof requestStepSchema>;

/** Why a request was refused; a refusal must give its reason and where to turn (PIPL 50). A closed list: no free text. */
const refusalReasons = [
  'identity-not-proven',
  'nothing-found',
  'law-requires-keeping',
  'rights-of-others',
  'asked-already',
] as const;
export const refusalReasonSchema = z.enum(refusalReasons);
export type RefusalReason = z.infer<typeof refusalReasonSchema>;

/**
 * China's working days in which a request made at the desk is answered, unless the owner has set fewer; also the most there may be, and
 * what notices promise: the law says promptly (PIPL 45–50), 15 is the ceiling of the 2019 app rules. What a guest does alone takes effect
 * at once.
 */
export const requestWorkingDays = 15;

const outcomeSchema = z.enum(['open', 'done', 'refused']);

/** A request as its guest sees it. `calendarKnown` is false where `due` lies past the last published holiday calendar. */
export const guestRequestSchema = z.object({
  id: idSchema,
  kind: requestKindSchema,
  purpose: z.nullable(purposeIdSchema),
  origin: requestOriginSchema,
  openedAt: instantSchema,
  due: dateSchema,
  calendarKnown: z.boolean(),
  outcome: outcomeSchema,
  reason: z.nullable(refusalReasonSchema),
});
export type GuestRequest = z.infer<typeof guestRequestSchema>;

/** A request as the desk's queue shows it. `by` is a pseudonym, `guest` or `server`. */
export const deskRequestSchema = z.object({
  ...guestRequestSchema.shape,
  /** Working days until `due` as the server counts them today; 0 on the day, below when overdue. Of open ones. */
  daysLeft: z.optional(z.int()),
  registration: z.nullable(idSchema),
  steps: z.array(
    z.object({ step: z.union([requestStepSchema, z.literal('refused')]), at: instantSchema, by: z.string() }),
  ),
});
export type DeskRequest = z.infer<typeof deskRequestSchema>;
/** Open ones first by due date, then the newest closed ones. `unreadable`: when those were opened whose record is damaged. */
export const deskRequestsSchema = z.object({
  requests: z.array(deskRequestSchema),
  unreadable: z.optional(z.array(instantSchema)),
});
export type DeskRequests = z.infer<typeof deskRequestsSchema>;

/** POST requests: made by the desk for a guest without the secret. `purpose` names what a withdrawal takes back, and is null otherwise. */
export const requestOpeningSchema = z
  .strictObject({
    kind: requestKindSchema,
    origin: z.enum(['desk-in-person', 'desk-call-back']),
    registration: z.nullable(idSchema),
    purpose: z.nullable(purposeIdSchema),
  })
  .check(z.refine(({ kind, purpose }) => (kind === 'withdrawal') === (purpose !== null), 'purpose'));
export type RequestOpening = z.infer<typeof requestOpeningSchema>;

/** POST steps. `found` names the registration where the opening didn't. */
export const requestStepBodySchema = z.discriminatedUnion('step', [
  z.strictObject({ step: z.literal('verified') }),
  z.strictObject({ step: z.literal('found'), registration: idSchema }),
  z.strictObject({ step: z.literal('done') }),
  z.strictObject({ step: z.literal('certified') }),
  z.strictObject({ step: z.literal('refused'), reason: refusalReasonSchema }),
]);
export type RequestStepBody = z.infer<typeof requestStepBodySchema>;

/** The request after the step; with the proof where the step made one. */
export const requestStepAnswerSchema = z.object({
  request: deskRequestSchema,
  receipt: z.nullable(provenReceiptSchema),
});

/**
 * What a request carried out is certified with, and the address where the guest's phone gets it for its own; null where that would open
 * nothing any more.
 */
export const requestProofSchema = z.object({ receipt: provenReceiptSchema, link: z.nullable(z.string()) });
export type RequestProof = z.infer<typeof requestProofSchema>;
export type RequestStepAnswer = z.infer<typeof requestStepAnswerSchema>;
