import type { ComponentProps } from 'react';
import { type ButtonLook, buttonClass } from './button.tsx';
import { Icon } from './icon.tsx';

interface LinkButtonProps extends Omit<ComponentProps<'a'>, 'className' | 'style'>, ButtonLook {
  readonly href: string;
}

/** Goes somewhere, looks like a button. */
export function LinkButton({ kind, icon, wide, children, ...rest }: LinkButtonProps) {
  return (
    <a {...rest} className={buttonClass({ kind, wide })}>
      {icon !== undefined && <Icon name={icon} />}
      {children}
    </a>
  );
}
