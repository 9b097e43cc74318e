import { Icon, type IconName } from '../../ui/components/icon.tsx';
import { useMessages } from '../../ui/messages/messages-provider.tsx';
import type { Line } from './desk-snapshot.ts';
import './line-state.css';

const icons: Readonly<Record<Line, IconName>> = {
  loading: 'waiting',
  live: 'check',
  reconnecting: 'waiting',
  offline: 'offline',
};

/** Whether the list is what the server knows, always in the same place. */
export function LineState({ line }: { readonly line: Line }) {
  const t = useMessages('staff').line;
  return (
    <span className={`line-state line-state--${line}`} role="status">
      <Icon name={icons[line]} />
      <span>{t[line]}</span>
    </span>
  );
}
