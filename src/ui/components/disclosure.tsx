import type { ReactNode } from 'react';
import { Icon } from './icon.tsx';
import './disclosure.css';

interface DisclosureProps {
  readonly summary: ReactNode;
  readonly children: ReactNode;
  /** Disclosures of the same name close one another. */
  readonly name?: string | undefined;
  readonly id?: string | undefined;
}

/** More for those who want it; works without scripts. */
export function Disclosure({ summary, children, name, id }: DisclosureProps) {
  return (
    <details className="disclosure" name={name} id={id}>
      <summary className="disclosure__summary">
        <span>{summary}</span>
        <Icon name="down" />
      </summary>
      <div className="disclosure__body">{children}</div>
    </details>
  );
}
