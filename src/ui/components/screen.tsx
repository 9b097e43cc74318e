import type { ReactNode } from 'react';
import './screen.css';

interface ScreenProps {
  /** Name on one side, language on the other. */
  readonly top?: ReactNode;
  readonly children: ReactNode;
  /** The screen's one primary button, kept at the thumb, and at most one plain one. */
  readonly actions?: ReactNode;
  /** Two columns of a notice need the room. */
  readonly wide?: boolean | undefined;
}

/** One column: what it is, the thing itself, what to do next. */
export function Screen({ top, children, actions, wide }: ScreenProps) {
  return (
    <div className={wide === true ? 'screen screen--wide' : 'screen'}>
      {top !== undefined && <header className="screen__top">{top}</header>}
      <main className="screen__main">{children}</main>
      {actions !== undefined && <div className="screen__actions">{actions}</div>}
    </div>
  );
}
