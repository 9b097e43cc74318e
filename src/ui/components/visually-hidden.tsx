import type { ReactNode } from 'react';
import './visually-hidden.css';

/** Read out, never seen. */
export function VisuallyHidden({ children }: { readonly children: ReactNode }) {
  return <span className="visually-hidden">{children}</span>;
}
