import { type ReactNode, useId, useLayoutEffect, useRef } from 'react';
import './dialog.css';

interface DialogProps {
  readonly open: boolean;
  /** Esc, or the browser's own way back; set `open` to false in answer. */
  readonly onClose: () => void;
  readonly title: ReactNode;
  readonly children: ReactNode;
  /** Buttons, the action last. */
  readonly actions?: ReactNode;
}

/**
 * The browser's own modal dialog: it keeps the focus inside, closes on Esc, and gives the focus back to what opened it.
 */
export function Dialog({ open, onClose, title, children, actions }: DialogProps) {
  const element = useRef<HTMLDialogElement>(null);
  const titleId = useId();
  // A layout effect is undone while the dialog is still on the page: one that has left it would give the focus to nobody.
  useLayoutEffect(() => {
    const dialog = element.current;
    if (dialog === null || !open) return undefined;
    dialog.showModal();
    return () => dialog.close();
  }, [open]);
  return (
    <dialog
      ref={element}
      className="dialog"
      aria-labelledby={titleId}
      onCancel={(event) => {
        if (event.target !== element.current) return;
        event.preventDefault();
        onClose();
      }}
      onClose={() => {
        // Some browsers close at a second Esc without asking.
        if (open) onClose();
      }}
    >
      {open && (
        <>
          <h2 className="dialog__title" id={titleId}>
            {title}
          </h2>
          {children}
          {actions !== undefined && <div className="dialog__actions">{actions}</div>}
        </>
      )}
    </dialog>
  );
}
