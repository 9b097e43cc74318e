import type { SetupAnswers } from './setup-answers.ts';

/** The whole conversation as one form: what is kept over a reload, and what is not. */
export interface SetupForm extends SetupAnswers {
  ownerName: string;
  handle: string;
  passphrase: string;
  again: string;
}
