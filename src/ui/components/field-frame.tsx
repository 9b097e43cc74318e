import { type ReactNode, useId } from 'react';
import { useMessages } from '../messages/messages-provider.tsx';
import { Icon } from './icon.tsx';
import './field.css';

/** What every field says around its control. */
export interface FieldWords {
  readonly label: ReactNode;
  /** The purposes this field is for, by their titles; shown as "For …". */
  readonly purposes?: readonly string[] | undefined;
  readonly hint?: ReactNode;
  readonly error?: ReactNode;
  /** Says "required" or "optional" beside the label; without it, nothing. */
  readonly need?: 'required' | 'optional' | undefined;
}

/** What the frame gives the control it surrounds. */
export interface FieldControl {
  readonly id: string;
  readonly className: string;
  readonly 'aria-describedby': string | undefined;
  readonly 'aria-invalid': true | undefined;
  readonly 'aria-required': true | undefined;
}

interface FieldFrameProps extends FieldWords {
  readonly id?: string | undefined;
  readonly children: (control: FieldControl) => ReactNode;
}

/** Label, the purpose that asks, hint and error around one control, tied to it for screen readers. */
export function FieldFrame({ id: givenId, label, purposes = [], hint, error, need, children }: FieldFrameProps) {
  const common = useMessages('common');
  const ownId = useId();
  const id = givenId ?? ownId;
  const hasHint = isShown(hint);
  const hasError = isShown(error);
  const described = [
    purposes.length > 0 ? `${id}-purpose` : '',
    hasHint ? `${id}-hint` : '',
    hasError ? `${id}-error` : '',
  ].filter((each) => each !== '');
  return (
    <div className="field">
      <label className="field__label" htmlFor={id}>
        {label}
        {need !== undefined && <span className="field__mark">{common[need]}</span>}
      </label>
      {purposes.length > 0 && (
        <p className="field__purpose" id={`${id}-purpose`}>
          {common.forPurpose(purposes)}
        </p>
      )}
      {hasHint && (
        <p className="field__hint" id={`${id}-hint`}>
          {hint}
        </p>
      )}
      {children({
        id,
        className: 'field__control',
        'aria-describedby': described.length > 0 ? described.join(' ') : undefined,
        'aria-invalid': hasError ? true : undefined,
        'aria-required': need === 'required' ? true : undefined,
      })}
      {hasError && (
        <p className="field__error" id={`${id}-error`} role="alert">
          <Icon name="warning" />
          <span>{error}</span>
        </p>
      )}
    </div>
  );
}

function isShown(node: ReactNode): boolean {
  return node !== undefined && node !== null && node !== false && node !== '';
}
