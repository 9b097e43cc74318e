import type { AnyProblem } from '../../protocol/problems.ts';
import type { YesOrNo } from '../../ui/components/yes-no.tsx';

/** How far a tap on one card has come. */
export type ChoiceProgress =
  | { readonly kind: 'idle' }
  | { readonly kind: 'busy'; readonly to: YesOrNo }
  /** Done, with a receipt that verified. */
  | { readonly kind: 'done'; readonly to: YesOrNo }
  /** No answer yet; tried again by itself. */
  | { readonly kind: 'waiting'; readonly to: YesOrNo }
  | { readonly kind: 'failed'; readonly to: YesOrNo; readonly problem: AnyProblem }
  /** Another device was quicker; what is shown is how things stand now. */
  | { readonly kind: 'elsewhere' };

export const idle: ChoiceProgress = { kind: 'idle' };
