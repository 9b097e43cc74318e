import type { Manifest } from '../../protocol/manifest.ts';
import { type PurposeId, purposeIds } from '../../protocol/purposes.ts';

export type Answer = 'yes' | 'no';
/** Where what the law asks is given: typed here, or shown at the desk. */
type Place = 'here' | 'desk';

/** What the law asks of everybody, here or at the desk. */
export const placedPurposes = ['identity', 'temporary'] as const;

/** What a guest ticked. Nothing is ticked beforehand; what is left open counts as no, or as the desk. */
export interface Choices {
  readonly answers: Readonly<Partial<Record<PurposeId, Answer>>>;
  readonly identity: Place | null;
  /** Absent where no temporary rule asks. */
  readonly temporary?: Place | null;
}

export const noChoices: Choices = { answers: {}, identity: null };

type OfferedPurposes = readonly Pick<Manifest['purposes'][number], 'id' | 'basis'>[];

/** The purposes said yes to, of those the hotel asks about, in the product's order. */
export function purposesChosen(choices: Choices, offered: OfferedPurposes): PurposeId[] {
  return purposeIds.filter(
    (id) => choices.answers[id] === 'yes' && offered.some((one) => one.id === id && one.basis === 'consent'),
  );
}

/** The law's purposes the guest types in, of those the hotel takes by phone. */
function placedHere(choices: Choices, offered: OfferedPurposes): PurposeId[] {
  return placedPurposes.filter((id) => choices[id] === 'here' && offered.some((one) => one.id === id));
}

/** The law's purposes that are filled in on the phone. */
export function statutoryHere(choices: Choices, offered: OfferedPurposes, minors: readonly unknown[]): PurposeId[] {
  const filled = placedHere(choices, offered);
  return minors.length > 0 && offered.some((one) => one.id === 'minors') ? [...filled, 'minors'] : filled;
}

/** Whether anything is to be filled in at all; otherwise the flow ends and nothing is stored. */
export function anythingChosen(choices: Choices, offered: OfferedPurposes): boolean {
  return purposesChosen(choices, offered).length + placedHere(choices, offered).length > 0;
}
