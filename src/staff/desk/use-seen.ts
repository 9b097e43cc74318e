import { useEffect, useState } from 'react';
import type { SeenBatch } from './seen-batch.ts';

/** Rows that come onto the screen are told to the server as seen. Gives what watches a row, by its `data-registration`. */
export function useSeen(seen: SeenBatch): (element: Element | null) => (() => void) | undefined {
  const [observer] = useState(
    () =>
      new IntersectionObserver((changes) => {
        for (const { isIntersecting, target } of changes) {
          const registration = target.getAttribute('data-registration');
          if (isIntersecting && registration !== null) seen.add(registration);
        }
      }),
  );
  useEffect(() => () => observer.disconnect(), [observer]);
  const [watch] = useState(() => (element: Element | null) => {
    if (element === null) return undefined;
    observer.observe(element);
    return () => observer.unobserve(element);
  });
  return watch;
}
