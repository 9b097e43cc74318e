import type { ComponentProps } from 'react';
import { useAutofill } from './autofill.tsx';
import { FieldFrame, type FieldWords } from './field-frame.tsx';
import { Icon } from './icon.tsx';

export interface SelectOption {
  readonly value: string;
  readonly label: string;
}

interface SelectFieldProps
  extends Omit<ComponentProps<'select'>, 'className' | 'style' | 'required' | 'children' | 'multiple'>,
    FieldWords {
  readonly options: readonly SelectOption[];
  /** The empty first choice; leave out when one of the options is always chosen. */
  readonly placeholder?: string | undefined;
}

export function SelectField({
  label,
  purposes,
  hint,
  error,
  need,
  id,
  options,
  placeholder,
  ...select
}: SelectFieldProps) {
  const autoComplete = useAutofill(select.autoComplete);
  return (
    <FieldFrame id={id} label={label} purposes={purposes} hint={hint} error={error} need={need}>
      {(control) => (
        <div className="field__select">
          <select {...select} {...control} autoComplete={autoComplete}>
            {placeholder !== undefined && <option value="">{placeholder}</option>}
            {options.map((option) => (
              <option key={option.value} value={option.value}>
                {option.label}
              </option>
            ))}
          </select>
          <Icon name="down" />
        </div>
      )}
    </FieldFrame>
  );
}
