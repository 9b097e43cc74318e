import { type ReactNode, useId } from 'react';
import { useMessages } from '../messages/messages-provider.tsx';
import './progress-note.css';

interface ProgressNoteProps {
  readonly children: ReactNode;
  /** What is really done, out of `total`; leave both out when it can't be known. */
  readonly done?: number | undefined;
  readonly total?: number | undefined;
}

/** Long work that tells the truth about how far it is. */
export function ProgressNote({ children, done, total }: ProgressNoteProps) {
  const common = useMessages('common');
  const id = useId();
  const known = done !== undefined && total !== undefined;
  return (
    <div className="progress-note" role="status">
      <div className="progress-note__words">
        <span id={id}>{children}</span>
        {known && <span className="progress-note__count">{common.progress(done, total)}</span>}
      </div>
      <progress className="progress-note__bar" aria-labelledby={id} {...(known ? { value: done, max: total } : {})} />
    </div>
  );
}
