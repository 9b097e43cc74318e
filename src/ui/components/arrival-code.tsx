import { VisuallyHidden } from './visually-hidden.tsx';
import './arrival-code.css';

/** The six characters a guest says at the desk, in two halves; read out one by one. */
export function ArrivalCode({ code }: { readonly code: string }) {
  const middle = Math.ceil(code.length / 2);
  return (
    <p className="arrival-code" translate="no">
      <span className="arrival-code__half" aria-hidden="true">
        {code.slice(0, middle)}
      </span>
      <span className="arrival-code__half" aria-hidden="true">
        {code.slice(middle)}
      </span>
      <VisuallyHidden>{[...code].join(' ')}</VisuallyHidden>
    </p>
  );
}
