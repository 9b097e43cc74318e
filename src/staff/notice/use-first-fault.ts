import { type RefObject, useEffect } from 'react';
import type { FieldFaults } from '../app/field-faults.ts';

/** After a press that found something wrong: to the first of it, for eyes and for screen readers. */
export function useFirstFault(form: RefObject<HTMLElement | null>, faults: FieldFaults): void {
  useEffect(() => {
    if (faults.size > 0) form.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
  }, [form, faults]);
}
