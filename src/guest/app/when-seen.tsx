import { type ReactNode, useEffect, useRef, useState } from 'react';

interface WhenSeenProps {
  readonly window: Window & { readonly IntersectionObserver?: typeof IntersectionObserver };
  readonly children: ReactNode;
}

/** Shows what is inside once somebody has scrolled to its place: nobody fetches before what few look for. */
export function WhenSeen({ window, children }: WhenSeenProps) {
  const [seen, setSeen] = useState(false);
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const { IntersectionObserver: Observer } = window;
    if (place.current === null || Observer === undefined) {
      const timer = window.setTimeout(() => setSeen(true), 0);
      return () => window.clearTimeout(timer);
    }
    const observer = new Observer((entries) => {
      if (entries.some(({ isIntersecting }) => isIntersecting)) setSeen(true);
    });
    observer.observe(place.current);
    return () => observer.disconnect();
  }, [window]);
  return seen ? children : <div ref={place}>&nbsp;</div>;
}
