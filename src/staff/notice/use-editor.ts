import { type RefObject, useEffect, useRef, useState } from 'react';
import type { PropertyProfile } from '../../protocol/property-profile.ts';
import type { FieldFaults } from '../app/field-faults.ts';

/** A form of the notice at work. */
export interface Editor {
  readonly form: RefObject<HTMLFormElement | null>;
  /** What the last press found. */
  readonly faults: FieldFaults;
  readonly keep: () => void;
  /** Puts this profile in the draft, whatever was typed. */
  readonly give: (profile: PropertyProfile) => void;
  /** Something was typed that isn't in the draft. */
  readonly changed: boolean;
  /** What was typed is thrown away. */
  readonly forget: () => void;
}

/**
 * Keeps what was typed in the draft, or says what is wrong and goes to the first of it, for eyes and for screen readers.
 * `read` gives the profile with the answers in it; what was typed outlives the form until it is in the draft or thrown away.
 */
export function useEditor(
  read: () => { readonly faults: FieldFaults; readonly profile: PropertyProfile },
  { changed, forget }: { readonly changed: boolean; readonly forget: () => void },
  onKeep: (profile: PropertyProfile) => void,
): Editor {
  const [faults, setFaults] = useState<FieldFaults>(new Map());
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => {
    if (faults.size > 0) form.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
  }, [faults]);
  const give = (profile: PropertyProfile) => {
    forget();
    onKeep(profile);
  };
  const keep = () => {
    const { faults: found, profile } = read();
    setFaults(found);
    if (found.size === 0) give(profile);
  };
  return { form, faults, keep, give, changed, forget };
}
