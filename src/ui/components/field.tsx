import type { ComponentProps } from 'react';
import { useAutofill } from './autofill.tsx';
import { FieldFrame, type FieldWords } from './field-frame.tsx';

type FieldProps = Omit<ComponentProps<'input'>, 'className' | 'style' | 'required' | 'children'> & FieldWords;

/** One line of text. Takes react-hook-form's `register(…)` and any input attribute (`autoComplete`, `inputMode` …). */
export function Field({ label, purposes, hint, error, need, id, type = 'text', ...input }: FieldProps) {
  const autoComplete = useAutofill(input.autoComplete);
  return (
    <FieldFrame id={id} label={label} purposes={purposes} hint={hint} error={error} need={need}>
      {(control) => <input {...input} {...control} type={type} autoComplete={autoComplete} />}
    </FieldFrame>
  );
}
