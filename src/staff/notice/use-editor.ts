import { type RefObject, useEffect, useRef, useState } from 'react';
import type { PropertyProfile } from '../../protocol/property-profile.ts';
import type { FieldFaults } from '../app/field-faults.ts';

/** A form of the notice at work. */
export interface Editor {
  readonly form: RefObject<HTMLFormElement | null>;
  /** What the last press found. */
  readonly faults: FieldFaults;
  readonly keep: () => void;
}

/**
 * Keeps what was typed in the draft, or says what is wrong and goes to the first of it, for eyes and for screen readers.
 * `read` gives the profile with the answers in it.
 */
export function useEditor(
  read: () => { readonly faults: FieldFaults; readonly profile: PropertyProfile },
  onKeep: (profile: PropertyProfile) => void,
): Editor {
  const [faults, setFaults] = useState<FieldFaults>(new Map());
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => {
    if (faults.size > 0) form.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
  }, [faults]);
  const keep = () => {
    const { faults: found, profile } = read();
    setFaults(found);
    if (found.size === 0) onKeep(profile);
  };
  return { form, faults, keep };
}
