import type { ComponentProps } from 'react';
import { useAutofill } from './autofill.tsx';
import { FieldFrame, type FieldWords } from './field-frame.tsx';

type TextAreaProps = Omit<ComponentProps<'textarea'>, 'className' | 'style' | 'required' | 'children'> & FieldWords;

export function TextArea({ label, purposes, hint, error, need, id, rows = 3, ...textarea }: TextAreaProps) {
  const autoComplete = useAutofill(textarea.autoComplete);
  return (
    <FieldFrame id={id} label={label} purposes={purposes} hint={hint} error={error} need={need}>
      {(control) => <textarea {...textarea} {...control} rows={rows} autoComplete={autoComplete} />}
    </FieldFrame>
  );
}
