import type { ReactNode } from 'react';
import { Icon, type IconName } from './icon.tsx';
import './empty-state.css';

interface EmptyStateProps {
  readonly icon: IconName;
  /** One sentence. */
  readonly children: ReactNode;
  /** One thing to do. */
  readonly action?: ReactNode;
}

export function EmptyState({ icon, children, action }: EmptyStateProps) {
  return (
    <div className="empty-state">
      <Icon name={icon} size="large" />
      <p className="empty-state__text">{children}</p>
      {action}
    </div>
  );
}
