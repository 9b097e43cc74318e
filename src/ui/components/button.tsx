import type { ComponentProps } from 'react';
import { Icon, type IconName } from './icon.tsx';
import './button.css';

/** One `primary` per screen. `plain` is for the small things beside it. */
export type ButtonKind = 'primary' | 'quiet' | 'plain' | 'destructive';

export interface ButtonLook {
  readonly kind?: ButtonKind | undefined;
  readonly icon?: IconName | undefined;
  /** As wide as its column. */
  readonly wide?: boolean | undefined;
}

interface ButtonProps extends Omit<ComponentProps<'button'>, 'className' | 'style'>, ButtonLook {
  /** Work is going on: a second press does nothing, and the focus stays where it is. */
  readonly busy?: boolean | undefined;
}

export function Button({ kind = 'quiet', icon, wide, busy, type = 'button', onClick, children, ...rest }: ButtonProps) {
  return (
    <button
      type={type}
      className={buttonClass({ kind, wide })}
      aria-disabled={busy === true ? true : undefined}
      aria-busy={busy === true ? true : undefined}
      onClick={(event) => {
        if (busy === true) event.preventDefault();
        else onClick?.(event);
      }}
      {...rest}
    >
      {icon !== undefined && <Icon name={icon} />}
      {children}
    </button>
  );
}

export function buttonClass({ kind = 'quiet', wide }: ButtonLook): string {
  return wide === true ? `button button--${kind} button--wide` : `button button--${kind}`;
}
