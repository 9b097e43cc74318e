import type { ReactNode } from 'react';
import './button-row.css';

/** Several quiet buttons of one kind of thing, such as the ways to keep a receipt. */
export function ButtonRow({ children }: { readonly children: ReactNode }) {
  return <div className="button-row">{children}</div>;
}
