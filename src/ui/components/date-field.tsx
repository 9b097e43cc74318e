import type { ComponentProps } from 'react';
import { Field } from './field.tsx';

/** A calendar date by the device's own picker; its value is `YYYY-MM-DD` or empty. */
export function DateField(props: Omit<ComponentProps<typeof Field>, 'type' | 'inputMode'>) {
  return <Field {...props} type="date" />;
}
