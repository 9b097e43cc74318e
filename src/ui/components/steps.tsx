import { useMessages } from '../messages/messages-provider.tsx';
import './steps.css';

interface StepsProps {
  /** From 1. */
  readonly current: number;
  readonly total: number;
}

/** How far along, quietly: "Step 2 of 4". */
export function Steps({ current, total }: StepsProps) {
  const common = useMessages('common');
  const bars = Array.from({ length: total }, (_, index) => index + 1);
  return (
    <div className="steps">
      {common.step(current, total)}
      <div className="steps__bars" aria-hidden="true">
        {bars.map((bar) => (
          <span key={bar} className={bar <= current ? 'steps__bar steps__bar--reached' : 'steps__bar'} />
        ))}
      </div>
    </div>
  );
}
