import type { ComponentProps } from 'react';
import { Field } from '../../ui/components/field.tsx';

/** Where a sign-in name is typed: no keyboard corrects it. */
export function HandleField(
  props: Omit<ComponentProps<typeof Field>, 'autoCapitalize' | 'autoCorrect' | 'spellCheck'>,
) {
  return <Field {...props} autoCapitalize="none" autoCorrect="off" spellCheck={false} />;
}
