import { VisuallyHidden } from './visually-hidden.tsx';
import './arrival-code.css';

/** The six characters a guest says at the desk, in two halves; read out one by one. */
export function ArrivalCode({ code }: { readonly code: string }) {
  const middle = Math.ceil(code.length / 2);
  return (
    <p className="arrival-code" translate="no">
      <bdi dir="ltr" aria-hidden="true">
        <span>{code.slice(0, middle)}</span>
        <span className="arrival-code__rest">{code.slice(middle)}</span>
      </bdi>
      <VisuallyHidden>{[...code].join(' ')}</VisuallyHidden>
    </p>
  );
}
