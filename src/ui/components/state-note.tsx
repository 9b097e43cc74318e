import type { ReactNode } from 'react';
import { useMessages } from '../messages/messages-provider.tsx';
import { Icon, type IconName } from './icon.tsx';
import './state-note.css';

export type NotedState = 'waiting' | 'received' | 'seen' | 'done' | 'offline' | 'failed' | 'warning';

const icons: Readonly<Record<NotedState, IconName>> = {
  waiting: 'waiting',
  received: 'received',
  seen: 'seen',
  done: 'check',
  offline: 'offline',
  failed: 'failed',
  warning: 'warning',
};

interface StateNoteProps {
  readonly state: NotedState;
  /** Replaces the state's own word. */
  readonly word?: ReactNode;
  /** One sentence. */
  readonly children?: ReactNode;
  /** One thing to do. */
  readonly action?: ReactNode;
  /** Read out when it appears or changes: `polite` waits for a pause, `now` does not. */
  readonly announce?: 'polite' | 'now' | undefined;
}

/** Where things stand: an icon, a word, a sentence, one thing to do. */
export function StateNote({ state, word, children, action, announce }: StateNoteProps) {
  const common = useMessages('common');
  const role = announce === undefined ? undefined : announce === 'now' ? 'alert' : 'status';
  return (
    <div className={`state-note state-note--${state}`} role={role}>
      <Icon name={icons[state]} />
      <div>
        <div className="state-note__word">{word ?? common.state[state]}</div>
        {children !== undefined && <div className="state-note__body">{children}</div>}
        {action !== undefined && <div className="state-note__action">{action}</div>}
      </div>
    </div>
  );
}
