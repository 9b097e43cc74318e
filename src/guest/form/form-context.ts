import type { UseFormReturn } from 'react-hook-form';
import type { FieldReason } from '../../pii/field-reason.ts';
import type { FormField } from '../../pii/form-fields.ts';
import type { FieldPath, RawDetails } from '../../pii/raw-details.ts';
import type { Notice } from '../../protocol/notice.ts';
import type { FieldId } from '../../protocol/purposes.ts';

export type DetailsForm = UseFormReturn<RawDetails>;
export type Reasons = ReadonlyMap<FieldPath, FieldReason>;

/** What every part of the form needs. */
export interface FormParts {
  readonly form: DetailsForm;
  /** Why a field couldn't be taken, until it is changed. */
  readonly reasons: Reasons;
  readonly onChanged: (path: FieldPath) => void;
  readonly fields: readonly FormField[];
  readonly notice: Notice;
  /** The stay came with the guest's link and is only shown. */
  readonly stayKnown?: boolean;
}

/** The titles of the purposes that want a field. */
export function wantedBy({ fields, notice }: FormParts, id: FieldId): readonly string[] {
  const ids = fields.find((field) => field.id === id)?.wantedBy ?? [];
  return notice.purposes.filter((purpose) => ids.includes(purpose.id)).map(({ title }) => title);
}

export function isWanted({ fields }: FormParts, id: FieldId): boolean {
  return fields.some((field) => field.id === id);
}
