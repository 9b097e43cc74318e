import type { FieldPath, RawDetails } from '../../pii/raw-details.ts';
import type { FieldPath as FormPath } from 'react-hook-form';
import { useMessages } from '../../ui/messages/messages-provider.tsx';
import type { FormParts } from './form-context.ts';

/** Paths that are both a field of the form and a place a reason can be for. */
export type FieldName = Extract<FieldPath, FormPath<RawDetails>>;

/**
 * What ties one control to the form: its registration and the reason it couldn't be taken. A change also clears the reasons of
 * the fields that go `together` with it.
 */
export function useField({ form, reasons, onChanged }: FormParts) {
  const sentences = useMessages('guest').reasons;
  return (path: FieldName, ...together: readonly FieldPath[]) => {
    const reason = reasons.get(path);
    return {
      ...form.register(path, { onChange: () => [path, ...together].forEach(onChanged) }),
      id: fieldId(path),
      error: reason === undefined ? undefined : sentences[reason],
    };
  };
}

/** The element's id, for labels and for the summary's links. */
export function fieldId(path: string): string {
  return `field-${path.replaceAll('.', '-')}`;
}
