import type { PurposeId } from '../../protocol/purposes.ts';
import { purposeIds } from '../../protocol/purposes.ts';
import type { Answer, Choices, placedPurposes } from '../registration/choices.ts';

/** The name of a purpose's radio pair. */
export function choiceName(purpose: PurposeId): string {
  return `purpose-${purpose}`;
}

/** Reads the ticks where the browser holds them, so that one made before the script ran counts like any other. */
export function readChoices(form: HTMLFormElement): Choices {
  const ticked = new FormData(form);
  const answers: Partial<Record<PurposeId, Answer>> = {};
  for (const id of purposeIds) {
    const value = ticked.get(choiceName(id));
    if (value === 'yes' || value === 'no') answers[id] = value;
  }
  const place = (id: (typeof placedPurposes)[number]) => {
    const value = ticked.get(choiceName(id));
    return value === 'here' || value === 'desk' ? value : null;
  };
  return { answers, identity: place('identity'), temporary: place('temporary') };
}
