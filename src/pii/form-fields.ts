import {
  type FieldId,
  type FieldNeed,
  fieldIds,
  purposeFields,
  type PurposeId,
  purposeIds,
} from '../protocol/purposes.ts';

/** One field the form asks for, how much it is needed, and the purposes that want it (in the product's order). */
export interface FormField {
  readonly id: FieldId;
  /** `contact`: one of the fields marked so is enough. The strongest need among the purposes wins. */
  readonly need: FieldNeed;
  readonly wantedBy: readonly PurposeId[];
}

const strength: Readonly<Record<FieldNeed, number>> = { needed: 2, contact: 1, optional: 0 };

/**
 * The fields to ask for, in the order of the form: what the purposes said yes to need, and what the law's purposes need
 * that the guest fills in on the phone. Nothing chosen asks nothing. The name is there whenever anything is, because the
 * desk has to find the guest.
 */
export function fieldsFor(
  purposesChosen: readonly PurposeId[],
  statutoryHere: readonly PurposeId[],
): readonly FormField[] {
  const purposes = purposeIds.filter((id) => purposesChosen.includes(id) || statutoryHere.includes(id));
  return fieldIds.flatMap((id) => {
    const wantedBy = purposes.filter((purpose) => purposeFields[purpose][id] !== undefined);
    if (wantedBy.length > 0) return [{ id, need: strongestNeed(id, wantedBy), wantedBy }];
    return id === 'name' && purposes.length > 0 ? [{ id, need: 'needed' as const, wantedBy: purposes }] : [];
  });
}

/** Whether at least one of the fields marked `contact` has to be filled in. */
export function contactNeeded(fields: readonly FormField[]): boolean {
  return fields.some((field) => field.need === 'contact');
}

function strongestNeed(id: FieldId, purposes: readonly PurposeId[]): FieldNeed {
  let strongest: FieldNeed = 'optional';
  for (const purpose of purposes) {
    const need = purposeFields[purpose][id] ?? 'optional';
    if (strength[need] > strength[strongest]) strongest = need;
  }
  return strongest;
}
