import { useMessages } from '../messages/messages-provider.tsx';
import './countdown-ring.css';

interface CountdownRingProps {
  /** Whole seconds left; the caller holds the clock. */
  readonly left: number;
  /** Seconds at the start. */
  readonly total: number;
}

/** How long something stays open. Not read out every second: its label is there when looked for. */
export function CountdownRing({ left, total }: CountdownRingProps) {
  const common = useMessages('common');
  const rest = total > 0 ? Math.min(1, Math.max(0, left / total)) : 0;
  const soon = left <= 5 ? ' countdown-ring--soon' : '';
  return (
    <span className={`countdown-ring${soon}`} role="timer" aria-live="off" aria-label={common.secondsLeft(left)}>
      <svg className="countdown-ring__drawing" viewBox="0 0 40 40" aria-hidden="true">
        <circle className="countdown-ring__track" cx="20" cy="20" r="17" />
        <circle
          className="countdown-ring__rest"
          cx="20"
          cy="20"
          r="17"
          pathLength={100}
          strokeDasharray="100 100"
          strokeDashoffset={100 - rest * 100}
        />
      </svg>
      <span aria-hidden="true">{left}</span>
    </span>
  );
}
