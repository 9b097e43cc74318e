import type { ReactNode } from 'react';
import { Icon, type IconName } from './icon.tsx';
import './toast.css';

interface ToastProps {
  /** Nothing to say: nothing shown. Keep the component mounted, or screen readers miss the first message. */
  readonly children?: ReactNode;
  readonly icon?: IconName | undefined;
}

/** A passing word at the foot of the screen, read out politely. When it goes is the caller's to say. */
export function Toast({ children, icon }: ToastProps) {
  const empty = children === undefined || children === null || children === '';
  return (
    <div className="toast" role="status">
      {!empty && (
        <p className="toast__message">
          {icon !== undefined && <Icon name={icon} />}
          <span>{children}</span>
        </p>
      )}
    </div>
  );
}
