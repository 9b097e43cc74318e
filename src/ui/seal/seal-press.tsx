import { SealMark, type SealMarkProps } from './seal-mark.tsx';
import './seal-press.css';

/** The seal coming down once, when it appears: details are sealed. Still where motion isn't wanted. */
export function SealPress(props: SealMarkProps) {
  return (
    <span className="seal-press">
      <SealMark {...props} />
    </span>
  );
}
