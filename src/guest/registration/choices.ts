import type { Manifest } from '../../protocol/manifest.ts';
import { type PurposeId, purposeIds } from '../../protocol/purposes.ts';

export type Answer = 'yes' | 'no';
/** Where what the law asks is given: typed here, or shown at the desk. */
export type IdentityPlace = 'here' | 'desk';

/** What a guest ticked. Nothing is ticked beforehand; what is left open counts as no, or as the desk. */
export interface Choices {
  readonly answers: Readonly<Partial<Record<PurposeId, Answer>>>;
  readonly identity: IdentityPlace | null;
}

export const noChoices: Choices = { answers: {}, identity: null };

type OfferedPurposes = readonly Pick<Manifest['purposes'][number], 'id' | 'basis'>[];

/** The purposes said yes to, of those the hotel asks about, in the product's order. */
export function purposesChosen(choices: Choices, offered: OfferedPurposes): PurposeId[] {
  return purposeIds.filter(
    (id) => choices.answers[id] === 'yes' && offered.some((one) => one.id === id && one.basis === 'consent'),
  );
}

/** Whether the guest types in what the law asks, at a hotel that takes it by phone. */
function identityHere(choices: Choices, offered: OfferedPurposes): boolean {
  return choices.identity === 'here' && offered.some((one) => one.id === 'identity');
}

/** The law's purposes that are filled in on the phone. */
export function statutoryHere(choices: Choices, offered: OfferedPurposes, minors: readonly unknown[]): PurposeId[] {
  const filled: PurposeId[] = [];
  if (identityHere(choices, offered)) filled.push('identity');
  if (minors.length > 0 && offered.some((one) => one.id === 'minors')) filled.push('minors');
  return filled;
}

/** Whether anything is to be filled in at all; otherwise the flow ends and nothing is stored. */
export function anythingChosen(choices: Choices, offered: OfferedPurposes): boolean {
  return purposesChosen(choices, offered).length > 0 || identityHere(choices, offered);
}
