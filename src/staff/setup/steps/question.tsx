import { type ReactNode, useEffect, useRef } from 'react';

interface QuestionProps {
  readonly title: ReactNode;
  readonly text: ReactNode;
  readonly children?: ReactNode;
}

/** The question, one sentence about it, the answer. Read out when it comes. */
export function Question({ title, text, children }: QuestionProps) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    heading.current?.focus({ preventScroll: true });
    window.scrollTo(0, 0);
  }, []);
  return (
    <>
      <h1 ref={heading} tabIndex={-1}>
        {title}
      </h1>
      <p>{text}</p>
      {children}
    </>
  );
}
