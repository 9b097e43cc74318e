import { type ComponentProps, type ReactNode, useId } from 'react';
import { Icon } from '../../ui/components/icon.tsx';
import './tick-field.css';

interface TickFieldProps extends Omit<ComponentProps<'input'>, 'type' | 'className' | 'style' | 'children' | 'id'> {
  readonly label: ReactNode;
  readonly hint?: ReactNode;
  readonly error?: ReactNode;
}

/** One thing to tick, its whole line the target. */
export function TickField({ label, hint, error, ...input }: TickFieldProps) {
  const id = useId();
  const described = [hint === undefined ? '' : `${id}-hint`, error === undefined ? '' : `${id}-error`].join(' ').trim();
  return (
    <div className="tick-field">
      <label className="tick-field__line" htmlFor={id}>
        <input
          {...input}
          id={id}
          type="checkbox"
          aria-invalid={error === undefined ? undefined : true}
          aria-describedby={described === '' ? undefined : described}
        />
        <span>{label}</span>
      </label>
      {hint !== undefined && (
        <p className="tick-field__hint" id={`${id}-hint`}>
          {hint}
        </p>
      )}
      {error !== undefined && (
        <p className="field__error" id={`${id}-error`} role="alert">
          <Icon name="warning" />
          <span>{error}</span>
        </p>
      )}
    </div>
  );
}
