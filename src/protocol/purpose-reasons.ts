import { needsApproval } from './approval.ts';
import type { PurposeId } from './purposes.ts';
import type { OpeningReason } from './roles.ts';

/** What the notice promises whatever a purpose is for: a guest's own wish (`rights`; PIPL 44–50), and what a law orders (`where`; PIPL 13(1)(3)). */
const always = ['guest-asked', 'legal-duty'] as const satisfies readonly OpeningReason[];

/**
 * Why a purpose's envelopes may be opened or leave as a file, the likeliest first: what its own words in the notice say they are used
 * for (`notice-texts/*-purposes.ts`), and nothing else. The desk offers these and the server refuses any other. PIPL 6 and 14: only
 * for the purpose that was told, and another one takes a new consent.
 */
export const purposeReasons: Readonly<Record<PurposeId, readonly [OpeningReason, ...OpeningReason[]]>> = {
  // “If there is a fire, a flood or another danger while you stay. Nothing else.”
  emergency: ['emergency', ...always],
  // “Only to settle the bill, return the deposit and give back what was left behind.”
  billing: ['bill', 'lost-property', ...always],
  // “Only to keep your points and apply members’ prices”; messages are a choice of their own.
  membership: ['points', ...always],
  // “Only to send our own offers and news.”
  offers: ['contact-guest', ...always],
  // “Every hotel here has to check your identity document and enter it in a register.”
  identity: ['check-in', 'legal-duty', 'guest-asked'],
  // “The law has us ask how to reach a parent or guardian.” They are reached when the child is in danger.
  minors: ['check-in', 'legal-duty', 'emergency', 'guest-asked'],
  // The owner's rule is an authority's, and asks when a guest arrives.
  temporary: ['legal-duty', 'check-in', 'guest-asked'],
};

/**
 * The reasons for one registration. Where children are among its people an emergency is one for what is held of them too: to protect
 * life or health takes no consent (PIPL 13(1)(4)), and nobody is to wait for a signature then.
 */
export function reasonsFor(purpose: PurposeId, minors: boolean): readonly OpeningReason[] {
  const reasons = purposeReasons[purpose];
  return needsApproval(purpose, minors) && !reasons.includes('emergency') ? [...reasons, 'emergency'] : reasons;
}
