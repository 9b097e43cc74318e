import { useCallback, useEffect, useRef, useState } from 'react';
import { useTools } from './tools.tsx';

/** How long a passing word stands. */
export const toastMilliseconds = 4000;

/** Says something for a moment; the newest words take the place of those before. */
export function useToast() {
  const { timers } = useTools();
  const [toast, setToast] = useState('');
  const callOff = useRef(() => {});
  const say = useCallback(
    (words: string) => {
      callOff.current();
      setToast(words);
      callOff.current = timers.after(toastMilliseconds, () => setToast(''));
    },
    [timers],
  );
  useEffect(() => () => callOff.current(), []);
  return { toast, say };
}
